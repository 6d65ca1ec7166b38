package alvh.planner.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.ledger.Lot;

/**
 * Release (b) of methodology 3.7: while a budget test fails, held lots that save less than $0.25 of CVaR per $ of proceeds
 * are sold, least first, and no more packages than the failing test needs.
 */
final class Surplus {
    static final double LEAST_SAVING = 0.25;
    private static final double CENT = 0.005;

    private final LotContext context;
    private final Map<String, LotDecision> released = new TreeMap<>();
    private double flow;
    private double stock;

    private Surplus(LotContext context) {
        this.context = context;
        this.flow = context.flowExcess();
        this.stock = context.stockExcess();
    }

    /** One contract's lots and what the other rules decided about them. */
    record Pool(List<LotFacts> lots, List<LotDecision> decisions) {

        private double saved() {
            return lots.get(0).savedPerDollar();
        }

        boolean surplus() {
            return decisions.stream().allMatch(d -> d.kind() == LotDecision.Kind.HOLD) && saved() < LEAST_SAVING
                    && lots.get(0).bid() > 0;
        }
    }

    /** All decisions, in the order of the pools; sales that other rules decided count before any release. */
    static List<LotDecision> release(List<Pool> pools, LotContext context) {
        var surplus = new Surplus(context);
        pools.forEach(surplus::decided);
        pools.stream().filter(Pool::surplus)
                .sorted(Comparator.comparingDouble((Pool p) -> Math.rint(p.saved() * 1e9))).forEach(surplus::pool);
        var decisions = new ArrayList<LotDecision>();
        pools.forEach(pool -> pool.decisions()
                .forEach(d -> decisions.add(surplus.released.getOrDefault(d.lotId(), d))));
        return List.copyOf(decisions);
    }

    private void decided(Pool pool) {
        for (LotFacts facts : pool.lots()) {
            long sold = pool.decisions().stream()
                    .filter(d -> d.kind().sells() && d.lotId().equals(facts.lot().lotId()))
                    .mapToLong(LotDecision::quantity).sum();
            if (sold > 0) {
                sold(facts, sold);
            }
        }
    }

    private void pool(Pool pool) {
        for (LotFacts facts : LotRules.inSaleOrder(pool.lots(), context)) {
            long quantity = needed(facts);
            if (quantity > 0) {
                sold(facts, quantity);
                released.put(facts.lot().lotId(), new LotDecision(facts.lot().lotId(), facts.layer(),
                        LotDecision.Kind.RELEASE, quantity, 0, String.format(Locale.ROOT, "a budget test fails and it "
                                + "saves $%.2f of CVaR per $ of proceeds, less than 0.25; %d of %d, no more than "
                                + "the test needs", facts.savedPerDollar(), quantity, facts.lot().openQuantity())));
            }
        }
    }

    /** The fewest packages of a lot that let both tests pass, or all of them. */
    private long needed(LotFacts facts) {
        if (flow <= CENT && stock <= CENT) {
            return 0;
        }
        long open = facts.lot().openQuantity();
        double credit = credit(facts);
        for (long n = 1; n < open; n++) {
            if (flow - n * credit <= CENT && stock - n * credit <= CENT) {
                return n;
            }
        }
        return open;
    }

    /** A sale credits its proceeds up to cost; a lot that is sold whole is no longer open, so the stock test forgets it. */
    private void sold(LotFacts facts, long quantity) {
        Lot lot = facts.lot();
        double credited = quantity * credit(facts);
        flow -= credited;
        stock -= quantity >= lot.openQuantity() ? lot.cost().minus(lot.credited()).toDouble() : credited;
    }

    private static double credit(LotFacts facts) {
        double bid = Double.isFinite(facts.bid()) ? Math.max(0, facts.bid()) : 0;
        return Math.min(bid, facts.costPerPackage(LotRules.MULTIPLIER)) * LotRules.MULTIPLIER;
    }
}
