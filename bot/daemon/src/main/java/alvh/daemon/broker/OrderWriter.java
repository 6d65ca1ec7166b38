package alvh.daemon.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import com.ib.client.ComboLeg;
import com.ib.client.Contract;
import com.ib.client.Decimal;
import com.ib.client.Order;
import com.ib.client.TagValue;

/**
 * The only class that may call placeOrder. It builds the one allowed shape (reliability C14): limit, DAY, transmitted,
 * regular hours, one option or a guaranteed combo of two; tests the kill flag last; and tells by the socket's own count
 * whether a byte has left. Wire thread only.
 */
final class OrderWriter {
    private final BooleanSupplier killed;

    OrderWriter(BooleanSupplier killed) {
        this.killed = killed;
    }

    Event write(Link link, Request.Place place) {
        OrderRequest request = place.order();
        String wrong = fault(place);
        if (!wrong.isEmpty()) {
            return notWritten(request, wrong);
        }
        Contract contract = contract(place);
        Order order = order(request);
        link.callbacks().takeLocalWords();
        long before = link.socket().bytesSent();
        if (killed.getAsBoolean()) {
            return notWritten(request, "kill switch");
        }
        String thrown = "";
        try {
            link.client().placeOrder(request.orderId(), contract, order);
        } catch (RuntimeException | Error broken) {
            thrown = Unset.text(String.valueOf(broken));
        }
        long bytes = link.socket().bytesSent() - before;
        String words = link.callbacks().takeLocalWords();
        return bytes > 0
                ? new Event.OrderWritten(request.orderRef(), request.orderId(), bytes)
                : notWritten(request, "nothing was written: " + (thrown.isEmpty() ? words : thrown));
    }

    static Event notWritten(OrderRequest order, String because) {
        return new Event.OrderNotWritten(order.orderRef(), order.orderId(), because);
    }

    private static String fault(Request.Place place) {
        OrderRequest order = place.order();
        int legs = order.legs().size();
        if (legs < 1 || legs > 2 || place.conIds().size() != legs || place.conIds().stream().anyMatch(id -> id <= 0)) {
            return "an order has one or two legs with contract ids, got " + order.legs() + " " + place.conIds();
        }
        if (order.quantity() < 1 || order.orderId() <= 0 || order.orderRef().isEmpty() || order.account().isEmpty()) {
            return "an order needs quantity, id, reference and account, got " + order;
        }
        boolean positive = order.limit().e4() > 0 && order.legs().get(0).ratio() == 1;
        boolean bought = order.side() == Side.BUY;
        return (legs == 1 ? positive : bought) && order.legs().stream().allMatch(leg -> leg.key().isOption())
                ? ""
                : "an option order has a positive limit and ratio 1, a combo is bought; got " + order;
    }

    private static Contract contract(Request.Place place) {
        List<Lot.LotLeg> legs = place.order().legs();
        var contract = new Contract();
        contract.symbol(legs.get(0).key().underlying());
        contract.currency("USD");
        contract.exchange("SMART");
        if (legs.size() == 1) {
            contract.conid(place.conIds().get(0));
            contract.secType("OPT");
            return contract;
        }
        contract.secType("BAG");
        List<ComboLeg> comboLegs = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            var leg = new ComboLeg();
            leg.conid(place.conIds().get(i));
            leg.ratio(legs.get(i).ratio());
            leg.action(action(legs.get(i).side()));
            leg.exchange("SMART");
            comboLegs.add(leg);
        }
        contract.comboLegs(comboLegs);
        return contract;
    }

    private static Order order(OrderRequest request) {
        var order = new Order();
        order.action(action(request.side()));
        order.orderType("LMT");
        order.tif("DAY");
        order.totalQuantity(Decimal.get(request.quantity()));
        order.lmtPrice(request.limit().toDouble());
        order.account(request.account());
        order.orderRef(request.orderRef());
        order.transmit(true);
        order.outsideRth(false);
        if (request.legs().size() == 2) {
            order.smartComboRoutingParams(new ArrayList<>(List.of(new TagValue("NonGuaranteed", "0"))));
        }
        return order;
    }

    private static String action(Side side) {
        return switch (side) {
            case BUY -> "BUY";
            case SELL -> "SELL";
        };
    }
}
