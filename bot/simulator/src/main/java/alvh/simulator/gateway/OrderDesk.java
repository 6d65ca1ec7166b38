package alvh.simulator.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.Ticket;
import alvh.simulator.market.Market;
import alvh.wire.WireMessage;

/** Orders on their way in: what a gateway refuses before the exchange sees it, and what waits while the link is down. */
final class OrderDesk {

    private final Exchange exchange;
    private final TicketReader tickets;
    private final Layers layers;
    private final Switches switches;
    private final Courier courier;
    private final Mail mail;
    private final List<ExchangeInput> waiting = new ArrayList<>();

    OrderDesk(Exchange exchange, TicketReader tickets, Layers layers, Switches switches, Courier courier, Mail mail) {
        this.exchange = exchange;
        this.tickets = tickets;
        this.layers = layers;
        this.switches = switches;
        this.courier = courier;
        this.mail = mail;
    }

    void place(Session session, WireMessage request) {
        int orderId = request.intValue("orderId");
        boolean working = own(session, orderId).isPresent();
        if (!working && (orderId < 1 || orderId <= exchange.lastOrderId(session.clientId))) {
            mail.error(session, orderId, 103, "Duplicate order id");
            return;
        }
        switch (tickets.read(request)) {
            case TicketReader.Read.Bad bad -> mail.error(session, orderId, bad.code(), bad.text());
            case TicketReader.Read.Good good -> {
                if (request.bool("transmit")) {
                    place(session, orderId, good.ticket());
                }
            }
        }
    }

    private void place(Session session, int orderId, Ticket ticket) {
        Optional<Switches.Refusal> refusal = switches.refusals.stream()
                .filter(r -> layers.meant(r.line.target(), ticket, market().date())).findFirst();
        if (refusal.isPresent()) {
            Switches.Refusal r = refusal.get();
            r.left--;
            switches.refusals.removeIf(each -> each.left == 0);
            exchange(new ExchangeInput.RefuseNext(r.line.code(), r.line.text()));
        }
        send(new ExchangeInput.Place(session.clientId, orderId, ticket));
    }

    void cancel(Session session, WireMessage request) {
        int orderId = request.intValue("orderId");
        if (own(session, orderId).isPresent()) {
            send(new ExchangeInput.Cancel(session.clientId, orderId));
            return;
        }
        Optional<BookedOrder> done = exchange.completedOrders(market().date()).stream()
                .filter(order -> order.clientId() == session.clientId && order.orderId() == orderId).findFirst();
        if (done.isPresent()) {
            mail.error(session, orderId, 10148, "OrderId " + orderId
                    + " that needs to be cancelled cannot be cancelled, state: " + done.get().status().wire() + ".");
        } else {
            mail.error(session, orderId, 10147, "OrderId " + orderId + " that needs to be cancelled is not found.");
        }
    }

    void cancelAll() {
        send(new ExchangeInput.CancelAll());
    }

    private Optional<BookedOrder> own(Session session, int orderId) {
        return exchange.openOrders().stream()
                .filter(order -> order.clientId() == session.clientId && order.orderId() == orderId).findFirst();
    }

    /** What the broker cannot be told now, it is told when the link is back. */
    private void send(ExchangeInput input) {
        if (switches.linkUp) {
            exchange(input);
        } else {
            waiting.add(input);
        }
    }

    void linkIsBack() {
        List<ExchangeInput> all = List.copyOf(waiting);
        waiting.clear();
        courier.deliver(List.of());
        all.forEach(this::exchange);
    }

    void exchange(ExchangeInput input) {
        courier.deliver(exchange.step(input));
    }

    private Market market() {
        return exchange.market();
    }
}
