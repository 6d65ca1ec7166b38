package alvh.daemon.cycle;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.market.ContractRules;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.money.Usd;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.portfolio.Structure;

/**
 * What one choice holds more than the other: signed contracts by instrument. Its change in value is what the choice gained
 * over the other one.
 */
final class Difference {

    private final SortedMap<InstrumentKey, Long> contracts = new TreeMap<>();

    /** Carrying these orders out against leaving them. */
    Difference orders(List<PlannedOrder> orders) {
        orders.forEach(order -> legs(order.legs(), order.quantity()));
        return this;
    }

    /** Leaving these orders against carrying them out. */
    Difference withoutOrders(List<PlannedOrder> orders) {
        orders.forEach(order -> legs(order.legs(), -order.quantity()));
        return this;
    }

    /** Keeping a lot against closing it. */
    Difference lot(Lot lot) {
        return legs(lot.legs(), lot.openQuantity());
    }

    /** Keeping a structure against closing it. */
    Difference structure(Structure structure) {
        structure.legs().forEach(
                leg -> add(leg.key(), leg.side().sign() * leg.ratio() * structure.openQuantity()));
        return this;
    }

    private Difference legs(List<Lot.LotLeg> legs, long packages) {
        legs.forEach(leg -> add(leg.key(), leg.side().sign() * leg.ratio() * packages));
        return this;
    }

    private void add(InstrumentKey key, long quantity) {
        contracts.merge(key, quantity, Long::sum);
        contracts.remove(key, 0L);
    }

    SortedMap<InstrumentKey, Long> contracts() {
        return contracts;
    }

    /**
     * Dollars by mids of two-sided quotes; what has settled counts with its settlement value.
     *
     * @return empty when a leg has neither
     */
    static Optional<Usd> worth(SortedMap<InstrumentKey, Long> contracts, MarketSnapshot market, Ledger ledger) {
        Usd sum = Usd.ZERO;
        for (var leg : contracts.entrySet()) {
            var settled = ledger.memory().settlements().get(leg.getKey());
            Quote quote = market.quote(leg.getKey());
            if (settled != null) {
                sum = sum.plus(settled.valuePerContract().times(leg.getValue()));
            } else if (quote.twoSided()) {
                sum = sum.plus(Usd.floor(quote.mid() * ContractRules.multiplier(leg.getKey()) * leg.getValue()));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(sum);
    }
}
