package alvh.planner.signal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.portfolio.LastClose;

/**
 * What was known at one moment: daily bars up to a close, and, when the moment is now, live index levels that stand for
 * the close to come. Nothing later can be read through it.
 *
 * @param close the last complete close that may be read, a trading day
 * @param live index levels of the snapshot stand for today in {@link #spot}
 * @param studies indicators of the same market's series, shared between moments
 */
record History(MarketSnapshot market, TradingCalendar calendar, LocalDate close, boolean live, Studies studies) {

    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    static History now(MarketSnapshot market, TradingCalendar calendar) {
        return now(market, calendar, new Studies(market));
    }

    static History now(MarketSnapshot market, TradingCalendar calendar, Studies studies) {
        return new History(market, calendar, calendar.onOrBefore(LastClose.at(market.asOf())), true, studies);
    }

    static History atClose(MarketSnapshot market, TradingCalendar calendar, LocalDate close, Studies studies) {
        return new History(market, calendar, close, false, studies);
    }

    /** The trade date that the signals are for: today, or the close looked at. */
    LocalDate date() {
        return live ? market.asOf().atZone(TradingCalendar.NEW_YORK).toLocalDate() : close;
    }

    Instant moment() {
        return live ? market.asOf() : closeInstant();
    }

    private Instant closeInstant() {
        return close.atTime(CLOSE).atZone(TradingCalendar.NEW_YORK).toInstant();
    }

    Duration ageOfClose() {
        Duration age = Duration.between(closeInstant(), moment());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Closes up to {@link #close}; bars that end earlier cannot stand for it. */
    Series closes(String symbol) {
        List<LocalDate> dates = studies.dates(symbol);
        int n = studies.upTo(symbol, close);
        String missing = null;
        if (n == 0) {
            missing = "no daily bars of " + symbol;
        } else if (!dates.get(n - 1).equals(close)) {
            missing = "daily bars of " + symbol + " end on " + dates.get(n - 1) + ", needed " + close;
        }
        return new Series(symbol, dates.subList(0, n), Arrays.copyOf(studies.closes(symbol), n), missing);
    }

    /** Bars up to the date looked at, today's running one included when the moment is now: its open is known. */
    List<DailyBars.Bar> opens(String symbol) {
        DailyBars bars = market.bars().get(InstrumentKey.of(symbol));
        return bars == null ? List.of() : bars.bars().subList(0, studies.upTo(symbol, date()));
    }

    /**
     * The index now, or its close where the moment is a close.
     *
     * @param missing why there is none, or null
     */
    record Spot(String name, double value, Duration age, String missing) {}

    Spot spot(String symbol) {
        if (!live) {
            Series closes = closes(symbol);
            return closes.missing() == null
                    ? new Spot(symbol, closes.last(), Duration.ZERO, null)
                    : new Spot(symbol, Double.NaN, Duration.ZERO, closes.missing());
        }
        IndexLevel level = market.level(symbol);
        if (!level.known()) {
            String why = market.missing().get(InstrumentKey.of(symbol));
            return new Spot(symbol, Double.NaN, Duration.ZERO, why != null
                    ? symbol + ": " + why
                    : "no usable level of " + symbol + " (" + level.quality().name().toLowerCase(java.util.Locale.ROOT)
                            + ")");
        }
        Duration age = Duration.between(level.at(), market.takenAt());
        return new Spot(symbol, level.last(), age.isNegative() ? Duration.ZERO : age, null);
    }

    /** Closes before the day that {@link #spot} stands for. */
    Series closesBefore(String symbol) {
        Series closes = closes(symbol);
        boolean same = closes.missing() == null && closes.lastDate().equals(date());
        return same ? closes.before(1) : closes;
    }

    /** The last {@code count} closes of SPX, up to and with {@link #close}. */
    List<LocalDate> dates(int count) {
        int n = studies.upTo("SPX", close);
        return List.copyOf(studies.dates("SPX").subList(Math.max(0, n - count), n));
    }
}
