package alvh.planner.layer;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;

/**
 * What the rules need to know of one open hedge lot today. Prices in points per package.
 *
 * @param mark mid of the live two-sided package; NaN when there is none, then nothing is harvested
 * @param bid live bid of the package, NaN or zero when it cannot be sold
 * @param dte calendar days to settlement
 * @param sessionsToLastTrade sessions from today to its last trading day, 0 on that day
 * @param forward VIX forward of a call's own expiry, NaN for spreads or when unknown
 * @param longDelta absolute forward delta of a spread's long leg, NaN when unknown
 * @param inTheMoney points that a call is in the money by its forward
 * @param width of a spread, NaN for calls
 * @param savedPerDollar CVaR dollars that the lot saves per dollar of its proceeds, NaN when not computed
 */
public record LotFacts(Lot lot, double mark, double bid, int dte, int sessionsToLastTrade, double forward,
        double longDelta, double inTheMoney, double width, double savedPerDollar) {

    public LayerId layer() {
        return lot.layer();
    }

    /** Cost per package in points, fees inside. */
    double costPerPackage(int multiplier) {
        return lot.cost().toDouble() / multiplier / lot.quantity();
    }

    boolean isSpread() { return lot.legs().size() == 2; }
}
