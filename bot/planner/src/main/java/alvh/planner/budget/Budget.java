package alvh.planner.budget;

import java.math.BigDecimal;

import alvh.planner.ledger.HedgeCharges;
import alvh.planner.money.Usd;
import alvh.planner.portfolio.Premium;

/** Both tests of methodology 3.4. */
public final class Budget {

    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.15");
    private static final BigDecimal GREATEST_SHARE = new BigDecimal("0.25");
    private static final BigDecimal OPEN_EXTRA = new BigDecimal("0.05");

    private Budget() {}

    /** The budget of a day; {@code premium} null when it could not be computed: nothing may be spent. */
    public static BudgetState of(BigDecimal share, Usd maxUsd, Premium premium, HedgeCharges charges) {
        return premium == null
                ? of(share, maxUsd, null, Usd.ZERO, charges)
                : of(share, maxUsd, premium.open(), premium.realised(), charges);
    }

    /**
     * @param share f, 0.15 to 0.25, else IllegalArgumentException
     * @param maxUsd an absolute ceiling on both caps, or null
     * @param premiumOpen P_open; null when it could not be computed: nothing may be spent
     * @param premiumRealised R
     */
    public static BudgetState of(BigDecimal share, Usd maxUsd, Usd premiumOpen, Usd premiumRealised,
            HedgeCharges charges) {
        if (share.compareTo(LEAST_SHARE) < 0 || share.compareTo(GREATEST_SHARE) > 0) {
            throw new IllegalArgumentException("share of premium " + share + " is outside 0.15 to 0.25");
        }
        boolean known = premiumOpen != null && premiumRealised != null;
        Usd open = known ? premiumOpen.max(Usd.ZERO) : Usd.ZERO;
        Usd realised = known ? premiumRealised.max(Usd.ZERO) : Usd.ZERO;
        BigDecimal openShare = share.add(OPEN_EXTRA).min(GREATEST_SHARE);
        Usd flowCap = capped(open.plus(realised).share(share), maxUsd);
        Usd stockCap = capped(open.share(openShare), maxUsd);
        Usd slackFlow = flowCap.minus(charges.cumHedge());
        Usd slackStock = stockCap.minus(charges.unrecovered());
        return new BudgetState(share, openShare, open, realised, flowCap, stockCap, flowCap.min(stockCap),
                charges.cumHedge(), charges.unrecovered(), charges.reserved(),
                slackFlow.min(slackStock).max(Usd.ZERO), charges.harvestReserve(), charges.unrecoveredByLayer(),
                charges.spentFiveSessions());
    }

    private static Usd capped(Usd cap, Usd maxUsd) {
        return maxUsd == null ? cap : cap.min(maxUsd.max(Usd.ZERO));
    }
}
