package alvh.simulator.gateway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.exchange.OrderType;
import alvh.simulator.exchange.Terms;
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

        /** @param zoneless a time came without its zone */
        record Good(Ticket ticket, boolean zoneless) implements Read {}

        record Bad(int code, String text) implements Read {}
    }

    /** Why an order cannot be; caught where it is read. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        Refused(int code, String text) {
            super(text, null, false, false);
            this.code = code;
        }
    }

    private static final int MOST_RATIO = 1_000;
    private static final int MOST_CONTRACTS = 100_000;
    private static final Set<String> ROUTING = Set.of("NonGuaranteed", "PriceCondConid", "CondPriceMax",
            "CondPriceMin", "ChangeToMktTime1", "ChangeToMktTime2", "DiscretionaryPct", "DontLeginNext", "MaxSegSize",
            "LeginPrio", "MinLegSize");
    private final Contracts contracts;
    private final String account;
    private final TermsReader terms;

    TicketReader(Contracts contracts, String account) {
        this.contracts = contracts;
        this.account = account;
        this.terms = new TermsReader(contracts);
    }

    /** The one contract that a request to exercise means. */
    Contracts.Found option(WireMessage request) {
        return contracts.one(request);
    }

    Read read(WireMessage order) {
        try {
            refuseUnsupported(order);
            boolean combo = order.text("secType").equals("BAG");
            List<Ticket.Leg> legs = combo ? comboLegs(order) : List.of(singleLeg(order));
            Terms read = terms.read(order);
            Price limit = legs.size() == read.legPrices().size() ? net(legs, read) : limit(order, read);
            return new Read.Good(new Ticket(account, order.text("orderRef"), side(order.text("action")),
                    quantity(order), limit, tif(order.text("tif"), read), legs,
                    order.bool("outsideRth"), order.bool("whatIf"), read), TermsReader.hasTimeWithoutZone(order));
        } catch (Refused refused) {
            return new Read.Bad(refused.code, refused.getMessage());
        }
    }

    private void refuseUnsupported(WireMessage order) throws Refused {
        String asked = order.text("account");
        if (!asked.isEmpty() && !asked.equals(account)) {
            throw new Refused(321, "Error validating request.-'bN' : cause - Invalid account code '" + asked + "'.");
        }
        double cash = order.doubleValue("cashQty");
        if (!TermsReader.unset(cash) && cash != 0) {
            throw new Refused(10244, "Cash Quantity cannot be used via API.");
        }
        for (WireMessage.Group tag : order.list("smartComboRoutingParams")) {
            if (!ROUTING.contains(tag.text("tag"))) {
                throw new Refused(10027, "Unknown combo routing tag: " + tag.text("tag"));
            }
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
            int ratio = leg.intValue("ratio");
            if (listing.isEmpty() || ratio < 1 || ratio > MOST_RATIO) {
                throw new Refused(313, "Combo details for leg '" + leg.intValue("conId") + "' are invalid.");
            }
            legs.add(new Ticket.Leg(listing.get().conId(), ratio,
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

    /** The net price of a combo whose legs have prices of their own. */
    private static Price net(List<Ticket.Leg> legs, Terms terms) {
        long net = 0;
        for (int i = 0; i < legs.size(); i++) {
            net += legs.get(i).side().sign() * legs.get(i).ratio() * terms.legPrices().get(i).e4();
        }
        return new Price(net);
    }

    private static Price limit(WireMessage order, Terms terms) throws Refused {
        if (!terms.type().isLimited() || terms.limitOffset() != null) {
            return null;
        }
        double asked = order.doubleValue("lmtPrice");
        if (TermsReader.unset(asked)) {
            throw new Refused(107, "Cannot transmit incomplete order: no limit price");
        }
        if (Math.abs(asked) > TermsReader.HIGHEST_PRICE) {
            throw new Refused(109, "The price " + asked + " is out of the range defined by your presets.");
        }
        return Price.of(asked);
    }

    private static Ticket.Tif tif(String text, Terms terms) throws Refused {
        boolean plain = terms.type() == OrderType.LMT || terms.type() == OrderType.MKT;
        return switch (text) {
            case "", "DAY" -> Ticket.Tif.DAY;
            case "GTC" -> Ticket.Tif.GTC;
            case "GTD" -> Ticket.Tif.GTD;
            case "IOC" -> Ticket.Tif.IOC;
            case "FOK" -> Ticket.Tif.FOK;
            case "OPG" -> plain ? Ticket.Tif.OPG : misfit(text);
            default -> misfit(text);
        };
    }

    private static Ticket.Tif misfit(String tif) throws Refused {
        throw new Refused(111, "The TIF type and the order type are incompatible: " + tif);
    }
}
