package alvh.planner.plan;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.measure.Session;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Results from closes, added up by hand. */
class PastSessionsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    @Test
    void aResultIsTheChangeInMarksLessWhatWasPaidIn() {
        var before = new Past.DayEntry(MONDAY, Usd.of("400"), Usd.of("900"), Usd.ofDollars(50_000), Usd.ZERO, Usd.ZERO,
                5800, 12_000);
        var day = new Past.DayEntry(MONDAY.plusDays(1), Usd.of("720.50"), Usd.of("1100"), Usd.ofDollars(49_000),
                Usd.of("150"), Usd.of("80"), 5742, 9_000);
        Session session = PastSessions.of(List.of(before, day)).get(0);
        assertThat(session.date()).isEqualTo(MONDAY.plusDays(1));
        assertThat(session.capital()).isEqualTo(50_000);
        assertThat(session.hedge()).as("720.50 - 400 - 150").isEqualTo(170.5);
        assertThat(session.book()).as("80 received, 200 dearer to close").isEqualTo(-120);
        assertThat(session.idiosyncratic()).as("SPX fell 1 %: 12,000 of delta lost 120").isCloseTo(0, within(1e-9));
    }

    @Test
    void oneCloseIsNoSession() {
        assertThat(PastSessions.of(List.of())).isEmpty();
    }
}
