package alvh.planner.plan;

import alvh.planner.layer.LayerLevels;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.MarketSnapshot;

/**
 * Everything a plan is a function of. Stored whole, by hash, with every plan, so that any past decision can be made
 * again.
 */
public record PlanningInput(HedgePlan.Kind kind, MarketSnapshot market, AccountSnapshot account, Ledger ledger,
        LayerLevels levels, OwnFiles own, Past past, HedgeSettings settings) {

    /** Delayed values count: only for a paper account whose owner allowed it (methodology 7.5). */
    public boolean delayedAllowed() {
        return settings.delayedAllowed() && account.kind() == AccountKind.PAPER;
    }
}
