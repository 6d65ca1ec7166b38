package alvh.planner.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.layer.LotContext;
import alvh.planner.layer.LotDecision;
import alvh.planner.layer.LotFacts;
import alvh.planner.layer.LotRules;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Expiries;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
import alvh.planner.money.Usd;
import alvh.planner.pricing.Black76;
import alvh.planner.scenario.Surface;

/**
 * The hedge lots that are held: their facts, what the rules decide about each, and what is left of them for sizing.
 *
 * @param pools by layer and contract, after today's sales
 */
public record HeldLots(List<LotDecision> decisions, List<LotFacts> facts, SortedMap<String, HeldPool> pools) {

    /** @param savedPerDollar by pool key: CVaR saved per dollar of proceeds, where it was asked for */
    public static HeldLots of(Ledger ledger, Picture picture, LotContext context,
            SortedMap<String, Double> savedPerDollar) {
        List<Lot> lots = ledger.openHedgeLots();
        var facts = new ArrayList<LotFacts>();
        for (Lot lot : lots) {
            facts.add(facts(lot, picture, savedPerDollar.getOrDefault(key(lot), Double.NaN)));
        }
        List<LotDecision> decisions = LotRules.decide(facts, context);
        SortedMap<String, List<Lot>> byContract = new TreeMap<>();
        lots.stream().filter(lot -> lot.state() == Lot.State.HOLD).sorted(BY_AGE)
                .forEach(lot -> byContract.computeIfAbsent(key(lot), k -> new ArrayList<>()).add(lot));
        SortedMap<String, HeldPool> pools = new TreeMap<>();
        byContract.forEach((key, same) -> pools.put(key, pool(key, same, decisions, picture)));
        return new HeldLots(decisions, facts, pools);
    }

    private static final Comparator<Lot> BY_AGE = Comparator
            .comparing(Lot::opened, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Lot::lotId);

    static String key(Lot lot) {
        return LinePricer.id(lot.layer(), lot.legs());
    }

    private static HeldPool pool(String key, List<Lot> lots, List<LotDecision> decisions, Picture picture) {
        long open = 0;
        Usd cost = Usd.ZERO;
        Usd credited = Usd.ZERO;
        long due = 0;
        long sold = 0;
        var own = new ArrayList<LotDecision>();
        for (Lot lot : lots) {
            open += lot.openQuantity();
            cost = cost.plus(lot.openCost());
            Usd unrecovered = lot.cost().minus(lot.credited()).max(Usd.ZERO);
            credited = credited.plus(lot.openCost().minus(unrecovered).max(Usd.ZERO));
            for (LotDecision decision : decisions) {
                if (decision.lotId().equals(lot.lotId())) {
                    own.add(decision);
                    sold += decision.kind().sells() ? decision.quantity() : 0;
                    due += decision.kind() == LotDecision.Kind.ROLL_DUE ? decision.quantity() : 0;
                }
            }
        }
        Lot first = lots.get(0);
        return new HeldPool(key, first.layer(), first.legs(), lots, open - sold, due, up(cost, open),
                up(cost.minus(credited), open), PackageQuote.of(first.legs(), picture),
                Valued.of(first.legs(), picture), own);
    }

    private static Usd up(Usd amount, long parts) {
        return new Usd(Math.ceilDiv(amount.e4(), parts));
    }

    private static LotFacts facts(Lot lot, Picture picture, double saved) {
        PackageQuote quote = PackageQuote.of(lot.legs(), picture);
        InstrumentKey first = lot.legs().get(0).key();
        Surface surface = picture.state().surface(first);
        boolean call = lot.legs().size() == 1;
        double forward = surface == null || !call ? Double.NaN : surface.forward();
        double longDelta = surface == null || call
                ? Double.NaN
                : Math.abs(Black76.deltaForward(surface.forward(), first.strike(), surface.years(),
                        surface.vol(first.strike()), Right.PUT));
        int sessions = picture.calendar().sessionsBetween(picture.today(),
                new Expiries(picture.calendar()).lastTradeDate(first));
        return new LotFacts(lot, quote.usable() ? quote.mid() : Double.NaN, quote.bid(),
                Settlement.dte(picture.market().asOf(), first), sessions, forward, longDelta,
                call ? forward - first.strike() : Double.NaN,
                call ? Double.NaN : LinePricer.width(lot.legs()), saved);
    }

    /** Packages of a layer that stay held. */
    public long heldOf(LayerId layer) {
        return pools.values().stream().filter(pool -> pool.layer() == layer).mapToLong(HeldPool::held).sum();
    }
}
