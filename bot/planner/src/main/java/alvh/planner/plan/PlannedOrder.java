package alvh.planner.plan;

import java.util.List;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.money.Usd;

/**
 * One order step of a frozen plan. The approval's hash covers all of it but the words and the quotes shown.
 *
 * @param step 1-based, in the order of release: sales first, then L1, L2, L3
 * @param legs per package; a single leg is an OPT order, two legs are a guaranteed combo, which is always bought: a
 *        spread is sold by buying the reversed one, so its ladder, bid and ask are net prices below zero
 * @param multiplier dollars per point of the package price
 * @param worstCase for a buy: last rung x multiplier x quantity + reserved fees; zero for a sale
 * @param fees the reserved fees inside it
 * @param closesLots lots that a sale or roll sells from, oldest first
 * @param dependsOn step that must have filled before this one may be released (second half of an L2 roll), or 0
 * @param words what it is, for the screen: "BUY 1 VIX 15 Apr 26 call (36 DTE, delta .31)"
 * @param bid the package's bid and ask at planning, for the screen and the drift check
 */
public record PlannedOrder(int step, LayerId layer, Effect effect, List<Lot.LotLeg> legs, long quantity, int multiplier,
        PriceLadder ladder, Usd worstCase, Usd fees, List<String> closesLots, int dependsOn, String words,
        String because,
        double bid, double ask) {

    public PlannedOrder {
        legs = List.copyOf(legs);
        closesLots = List.copyOf(closesLots);
    }
}
