package alvh.planner.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.money.Usd;

/**
 * A frozen plan. Its hash covers the decisions (contracts, quantities, ladders, budget, certificates), not times or
 * request ids; what is approved is exactly this.
 *
 * @param hash 64 lower-case hex digits; people see the first twelve as {@code 7f3a-91c2-08be}
 * @param tradeDate the New York date it trades on
 * @param personNeeded no rule alone may release it: Contingency buys although Base has no chain (2.7, deadlock)
 */
public record HedgePlan(String hash, Kind kind, Instant asOf, LocalDate tradeDate, List<PlannedOrder> orders,
        Usd worstCase, boolean personNeeded) {

    /** Which rhythm made it: DAILY may buy and sell, MARKS only sells, WEEKLY is daily with the recalibration. */
    public enum Kind {
        DAILY, MARKS, WEEKLY, BY_HAND
    }

    public HedgePlan {
        orders = List.copyOf(orders);
    }

    public HedgePlan(String hash, Kind kind, Instant asOf, LocalDate tradeDate, List<PlannedOrder> orders,
            Usd worstCase) {
        this(hash, kind, asOf, tradeDate, orders, worstCase, false);
    }

    public String shortHash() {
        return hash.substring(0, 4) + "-" + hash.substring(4, 8) + "-" + hash.substring(8, 12);
    }
}
