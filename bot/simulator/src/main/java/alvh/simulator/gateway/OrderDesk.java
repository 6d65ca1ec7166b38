package alvh.simulator.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import alvh.simulator.exchange.BookedOrder;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.exchange.Ticket;
import alvh.simulator.script.Line;
import alvh.wire.WireMessage;

/** Orders on their way in: what a gateway refuses or keeps before the exchange sees it, and what waits for the link. */
final class OrderDesk {

    private static final int LAPSE = 2;
    private final Exchange exchange;
    private final TicketReader tickets;
    private final Layers layers;
    private final Switches switches;
    private final Courier courier;
    private final Mail mail;
    private final Untransmitted kept;
    private final List<ExchangeInput> waiting = new ArrayList<>();

    OrderDesk(Exchange exchange, TicketReader tickets, Layers layers, Switches switches, Courier courier, Mail mail,
            Untransmitted kept) {
        this.exchange = exchange;
        this.tickets = tickets;
        this.layers = layers;
        this.switches = switches;
        this.courier = courier;
        this.mail = mail;
        this.kept = kept;
    }

    void place(Session session, WireMessage request) {
        int orderId = request.intValue("orderId");
        if (refusesId(session, orderId)) {
            return;
        }
        switch (tickets.read(request)) {
            case TicketReader.Read.Bad bad -> mail.error(session, orderId, bad.code(), bad.text());
            case TicketReader.Read.Good good -> {
                if (good.zoneless()) {
                    mail.error(session, orderId, 2174, "Warning: You submitted request with date-time attributes "
                            + "without explicit time zone.");
                }
                good(session, orderId, good.ticket(), request.bool("transmit"));
            }
        }
    }

    private boolean refusesId(Session session, int orderId) {
        boolean last = orderId == Integer.MAX_VALUE;
        if (last) {
            mail.error(session, orderId, 321, "Error validating request.-'bN' : cause - Order id " + orderId
                    + " leaves no next one");
        } else if (!mayUse(session, orderId)) {
            mail.error(session, orderId, 103, "Duplicate order id");
            return true;
        }
        return last;
    }

    /** New ids go up; an id that is still known is a change of that order, bound manual ones of client 0 included. */
    private boolean mayUse(Session session, int orderId) {
        int last = Math.max(exchange.lastOrderId(session.clientId), kept.last(session.clientId));
        return orderId != 0 && (orderId > last || kept.has(session.clientId, orderId) || known(session, orderId));
    }

    private void good(Session session, int orderId, Ticket ticket, boolean transmit) {
        int client = session.clientId;
        int parent = ticket.terms().parentId();
        if (ticket.whatIf()) {
            whatIf(session, orderId, ticket, transmit);
        } else if (ticket.quantity() > switches.largestSize) {
            mail.error(session, orderId, 383, "The size value in the order is over the limit of your presets.");
        } else if (!ticket.isMarket() && Math.abs(ticket.limit().toDouble()) > switches.highestPrice) {
            mail.error(session, orderId, 382, "The price value in the order is over the limit of your presets.");
        } else if (transmit) {
            kept.release(client, orderId, ticket).forEach((id, each) -> transmit(client, id, each));
        } else if (parent != 0 && !kept.has(client, parent) && !known(session, parent)) {
            mail.error(session, orderId, 10006, "Missing parent order.");
        } else {
            kept.keep(client, orderId, ticket);
        }
    }

    private void whatIf(Session session, int orderId, Ticket ticket, boolean transmit) {
        if (!transmit) {
            mail.error(session, orderId, 413, "What-If order should have the transmit flag set to true.");
        } else if (switches.whatIf.mode() == Line.WhatIfMode.REFUSE) {
            mail.error(session, orderId, switches.whatIf.code(), switches.whatIf.text());
        } else {
            send(new ExchangeInput.Place(session.clientId, orderId, ticket));
        }
    }

    private void transmit(int client, int orderId, Ticket ticket) {
        Optional<Switches.Refusal> refusal = switches.refusals.stream()
                .filter(r -> layers.meant(r.line.target(), ticket, exchange.market().date())).findFirst();
        if (refusal.isPresent()) {
            Switches.Refusal r = refusal.get();
            r.left--;
            switches.refusals.removeIf(each -> each.left == 0);
            exchange(new ExchangeInput.RefuseNext(r.line.code(), r.line.text(), switch (r.line.manner()) {
                case PARKED -> ExchangeInput.Manner.CODE_LAST;
                case FIRST -> ExchangeInput.Manner.CODE_FIRST;
                case BARE -> ExchangeInput.Manner.CODE_ONLY;
            }));
        }
        send(new ExchangeInput.Place(client, orderId, ticket));
    }

    /** Told as an order with the request's id. */
    void exercise(Session session, WireMessage request) {
        int id = request.intValue("reqId");
        if (refusesId(session, id)) {
            return;
        }
        switch (tickets.option(request)) {
            case Contracts.Found.None none -> mail.error(session, id, none.code(), none.text());
            case Contracts.Found.One one -> send(new ExchangeInput.Exercise(session.clientId, id,
                    one.listing().conId(), request.intValue("action") == LAPSE, request.intValue("quantity"),
                    request.intValue("override") != 0));
        }
    }

    void cancel(Session session, WireMessage request) {
        int orderId = request.intValue("orderId");
        List<Integer> dropped = kept.drop(session.clientId, orderId);
        dropped.forEach(id -> mail.error(session, id, 202, "Order Canceled - reason:"));
        if (dropped.isEmpty()) {
            send(new ExchangeInput.Cancel(session.clientId, orderId));
        }
    }

    void cancelAll() {
        kept.dropAll().forEach(courier::tellDropped);
        send(new ExchangeInput.CancelAll());
    }

    /** Client 0 takes over the orders of the broker's own window, those to come included. */
    void bind(Session session, boolean on) {
        if (on && session.clientId != 0) {
            mail.error(session, Mail.SESSION, 327, "Only the default client (i.e 0) can auto bind orders");
            return;
        }
        session.autoBind = on;
        courier.deliver(bound());
    }

    /** An order that the exchange still knows. */
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
        List<ExchangeOutput> outputs = new ArrayList<>(exchange.step(input));
        outputs.addAll(bound());
        courier.deliver(outputs);
    }

    private List<ExchangeOutput> bound() {
        List<ExchangeOutput> outputs = new ArrayList<>();
        if (courier.binds()) {
            exchange.openOrders().stream().filter(order -> order.isManual() && order.orderId() == 0)
                    .mapToLong(BookedOrder::permId)
                    .forEach(permId -> outputs.addAll(exchange.step(new ExchangeInput.Bind(permId))));
        }
        return outputs;
    }
}
