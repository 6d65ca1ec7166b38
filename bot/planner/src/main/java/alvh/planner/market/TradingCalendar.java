package alvh.planner.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;

/**
 * The days on which New York trades: the exchange's holiday rules, and its one-off closures as data. Checked for 2004 to
 * 2035 ({@link #covers}); the same rules answer for other years. Immutable to its users, any thread.
 */
public final class TradingCalendar {

    /** The zone of every session time in this project. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** The close of stocks and of expiring index options on an early day. */
    public static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

    private static final int FIRST_YEAR = 2004;
    private static final int LAST_YEAR = 2035;
    private static final Map<LocalDate, String> ONE_OFF = Map.of(
            LocalDate.of(2004, 6, 11), "mourning of President Reagan",
            LocalDate.of(2007, 1, 2), "mourning of President Ford",
            LocalDate.of(2012, 10, 29), "Hurricane Sandy",
            LocalDate.of(2012, 10, 30), "Hurricane Sandy",
            LocalDate.of(2018, 12, 5), "mourning of President Bush",
            LocalDate.of(2025, 1, 9), "mourning of President Carter");
    private static final TradingCalendar NYSE = new TradingCalendar();

    private final Map<Integer, Map<LocalDate, String>> closuresByYear = new HashMap<>();

    private TradingCalendar() {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            closuresByYear.put(year, closuresOf(year));
        }
    }

    /** The date in New York at a time. */
    public static LocalDate newYork(Instant at) {
        return at.atZone(NEW_YORK).toLocalDate();
    }

    public static TradingCalendar nyse() {
        return NYSE;
    }

    /** Whether the date lies in the years for which rules and closures were checked. */
    public boolean covers(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    public boolean isTradingDay(LocalDate date) {
        return isWeekday(date) && !closures(date.getYear()).containsKey(date);
    }

    /** Why a weekday is closed ("Good Friday"), or null on trading days and weekends. */
    public String closure(LocalDate date) {
        return isWeekday(date) ? closures(date.getYear()).get(date) : null;
    }

    /** The first trading day after {@code date}. */
    public LocalDate next(LocalDate date) {
        return onOrAfter(date.plusDays(1));
    }

    /** The last trading day before {@code date}. */
    public LocalDate previous(LocalDate date) {
        return onOrBefore(date.minusDays(1));
    }

    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isTradingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    public LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isTradingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Moves {@code sessions} trading days on, or back when negative; 0 gives the date itself, trading day or not. */
    public LocalDate plus(LocalDate date, int sessions) {
        LocalDate day = date;
        for (int i = 0; i < Math.abs(sessions); i++) {
            day = sessions > 0 ? next(day) : previous(day);
        }
        return day;
    }

    /** Trading days after {@code from} up to and with {@code to}; negative when {@code to} is earlier. */
    public int sessionsBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -sessionsBetween(to, from);
        }
        int sessions = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            sessions += isTradingDay(day) ? 1 : 0;
        }
        return sessions;
    }

    /** The day after Thanksgiving, Christmas Eve and 3 July when these are trading days from Monday to Thursday. */
    public boolean isEarlyClose(LocalDate date) {
        if (!isTradingDay(date)) {
            return false;
        }
        boolean eve = date.getDayOfWeek() != DayOfWeek.FRIDAY
                && (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() == 24
                        || date.getMonth() == Month.JULY && date.getDayOfMonth() == 3);
        return eve || date.equals(thanksgiving(date.getYear()).plusDays(1));
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private Map<LocalDate, String> closures(int year) {
        Map<LocalDate, String> known = closuresByYear.get(year);
        return known != null ? known : closuresOf(year);
    }

    private static Map<LocalDate, String> closuresOf(int year) {
        Map<LocalDate, String> closed = new HashMap<>();
        LocalDate newYear = LocalDate.of(year, 1, 1);
        // A Saturday New Year is not kept on the Friday: that day belongs to the old year's books.
        closed.put(newYear.getDayOfWeek() == DayOfWeek.SUNDAY ? newYear.plusDays(1) : newYear, "New Year's Day");
        if (year >= 1998) {
            closed.put(nthMonday(year, Month.JANUARY, 3), "Martin Luther King Jr. Day");
        }
        closed.put(nthMonday(year, Month.FEBRUARY, 3), "Washington's Birthday");
        closed.put(easterSunday(year).minusDays(2), "Good Friday");
        closed.put(LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)), "Memorial Day");
        if (year >= 2022) {
            closed.put(observed(LocalDate.of(year, 6, 19)), "Juneteenth");
        }
        closed.put(observed(LocalDate.of(year, 7, 4)), "Independence Day");
        closed.put(nthMonday(year, Month.SEPTEMBER, 1), "Labor Day");
        closed.put(thanksgiving(year), "Thanksgiving");
        closed.put(observed(LocalDate.of(year, 12, 25)), "Christmas");
        ONE_OFF.forEach((day, why) -> {
            if (day.getYear() == year) {
                closed.put(day, why);
            }
        });
        return closed;
    }

    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> holiday;
        };
    }

    private static LocalDate nthMonday(int year, Month month, int n) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.MONDAY));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    /** The Gregorian computus in Meeus' form. */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
