package alvh.simulator.gateway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.exchange.Ticket;
import alvh.simulator.market.Listing;
import alvh.wire.WireMessage;

/**
 * A placeOrder request read as a ticket, or the code and text a gateway refuses it with. Only what a ticket cannot say
 * is judged here; contracts, grid and funds are the exchange's.
 */
final class TicketReader {

    /** A ticket, or a refusal. */
    sealed interface Read {

        record Good(Ticket ticket) implements Read {}

        record Bad(int code, String text) implements Read {}
    }

    /** Why an order cannot be; caught where it is read. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        Refused(int code, String text) {
            super(text, null, false, false);
            this.code = code;
        }
    }

    private static final int MOST_CONTRACTS = 100_000;
    private final Contracts contracts;
    private final String account;

    TicketReader(Contracts contracts, String account) {
        this.contracts = contracts;
        this.account = account;
    }

    Read read(WireMessage order) {
        try {
            refuseUnsupported(order);
            boolean combo = order.text("secType").equals("BAG");
            List<Ticket.Leg> legs = combo ? comboLegs(order) : List.of(singleLeg(order));
            return new Read.Good(new Ticket(account, order.text("orderRef"), side(order.text("action")),
                    quantity(order), limit(order), tif(order.text("tif")), legs, order.bool("outsideRth"),
                    order.bool("whatIf")));
        } catch (Refused refused) {
            return new Read.Bad(refused.code, refused.getMessage());
        }
    }

    private void refuseUnsupported(WireMessage order) throws Refused {
        String asked = order.text("account");
        if (!asked.isEmpty() && !asked.equals(account)) {
            throw new Refused(321, "Error validating request.-'bN' : cause - Invalid account code '" + asked + "'.");
        }
        if (!order.text("algoStrategy").isEmpty()) {
            throw new Refused(439, "The algorithm definition was not found: " + order.text("algoStrategy"));
        }
        boolean attached = order.intValue("parentId") != 0 || !order.text("ocaGroup").isEmpty()
                || !order.list("conditions").isEmpty();
        if (attached) {
            throw new Refused(201, "Order rejected - reason:Attached, grouped and conditional orders are not served by"
                    + " this simulator");
        }
    }

    private Ticket.Leg singleLeg(WireMessage order) throws Refused {
        return switch (contracts.one(order)) {
            case Contracts.Found.None none -> throw new Refused(none.code(), none.text());
            case Contracts.Found.One one -> new Ticket.Leg(one.listing().conId(), 1, Side.BUY);
        };
    }

    private List<Ticket.Leg> comboLegs(WireMessage order) throws Refused {
        List<Ticket.Leg> legs = new ArrayList<>();
        for (WireMessage.Group leg : order.list("comboLegs")) {
            Optional<Listing> listing = contracts.byConId(leg.intValue("conId"));
            if (listing.isEmpty() || leg.intValue("ratio") < 1) {
                throw new Refused(313, "Combo details for leg '" + leg.intValue("conId") + "' are invalid.");
            }
            legs.add(new Ticket.Leg(listing.get().conId(), leg.intValue("ratio"),
                    side(leg.text("action"))));
        }
        if (legs.size() < 2) {
            throw new Refused(315, "Combo order must have at least two legs.");
        }
        return legs;
    }

    private static Side side(String action) throws Refused {
        return switch (action) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new Refused(321, "Error validating request.-'bN' : cause - Invalid action '" + action
                    + "'.");
        };
    }

    private static int quantity(WireMessage order) throws Refused {
        BigDecimal quantity = order.decimal("totalQuantity");
        if (quantity == null || quantity.signum() <= 0) {
            throw new Refused(434, "The order size cannot be zero.");
        }
        if (quantity.stripTrailingZeros().scale() > 0) {
            throw new Refused(10243, "Fractional-sized order cannot be placed via API.");
        }
        if (quantity.compareTo(BigDecimal.valueOf(MOST_CONTRACTS)) > 0) {
            throw new Refused(383, "The size value in order is over the limit of your presets.");
        }
        return quantity.intValueExact();
    }

    private static Price limit(WireMessage order) throws Refused {
        String type = order.text("orderType");
        if (type.equals("MKT")) {
            return null;
        }
        if (!type.equals("LMT")) {
            throw new Refused(387, "Unsupported order type for this exchange and security type: " + type);
        }
        double asked = order.doubleValue("lmtPrice");
        if (!Double.isFinite(asked) || asked == Double.MAX_VALUE || Math.abs(asked) > 1e6) {
            throw new Refused(107, "Cannot transmit incomplete order: no limit price");
        }
        return Price.of(asked);
    }

    private static Ticket.Tif tif(String text) throws Refused {
        return switch (text) {
            case "", "DAY" -> Ticket.Tif.DAY;
            case "GTC" -> Ticket.Tif.GTC;
            case "IOC" -> Ticket.Tif.IOC;
            default -> throw new Refused(111, "The TIF type and the order type are incompatible: " + text);
        };
    }
}
