package alvh.simulator.exchange;

import java.util.List;

import alvh.planner.market.Side;
import alvh.planner.money.Price;

/**
 * An order as a client writes it. One leg with ratio 1 is a single instrument; more legs are a combo (BAG), whose limit
 * is the net price of one unit: negative when a buyer receives money.
 *
 * @param limit null for an order that takes the market's price
 * @param account empty for the only account
 */
public record Ticket(String account, String orderRef, Side side, int quantity, Price limit, Tif tif, List<Leg> legs,
        boolean outsideRth, boolean whatIf, Terms terms) {

    /** How long an order lives. */
    public enum Tif {
        DAY, GTC, GTD, IOC, FOK, OPG;

        /** What does not fill at the first try is cancelled. */
        boolean hasOneTry() {
            return this == IOC || this == FOK || this == OPG;
        }
    }

    /** One leg; its own side counts for a combo that is bought, the opposite for one that is sold. */
    public record Leg(int conId, int ratio, Side side) {}

    public Ticket {
        legs = List.copyOf(legs);
        // a truth file of an earlier version has no terms
        terms = terms == null ? Terms.of(limit == null ? OrderType.MKT : OrderType.LMT) : terms;
    }

    /** A plain limit or market order. */
    public Ticket(String account, String orderRef, Side side, int quantity, Price limit, Tif tif, List<Leg> legs,
            boolean outsideRth, boolean whatIf) {
        this(account, orderRef, side, quantity, limit, tif, legs, outsideRth, whatIf, null);
    }

    public Ticket with(Terms other) {
        return new Ticket(account, orderRef, side, quantity, limit, tif, legs, outsideRth, whatIf, other);
    }

    Ticket resized(int units) {
        return new Ticket(account, orderRef, side, units, limit, tif, legs, outsideRth, whatIf, terms);
    }

    Ticket limited(Price at) {
        return new Ticket(account, orderRef, side, quantity, at, tif, legs, outsideRth, whatIf, terms);
    }

    public boolean isCombo() { return legs.size() > 1; }

    public boolean isMarket() { return limit == null; }
}
