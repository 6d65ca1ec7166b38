package alvh.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * The exchange's own calendar: US equity-market holidays, early closes and the expiry rules of the listed classes, by
 * rule for any year from 2014. Not the planner's, on purpose.
 */
public final class SessionCalendar {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** Closings that no rule gives: mourning days. */
    private static final Set<LocalDate> SPECIAL = Set.of(LocalDate.of(2018, 12, 5), LocalDate.of(2025, 1, 9));

    private SessionCalendar() {}

    public static boolean isSession(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !isHoliday(day) && !SPECIAL.contains(day);
    }

    private static boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        return day.equals(newYear(year)) || day.equals(nth(year, Month.JANUARY, 3, DayOfWeek.MONDAY))
                || day.equals(nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY)) || day.equals(easter(year).minusDays(2))
                || day.equals(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)))
                || year >= 2022 && day.equals(observed(LocalDate.of(year, 6, 19)))
                || day.equals(observed(LocalDate.of(year, 7, 4)))
                || day.equals(nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY))
                || day.equals(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY))
                || day.equals(observed(LocalDate.of(year, 12, 25)));
    }

    /** A Saturday New Year is not made up for on the Friday before: that closes the old year's books. */
    private static LocalDate newYear(int year) {
        LocalDate day = LocalDate.of(year, 1, 1);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate observed(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }

    /** Anonymous Gregorian computus. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    /** Day after Thanksgiving, Christmas Eve, and 3 July when it is followed by the holiday. */
    public static boolean isEarlyClose(LocalDate day) {
        if (!isSession(day)) {
            return false;
        }
        int year = day.getYear();
        boolean eveOfJuly = day.equals(LocalDate.of(year, 7, 3)) && day.getDayOfWeek() != DayOfWeek.FRIDAY;
        return day.equals(nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY).plusDays(1))
                || day.equals(LocalDate.of(year, 12, 24)) || eveOfJuly;
    }

    public static LocalDate next(LocalDate day) {
        LocalDate at = day.plusDays(1);
        while (!isSession(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    public static LocalDate previous(LocalDate day) {
        LocalDate at = day.minusDays(1);
        while (!isSession(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** The day itself when it is a session, else the session before. */
    public static LocalDate onOrBefore(LocalDate day) {
        return isSession(day) ? day : previous(day);
    }

    public static LocalTime stockClose(LocalDate day) {
        return isEarlyClose(day) ? LocalTime.of(13, 0) : LocalTime.of(16, 0);
    }

    public static LocalTime indexOptionClose(LocalDate day) {
        return isEarlyClose(day) ? LocalTime.of(13, 15) : LocalTime.of(16, 15);
    }

    public static LocalDate thirdFriday(int year, int month) {
        return nth(year, Month.of(month), 3, DayOfWeek.FRIDAY);
    }

    /** Monthly stock and SPX expiry: the third Friday, or the session before when it is a holiday. */
    public static LocalDate monthlyExpiry(int year, int month) {
        return onOrBefore(thirdFriday(year, month));
    }

    /** Monthly VIX settlement: 30 days before the SPX monthly expiry of the following month (7.2). */
    public static LocalDate vixExpiry(int year, int month) {
        LocalDate following = LocalDate.of(year, month, 1).plusMonths(1);
        return onOrBefore(monthlyExpiry(following.getYear(), following.getMonthValue()).minusDays(30));
    }
}
