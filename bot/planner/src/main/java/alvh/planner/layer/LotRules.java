package alvh.planner.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;

/**
 * What becomes of each held lot (methodology 2.3 to 2.6, 3.7). Sales are decided here, before and apart from sizing:
 * reducing or harvesting is never blocked by a layer's state.
 */
public final class LotRules {
    static final int MULTIPLIER = 100;
    static final double EARLY_ROLL_RATIO = 0.95;
    static final int BASE_ROLL = 21;
    static final int BASE_LATE_ROLL = 8;
    static final int SPREAD_ROLL = 30;
    static final int SALVAGE_ROLL = 45;
    static final double SALVAGE_DELTA = 0.08;
    static final int CONTINGENCY_ROLL = 120;
    private static final int BOOK_GONE_CLOSES = 5;

    private final LotContext context;
    private final List<LotDecision> decisions = new ArrayList<>();

    private LotRules(LotContext context) {
        this.context = context;
    }

    /** One decision a lot at least; a harvest may split a lot's packages into sold and held. */
    public static List<LotDecision> decide(List<LotFacts> lots, LotContext context) {
        var rules = new LotRules(context);
        SortedMap<String, List<LotFacts>> pools = new TreeMap<>();
        for (LotFacts facts : lots) {
            pools.computeIfAbsent(pool(facts), key -> new ArrayList<>()).add(facts);
        }
        var byPool = new ArrayList<Surplus.Pool>();
        for (List<LotFacts> pool : pools.values()) {
            int from = rules.decisions.size();
            rules.pool(pool);
            byPool.add(new Surplus.Pool(pool, List.copyOf(rules.decisions.subList(from, rules.decisions.size()))));
        }
        // A base that is gone, not shrunk, has its own rule: it waits for the fifth session, and may keep the core.
        return context.budgetBroken() && context.premiumGone() == 0 && !context.salesOnly()
                ? Surplus.release(byPool, context)
                : List.copyOf(rules.decisions);
    }

    static String pool(LotFacts facts) {
        var key = new StringBuilder(facts.layer().code());
        facts.lot().legs().forEach(leg -> key.append(' ').append(leg.key()).append(leg.side()));
        return key.append(facts.lot().state()).toString();
    }

    private void pool(List<LotFacts> pool) {
        LotFacts any = pool.get(0);
        if (any.lot().state() == Lot.State.AWAIT_SETTLEMENT) {
            each(pool, LotDecision.Kind.AWAIT_SETTLEMENT, false, "stopped trading, its settlement value is awaited");
            return;
        }
        if (context.holdToExpiry() && any.layer() == LayerId.BASE) {
            each(pool, LotDecision.Kind.HOLD, false, "preset vxth: held to its settlement");
            return;
        }
        HarvestRules.Sale sale = HarvestRules.of(HarvestRules.Pool.of(pool, MULTIPLIER), context);
        if (sale.quantity() > 0) {
            harvest(pool, sale);
            return;
        }
        String floor = floor(any);
        if (floor != null) {
            boolean sellable = any.bid() > 0;
            each(pool, sellable ? LotDecision.Kind.FLOOR : LotDecision.Kind.HOLD, sellable,
                    sellable ? floor : floor + "; but nobody bids: it is left to settle");
            return;
        }
        if (!context.salesOnly() && released(pool, any)) {
            return;
        }
        String roll = context.salesOnly() ? null : rollDue(any);
        if (roll != null) {
            each(pool, LotDecision.Kind.ROLL_DUE, true, roll);
            return;
        }
        each(pool, LotDecision.Kind.HOLD, false, holdWords(any));
    }

