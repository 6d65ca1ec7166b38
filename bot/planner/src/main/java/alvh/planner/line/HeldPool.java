package alvh.planner.line;

import java.util.List;

import alvh.planner.layer.LotDecision;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.money.Usd;

/**
 * The open lots of one contract (or spread) in one layer, after today's sales were taken out.
 *
 * @param key stable text of layer and legs
 * @param lots oldest first
 * @param held packages that no sale has released
 * @param due packages whose roll is due
 * @param unitCost cost per package, fees inside, rounded up; {@code unitUnrecovered} the part not yet credited
 */
public record HeldPool(String key, LayerId layer, List<Lot.LotLeg> legs, List<Lot> lots, long held, long due,
        Usd unitCost,
        Usd unitUnrecovered, PackageQuote quote, Valued valued, List<LotDecision> decisions) {

    /** Packages that today's rules sell: harvested, released, or about to stop trading. */
    long sold() {
        return decisions.stream().filter(d -> d.kind().sells()).mapToLong(LotDecision::quantity).sum();
    }

    boolean isSpread() { return legs.size() == 2; }
}
