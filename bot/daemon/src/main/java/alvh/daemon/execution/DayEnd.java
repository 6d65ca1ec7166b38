package alvh.daemon.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import alvh.planner.market.Hours;
import alvh.planner.market.TradingCalendar;

/** When a DAY order of ours can no longer be alive: after the longest regular session of its trade date. */
final class DayEnd {

    private static final Hours HOURS = new Hours(TradingCalendar.nyse());
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private DayEnd() {}

    static boolean over(LocalDate tradeDate, Instant now) {
        Optional<Hours.Session> session = HOURS.regular("SPX", tradeDate);
        return session.isEmpty()
                ? Books.day(now).isAfter(tradeDate)
                : now.isAfter(session.get().close().plus(MARGIN));
    }

    /** Whether an order adopted after a restart stands inside the hours in which we would send it. */
    static boolean insideWindow(boolean sale, Instant now) {
        LocalDate day = Books.day(now);
        Optional<Hours.Session> window = sale ? HOURS.saleWindow(day) : HOURS.buyWindow(day);
        return window.isPresent() && window.get().contains(now);
    }
}
