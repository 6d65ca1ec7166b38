package alvh.daemon.approval;

import java.util.Locale;
import java.util.Optional;

import alvh.planner.market.ContractRules;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;
import alvh.planner.plan.PlannedOrder;

/** Has the market moved away from what was approved (promise 13): the touch by more than max(5 %, 3 ticks)? */
public final class DriftCheck {

    private static final double SHARE = 0.05;
    private static final int TICKS = 3;
    private static final double NOISE = 1e-9;

    private DriftCheck() {}

    /** Why the order may not go as approved, or empty. The touch is the side that the order would meet. */
    public static Optional<String> check(PlannedOrder order, PackageQuote now) {
        boolean oneSale = order.legs().size() == 1 && order.legs().get(0).side() == Side.SELL;
        double then = oneSale ? order.bid() : order.ask();
        double touch = oneSale ? now.bid() : now.ask();
        String tradingClass = order.legs().get(0).key().root();
        PriceIncrements grid = order.legs().size() == 1
                ? ContractRules.fallbackIncrements(tradingClass)
                : ContractRules.comboIncrements(tradingClass);
        if (!Double.isFinite(then) || !Double.isFinite(touch)) {
            return Optional.of("a touch is missing: " + then + " then, " + touch + " now");
        }
        double tolerance = Math.max(SHARE * Math.abs(then), TICKS * grid.incrementE4(Price.of(then)) / 10_000.0);
        if (Math.abs(touch - then) <= tolerance + NOISE) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, "%s moved from %.2f to %.2f, tolerance %.2f",
                oneSale ? "bid" : "ask", then, touch, tolerance));
    }
}
