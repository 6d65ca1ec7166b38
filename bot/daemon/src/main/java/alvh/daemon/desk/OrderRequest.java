package alvh.daemon.desk;

import java.util.List;

import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import alvh.planner.money.Price;

/**
 * One attempt as it is to be sent: a limit DAY order, one leg as an option order, two legs as a guaranteed combo.
 *
 * @param orderId the broker's id for this client, raise-only
 * @param legs per package; a combo is always bought, its legs say which side each is
 * @param side BUY or SELL for one leg; BUY for a combo
 * @param limit per share; for a combo the net price of a package, negative for a credit
 */
public record OrderRequest(int orderId, String orderRef, String account, List<Lot.LotLeg> legs, Side side,
        long quantity,
        Price limit) {

    public OrderRequest {
        legs = List.copyOf(legs);
    }
}
