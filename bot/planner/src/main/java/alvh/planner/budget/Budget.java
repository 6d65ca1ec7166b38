package alvh.planner.budget;

import java.math.BigDecimal;

import alvh.planner.ledger.HedgeCharges;
import alvh.planner.money.Usd;

/** Both tests of methodology 3.4. */
public final class Budget {
    private Budget() {}

    /**
     * @param share f
     * @param maxUsd an absolute ceiling on both caps, or null
     * @param premiumOpen P_open; null when it could not be computed: nothing may be spent
     * @param premiumRealised R
     */
    public static BudgetState of(BigDecimal share, Usd maxUsd, Usd premiumOpen, Usd premiumRealised,
            HedgeCharges charges) {
        throw new UnsupportedOperationException("being built");
    }
}
