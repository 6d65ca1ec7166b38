package alvh.simulator.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.Ticket;
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
        if (orderId < 1 || orderId <= exchange.lastOrderId(session.clientId) && !known(session, orderId)) {
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
                .filter(r -> layers.meant(r.line.target(), ticket, exchange.market().date())).findFirst();
        if (refusal.isPresent()) {
            Switches.Refusal r = refusal.get();
            r.left--;
            switches.refusals.removeIf(each -> each.left == 0);
            exchange(new ExchangeInput.RefuseNext(r.line.code(), r.line.text()));
        }
        send(new ExchangeInput.Place(session.clientId, orderId, ticket));
    }

    void cancel(Session session, WireMessage request) {
        send(new ExchangeInput.Cancel(session.clientId, request.intValue("orderId")));
    }

    void cancelAll() {
        send(new ExchangeInput.CancelAll());
    }

    /** An id that the exchange still knows is a change of that order, for the exchange to judge. */
    private boolean known(Session session, int orderId) {
        return Stream
                .concat(exchange.openOrders().stream(), exchange.completedOrders(exchange.market().date()).stream())
                .anyMatch(order -> order.clientId() == session.clientId && order.orderId() == orderId);
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
}
