package alvh.daemon.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import alvh.planner.ledger.Lot;
import alvh.planner.market.Hours;
import alvh.planner.market.TradingCalendar;

/** Two sources must agree that the market is open: our calendar and the broker's liquid hours (promise 9, C16, C35). */
public final class SessionCheck {

    private static final Hours HOURS = new Hours(TradingCalendar.nyse());
    private static final Duration REMAINING_FOR_BUYS = Duration.ofMinutes(15);

    private SessionCheck() {}

    /** Why an order may not be sent now, or empty. */
    public static Optional<String> check(boolean sale, List<Lot.LotLeg> legs, Instant liquidUntil, Instant now) {
        var day = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
        Optional<Hours.Session> window = sale ? HOURS.saleWindow(day) : HOURS.buyWindow(day);
        if (window.isEmpty()) {
            return Optional.of(day + " is no trading day");
        }
        if (!window.get().contains(now)) {
            return Optional.of((sale ? "sales" : "buys") + " are sent from " + clock(window.get().open()) + " to "
                    + clock(window.get().close()) + " ET, it is " + clock(now));
        }
        for (Lot.LotLeg leg : legs) {
            Optional<Hours.Session> regular = HOURS.regular(leg.key(), day);
            if (regular.isEmpty() || !regular.get().contains(now)) {
                return Optional.of(leg.key() + " does not trade now by our calendar");
            }
        }
        if (liquidUntil == null || !now.isBefore(liquidUntil)) {
            return Optional.of("the broker's hours do not say that the market is open");
        }
        if (!sale && Duration.between(now, liquidUntil).compareTo(REMAINING_FOR_BUYS) < 0) {
            return Optional.of("the broker's session ends at " + clock(liquidUntil) + " ET, buys need 15 minutes");
        }
        return Optional.empty();
    }

    private static String clock(Instant at) {
        return at.atZone(TradingCalendar.NEW_YORK).toLocalTime().withNano(0).toString();
    }
}