    private void harvest(List<LotFacts> pool, HarvestRules.Sale sale) {
        long left = sale.quantity();
        for (LotFacts facts : inSaleOrder(pool, context)) {
            long take = Math.min(left, facts.lot().openQuantity());
            left -= take;
            decisions.add(take > 0
                    ? new LotDecision(facts.lot().lotId(), facts.layer(), LotDecision.Kind.HARVEST, take, sale.rung(),
                            sale.because())
                    : new LotDecision(facts.lot().lotId(), facts.layer(), LotDecision.Kind.HOLD, 0, 0,
                            "an older lot of the contract is sold first"));
        }
    }

    static List<LotFacts> inSaleOrder(List<LotFacts> pool, LotContext context) {
        Comparator<LotFacts> byAge = Comparator
                .comparing((LotFacts f) -> f.lot().opened(), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(f -> f.lot().lotId());
        return pool.stream().sorted(context.lifo() ? byAge.reversed() : byAge).toList();
    }

    /** Why the lot may not be held any longer, or null. */
    private String floor(LotFacts facts) {
        if (facts.sessionsToLastTrade() > 1) {
            return null;
        }
        boolean intoAuction = !facts.isSpread() && context.holdIntoSoq() && facts.inTheMoney() >= 1;
        return intoAuction
                ? null
                : "its last trading day is " + (facts.sessionsToLastTrade() <= 0 ? "today" : "the next session")
                        + ": never held into it";
    }

    private boolean released(List<LotFacts> pool, LotFacts any) {
        boolean kept = context.keepCore() && any.layer() == LayerId.CONTINGENCY;
        String because = null;
        if (context.premiumGone() >= BOOK_GONE_CLOSES && !kept) {
            because = "no eligible premium for " + context.premiumGone() + " sessions: there is nothing to protect";
        } else if (context.budgetBroken() && rollDue(any) != null) {
            because = "a budget test fails and " + rollDue(any);
        }
        if (because == null || !(any.bid() > 0)) {
            return false;
        }
        each(pool, LotDecision.Kind.RELEASE, true, because);
        return true;
    }

    /** Why a roll is due, or null. */
    private String rollDue(LotFacts facts) {
        int dte = facts.dte();
        return switch (facts.layer()) {
            case BASE -> baseRoll(dte);
            case ACCELERATION -> facts.isSpread() ? spreadRoll(facts) : dte <= SPREAD_ROLL ? days(dte, 30) : null;
            case CONTINGENCY -> dte <= CONTINGENCY_ROLL ? days(dte, CONTINGENCY_ROLL) : null;
        };
    }

    private String baseRoll(int dte) {
        if (dte <= BASE_LATE_ROLL) {
            return days(dte, BASE_LATE_ROLL);
        }
        return dte <= BASE_ROLL && context.ratio() < EARLY_ROLL_RATIO
                ? days(dte, BASE_ROLL) + String.format(Locale.ROOT, " and VIX/VIX3M %.2f < 0.95", context.ratio())
                : null;
    }

    private static String spreadRoll(LotFacts facts) {
        if (facts.dte() <= SPREAD_ROLL) {
            return days(facts.dte(), SPREAD_ROLL);
        }
        return facts.dte() <= SALVAGE_ROLL && facts.longDelta() < SALVAGE_DELTA
                ? String.format(Locale.ROOT, "long delta %.2f < 0.08 with %d days left: salvage", facts.longDelta(),
                        facts.dte())
                : null;
    }

    private static String days(int dte, int limit) {
        return "due: " + dte + " days left <= " + limit;
    }

    private static String holdWords(LotFacts facts) {
        if (!(facts.mark() > 0)) {
            return "held; it has no live two-sided quote now";
        }
        double multiple = facts.mark() / facts.costPerPackage(MULTIPLIER);
        return String.format(Locale.ROOT, "%d days left, worth %.2f x its cost", facts.dte(), multiple);
    }

    private void each(List<LotFacts> pool, LotDecision.Kind kind, boolean all, String because) {
        for (LotFacts facts : pool) {
            decisions.add(new LotDecision(facts.lot().lotId(), facts.layer(), kind,
                    all ? facts.lot().openQuantity() : 0, 0, because));
        }
    }
}
