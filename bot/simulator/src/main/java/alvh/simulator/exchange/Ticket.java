package alvh.simulator.exchange;

import java.util.List;

import alvh.planner.market.Side;
import alvh.planner.money.Price;

/**
 * An order as a client writes it. One leg with ratio 1 is a single instrument; more legs are a combo (BAG), whose limit
 * is the net price of one unit: negative when a buyer receives money.
 *
 * @param limit null for a market order
 * @param account empty for the only account
 */
public record Ticket(String account, String orderRef, Side side, int quantity, Price limit, Tif tif, List<Leg> legs,
        boolean outsideRth, boolean whatIf) {

    /** How long an order lives. */
    public enum Tif {
        DAY, GTC, IOC
    }

    /** One leg; its own side counts for a combo that is bought, the opposite for one that is sold. */
    public record Leg(int conId, int ratio, Side side) {}

    public Ticket {
        legs = List.copyOf(legs);
    }

    public boolean isCombo() { return legs.size() > 1; }

    public boolean isMarket() { return limit == null; }
}
