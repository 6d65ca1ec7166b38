package alvh.planner.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.layer.LotDecision;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Candidate;
import alvh.planner.line.HeldLots;
import alvh.planner.line.HeldPool;
import alvh.planner.line.Ladders;
import alvh.planner.line.LinePricer;
import alvh.planner.line.PackageQuote;
import alvh.planner.line.Picture;
import alvh.planner.line.Words;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PriceLadder;

/** Decisions become numbered orders: sales first, then L1, L2, L3; a roll's sale before the buy that waits for it. */
final class Orders {
    private static final long MOST_SOLD = 50;
    private final Picture picture;
    private final List<PlannedOrder> orders = new ArrayList<>();

    private final OrderReasons reasons;

    private Orders(Picture picture, OrderReasons reasons) {
        this.picture = picture;
        this.reasons = reasons;
    }

    /** @param taken units by candidate, in any order */
    static List<PlannedOrder> of(HeldLots held, Map<Candidate, Integer> taken, Picture picture, OrderReasons reasons) {
        var build = new Orders(picture, reasons);
        held.pools().values().stream().sorted(Comparator.comparing(HeldPool::layer).thenComparing(HeldPool::key))
                .forEach(build::sales);
        Comparator<Map.Entry<Candidate, Integer>> byLayer = Comparator
                .comparing((Map.Entry<Candidate, Integer> e) -> e.getKey().layer())
                .thenComparing(e -> !e.getKey().isRoll()).thenComparing(e -> e.getKey().id());
        List<Map.Entry<Candidate, Integer>> lines = taken.entrySet().stream().filter(e -> e.getValue() > 0)
                .sorted(byLayer).toList();
        Map<String, Integer> saleSteps = new TreeMap<>();
        for (Map.Entry<Candidate, Integer> line : lines) {
            if (line.getKey().inTwoOrders()) {
                saleSteps.put(line.getKey().id(), build.rollSale(line.getKey(), line.getValue()));
            }
        }
        lines.forEach(line -> build.buy(line.getKey(), line.getValue(), saleSteps));
        return build.orders;
    }

    private int next() {
        return orders.size() + 1;
    }

    private void sales(HeldPool pool) {
        List<LotDecision> sold = pool.decisions().stream().filter(d -> d.kind().sells() && d.quantity() > 0).toList();
        long left = sold.stream().mapToLong(LotDecision::quantity).sum();
        if (left == 0 || !pool.quote().usable()) {
            return;
        }
        List<String> lots = sold.stream().map(LotDecision::lotId).toList();
        while (left > 0) {
            long quantity = Math.min(left, MOST_SOLD);
            orders.add(sale(pool, quantity, lots, sold.get(0).because()));
            left -= quantity;
        }
    }

    private PlannedOrder sale(HeldPool pool, long quantity, List<String> lots, String because) {
        String root = pool.legs().get(0).key().root();
        PriceLadder ladder = Ladders.sell(pool.quote(), picture.increments(root, pool.legs().size()));
        Usd fees = picture.settings().fees().reserve(root, quantity * pool.legs().size());
        return closing(pool, LinePricer.closing(pool.legs()), quantity, ladder, pool.quote(), fees, lots, because);
    }

    /**
     * One option is sold at its own price. A package can only be bought: the reversed one, at a negative net price that
     * climbs towards less income.
     */
    private PlannedOrder closing(HeldPool pool, List<LotLeg> legs, long quantity, PriceLadder sale, PackageQuote quote,
            Usd fees, List<String> lots, String because) {
        boolean combo = legs.size() > 1;
        PriceLadder ladder = combo
                ? new PriceLadder(sale.rungs().stream().map(p -> new Price(-p.e4())).toList())
                : sale;
        return new PlannedOrder(next(), pool.layer(), Effect.CLOSE, legs, quantity, LinePricer.MULTIPLIER, ladder,
                Usd.ZERO, fees, lots, 0, "SELL " + quantity + " " + Words.of(pool.legs(), picture.today()), because,
                combo ? -quote.ask() : quote.bid(), combo ? -quote.bid() : quote.ask());
    }

    private int rollSale(Candidate roll, int units) {
        HeldPool pool = roll.rolled();
        String root = pool.legs().get(0).key().root();
        Usd fees = picture.settings().fees().reserve(root, (long) units * pool.legs().size());
        PlannedOrder order = closing(pool, roll.sells(), units, roll.saleLadder(), roll.saleQuote(), fees,
                lotIds(pool), OrderReasons.due(pool) + ", first half of a roll");
        orders.add(order);
        return order.step();
    }

    private void buy(Candidate candidate, int units, Map<String, Integer> saleSteps) {
        boolean oneOrder = candidate.isRoll() && !candidate.inTwoOrders();
        List<LotLeg> legs = new ArrayList<>(oneOrder ? candidate.sells() : List.of());
        legs.addAll(candidate.buys());
        Usd fees = OrderCharges.fees(candidate, units, picture.settings().fees());
        Usd worst = OrderCharges.worstCase(candidate, units, picture.settings().fees());
        String verb = oneOrder ? "ROLL " : "BUY ";
        orders.add(new PlannedOrder(next(), candidate.layer(), oneOrder ? Effect.ROLL : Effect.OPEN, legs, units,
                LinePricer.MULTIPLIER, candidate.ladder(), worst, fees,
                oneOrder ? lotIds(candidate.rolled()) : paidBy(candidate), saleSteps.getOrDefault(candidate.id(), 0),
                verb + units + " " + (candidate.inTwoOrders() ? bought(candidate) : candidate.words()),
                reasons.of(candidate), candidate.quote().bid(), candidate.quote().ask()));
    }

    private static List<String> paidBy(Candidate candidate) {
        return candidate.fund() == null ? List.of() : candidate.fund().lots();
    }

    private static String bought(Candidate roll) {
        return roll.words().substring(roll.words().indexOf(" into ") + 6);
    }

    private static List<String> lotIds(HeldPool pool) {
        return pool.decisions().stream().filter(d -> d.kind() == LotDecision.Kind.ROLL_DUE)
                .map(LotDecision::lotId).toList();
    }

    /** Worst case of the buys of one layer. */
    static Usd debit(List<PlannedOrder> orders, LayerId layer) {
        return orders.stream().filter(o -> layer == null || o.layer() == layer).map(PlannedOrder::worstCase)
                .reduce(Usd.ZERO, Usd::plus);
    }

    /** Packages of the lots that an order closes, by the ledger. */
    static long owned(PlannedOrder order, Map<String, Lot> lots) {
        return order.closesLots().stream().mapToLong(id -> lots.get(id).openQuantity()).sum();
    }
}
