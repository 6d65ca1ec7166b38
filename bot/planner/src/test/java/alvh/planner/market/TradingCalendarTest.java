package alvh.planner.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TradingCalendarTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    /** An independent calendar agrees on every day but the one storm day that it lacks. */
    @Test
    void agreesWithStrataFor32Years() {
        HolidayCalendar oracle = HolidayCalendarIds.NYSE.resolve(ReferenceData.standard());
        List<LocalDate> different = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2004, 1, 1); day.getYear() <= 2035; day = day.plusDays(1)) {
            if (NYSE.isTradingDay(day) != oracle.isBusinessDay(day)) {
                different.add(day);
            }
        }
        assertThat(different).containsExactly(LocalDate.of(2012, 10, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2004-06-11", "2007-01-02", "2012-10-29", "2012-10-30", "2018-12-05", "2025-01-09",
            "2022-06-20", "2026-06-19", "2021-12-24", "2026-07-03", "2026-04-03", "2027-12-24"})
    void closedDays(LocalDate day) {
        assertThat(NYSE.isTradingDay(day)).isFalse();
        assertThat(NYSE.closure(day)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-06-18", "2021-12-31", "2027-12-31", "2026-11-24", "2026-07-02", "2025-12-26"})
    void openDays(LocalDate day) {
        assertThat(NYSE.isTradingDay(day)).isTrue();
        assertThat(NYSE.closure(day)).isNull();
    }

    /** The exchange's published early closes of 2006, 2012 and 2023 to 2028. */
    @Test
    void earlyClosesAsPublished() {
        assertThat(earlyCloses(2006)).containsExactly("2006-07-03", "2006-11-24");
        assertThat(earlyCloses(2012)).containsExactly("2012-07-03", "2012-11-23", "2012-12-24");
        assertThat(earlyCloses(2023)).containsExactly("2023-07-03", "2023-11-24");
        assertThat(earlyCloses(2024)).containsExactly("2024-07-03", "2024-11-29", "2024-12-24");
        assertThat(earlyCloses(2025)).containsExactly("2025-07-03", "2025-11-28", "2025-12-24");
        assertThat(earlyCloses(2026)).containsExactly("2026-11-27", "2026-12-24");
        assertThat(earlyCloses(2027)).containsExactly("2027-11-26");
        assertThat(earlyCloses(2028)).containsExactly("2028-07-03", "2028-11-24");
    }

    private static List<String> earlyCloses(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(NYSE::isEarlyClose)
                .map(LocalDate::toString).toList();
    }

    @Test
    void walksOverWeekendsAndHolidays() {
        LocalDate wednesday = LocalDate.of(2026, 11, 25);
        assertThat(NYSE.next(wednesday)).isEqualTo("2026-11-27");
        assertThat(NYSE.previous(LocalDate.of(2026, 11, 30))).isEqualTo("2026-11-27");
        assertThat(NYSE.plus(wednesday, 3)).isEqualTo("2026-12-01");
        assertThat(NYSE.plus(wednesday, -1)).isEqualTo("2026-11-24");
        assertThat(NYSE.plus(wednesday, 0)).isEqualTo(wednesday);
        assertThat(NYSE.sessionsBetween(wednesday, LocalDate.of(2026, 12, 1))).isEqualTo(3);
        assertThat(NYSE.sessionsBetween(LocalDate.of(2026, 12, 1), wednesday)).isEqualTo(-3);
        assertThat(NYSE.sessionsBetween(wednesday, wednesday)).isZero();
    }

    /** Must-pass 6 of methodology 8.1, and the months in which a holiday moves the date. */
    @ParameterizedTest
    @CsvSource({"2026-06, 2026-06-17", "2025-03, 2025-03-18", "2026-05, 2026-05-19", "2024-06, 2024-06-18",
            "2014-03, 2014-03-18", "2008-02, 2008-02-19", "2019-03, 2019-03-19", "2022-03, 2022-03-15",
            "2024-08, 2024-08-21", "2024-07, 2024-07-17", "2020-03, 2020-03-18", "2018-02, 2018-02-14",
            "2025-04, 2025-04-16", "2026-11, 2026-11-18", "2026-12, 2026-12-16"})
    void MP06_vixSettlesThirtyDaysBeforeTheNextThirdFriday(YearMonth month, LocalDate expected) {
        Expiries expiries = new Expiries(NYSE);
        assertThat(expiries.vixMonthly(month)).isEqualTo(expected);
        assertThat(expiries.isVixMonthly(expected)).isTrue();
        assertThat(expiries.vixWeekly(expected)).isEqualTo(expected);
    }

    @Test
    void vixMonthliesAreListedInOrder() {
        assertThat(new Expiries(NYSE).vixMonthlies(LocalDate.of(2026, 11, 19), 3)).extracting(LocalDate::toString)
                .containsExactly("2026-12-16", "2027-01-20", "2027-02-17");
        assertThat(new Expiries(NYSE).vixMonthlies(LocalDate.of(2026, 11, 18), 1)).extracting(LocalDate::toString)
                .containsExactly("2026-11-18");
    }

    @Test
    void thirdFridayFallsBackToThursday() {
        Expiries expiries = new Expiries(NYSE);
        assertThat(expiries.thirdFriday(YearMonth.of(2026, 6))).isEqualTo("2026-06-18");
        assertThat(expiries.thirdFriday(YearMonth.of(2026, 7))).isEqualTo("2026-07-17");
    }
}
