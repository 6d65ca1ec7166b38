package alvh.simulator.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import alvh.planner.market.Side;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.MarketLine;
import alvh.simulator.market.SessionCalendar;

/** Where orders are handed in, changed and cancelled: every rule on ids, funds and numbers of orders is here. */
final class Counter {

    private static final int MOST_WORKING = 15;
    private final Market market;
    private final Account account;
    private final Valuer valuer;
    private final Gates gates;
    private final Floor floor;
    private final Consumer<MarketLine> tell;
    private final Consumer<ExchangeOutput> emit;
    private ExchangeInput.RefuseNext refusal;

    Counter(Market market, Account account, Valuer valuer, Gates gates, Floor floor, Consumer<MarketLine> tell,
            Consumer<ExchangeOutput> emit) {
        this.market = market;
        this.account = account;
        this.valuer = valuer;
        this.gates = gates;
        this.floor = floor;
        this.tell = tell;
        this.emit = emit;
    }

    void refuseNext(ExchangeInput.RefuseNext told) {
        refusal = told;
    }

    // ---- new orders

    void place(int client, int id, Ticket ticket) {
        Optional<BookedOrder> known = account.order(client, id).filter(order -> order.orderId() == id && id != 0);
        if (known.isPresent() && !ticket.whatIf()) {
            change(known.get(), ticket);
            return;
        }
        int parent = ticket.terms().parentId();
        boolean orphan = parent != 0 && account.order(client, parent)
                .filter(order -> !order.status().isTerminal() || order.status() == OrderStatus.FILLED).isEmpty();
        if (orphan) {
            notice(client, id, 10006, "Missing parent order.");
            return;
        }
        switch (Admission.check(ticket, market.catalogue(), account.id())) {
            case Admission.Outcome.Refused(int code, String text) -> notice(client, id, code, text);
            case Admission.Outcome.Admitted admitted -> admitted(client, id, ticket);
        }
    }

    private void admitted(int client, int id, Ticket ticket) {
        Touch touch = Touch.of(market, ticket);
        if (ticket.whatIf()) {
            Valuer.Forecast forecast = valuer.forecast(ticket, touch);
            emit.accept(new ExchangeOutput.WhatIf(market.now(), client, id, ticket, valuer.values(), forecast.after(),
                    forecast.commission()));
            return;
        }
        if (ticket.tif() == Ticket.Tif.OPG && touch.open()) {
            notice(client, id, 201, "Order rejected - reason:The exchange is open: an order for the opening must be "
                    + "sent before it.");
            return;
        }
        if (market.held()) {
            tell.accept(new MarketLine.Release());
        }
        BookedOrder order = BookedOrder.accepted(account.nextPermId(), client, id, ticket, market.now(),
                expiry(ticket, touch));
        Optional<ExchangeInput.RefuseNext> refused = refusal(ticket, touch);
        if (refused.isPresent()) {
            refuse(order, refused.get());
            return;
        }
        order = gates.advance(order, touch);
        emit.accept(new ExchangeOutput.OrderChanged(market.now(), order));
        warn(order, touch);
        floor.match(order.permId());
        if (ticket.tif().hasOneTry() && ticket.tif() != Ticket.Tif.OPG && !ticket.terms().isGated()) {
            floor.endRest(order.permId());
        }
    }

    private Instant expiry(Ticket ticket, Touch touch) {
        return switch (ticket.tif()) {
            case GTC -> null;
            case GTD -> ticket.terms().goodTill();
            case DAY, IOC, FOK, OPG -> touch.listings().stream().map(l -> market.sessionEnd(l.key()))
                    .min(Instant::compareTo).orElseThrow();
        };
    }

    private void warn(BookedOrder order, Touch touch) {
        if (order.ticket().outsideRth() && touch.listings().stream().anyMatch(Listing::isOption)) {
            notice(order.clientId(), order.orderId(), 2109, "Order Event Warning: Attribute 'Outside Regular Trading "
                    + "Hours' is ignored based on the order type and destination. PlaceOrder is now being processed.");
        }
        if (!touch.listings().stream().allMatch(l -> market.isOpen(l.key()))) {
            String opens = touch.listings().stream().map(l -> market.sessionEnd(l.key())).max(Instant::compareTo)
                    .orElseThrow().atZone(SessionCalendar.NEW_YORK).toLocalDate() + " 09:30:00 US/Eastern";
            notice(order.clientId(), order.orderId(), 399,
                    "Order Message: Warning: your order will not be placed at the exchange until " + opens);
        }
    }

    // ---- refusals

    /** Validation says only a code; an exchange leaves an order that never worked. 202 is its price band. */
    private void refuse(BookedOrder order, ExchangeInput.RefuseNext told) {
        boolean band = told.code() == 202;
        BookedOrder ended = order.with(band ? OrderStatus.CANCELLED : OrderStatus.INACTIVE, market.now(),
                band ? "Cancelled by System: " + told.text() : "Rejected: " + told.text());
        switch (told.manner()) {
            case CODE_ONLY -> notice(order.clientId(), order.orderId(), told.code(), told.text());
            case CODE_FIRST -> {
                notice(order.clientId(), order.orderId(), told.code(), told.text());
                emit.accept(new ExchangeOutput.OrderChanged(market.now(), ended));
            }
            case CODE_LAST -> {
                emit.accept(new ExchangeOutput.OrderChanged(market.now(), ended));
                notice(order.clientId(), order.orderId(), told.code(), told.text());
            }
        }
    }

    private Optional<ExchangeInput.RefuseNext> refusal(Ticket ticket, Touch touch) {
        if (refusal != null) {
            ExchangeInput.RefuseNext told = refusal;
            refusal = null;
            return Optional.of(told);
        }
        long same = account.working().stream().filter(
                o -> o.ticket().legs().equals(ticket.legs()) && o.ticket().side() == ticket.side()).count();
        if (same >= MOST_WORKING) {
            return Optional.of(new ExchangeInput.RefuseNext(201, "Order rejected - reason:You already have " + same
                    + " working orders on this side of the contract."));
        }
        Valuer.Forecast forecast = valuer.forecast(ticket, touch);
        boolean closesItsParent = ticket.terms().parentId() != 0;
        return !closesItsParent && forecast.after().availableFunds().isNegative()
                && forecast.after().availableFunds().compareTo(valuer.values().availableFunds()) < 0
                        ? Optional.of(new ExchangeInput.RefuseNext(201,
                                "Order rejected - reason:We are unable to accept your order. Your Available Funds "
                                        + "are in sufficient to cover it: " + forecast.after().availableFunds()))
                        : Optional.empty();
    }

    // ---- changes

    private void change(BookedOrder order, Ticket ticket) {
        Optional<Admission.Outcome.Refused> refused = refusedChange(order, ticket);
        if (refused.isPresent()) {
            notice(order.clientId(), order.orderId(), refused.get().code(), refused.get().text());
            return;
        }
        boolean sameLife = order.ticket().tif() == ticket.tif() && ticket.tif() != Ticket.Tif.GTD;
        BookedOrder changed = order.with(ticket, market.now(),
                sameLife ? order.expires() : expiry(ticket, Touch.of(market, ticket)));
        changed = gates.advance(changed, Touch.of(market, ticket));
        emit.accept(new ExchangeOutput.OrderChanged(market.now(), changed));
        floor.match(changed.permId());
    }

    private Optional<Admission.Outcome.Refused> refusedChange(BookedOrder order, Ticket ticket) {
        if (order.status() == OrderStatus.FILLED) {
            return no(104, "Cannot modify a filled order.");
        }
        if (order.status().isTerminal()) {
            return no(103, "Duplicate order id");
        }
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            return no(2102, "Unable to modify this order as it is still being processed.");
        }
        if (!ticket.legs().equals(order.ticket().legs()) || ticket.side() != order.ticket().side()
                || ticket.quantity() <= order.filled()
                || ticket.terms().parentId() != order.ticket().terms().parentId()) {
            return no(105, "Order being modified does not match the original order.");
        }
        if (!ticket.terms().algo().equals(order.ticket().terms().algo())) {
            return no(440, "The algo order cannot be modified: its strategy stays '"
                    + order.ticket().terms().algo() + "'.");
        }
        if (!mayBecome(order.ticket().terms().type(), ticket.terms().type())) {
            return no(329, "Order modify failed. Cannot change to the new order type.");
        }
        return Admission.check(ticket, market.catalogue(), account.id()) instanceof Admission.Outcome.Refused r
                ? Optional.of(r)
                : Optional.empty();
    }

    private static boolean mayBecome(OrderType was, OrderType is) {
        boolean plain = was == OrderType.LMT || was == OrderType.MKT;
        return was == is || plain && (is == OrderType.LMT || is == OrderType.MKT);
    }

    private static Optional<Admission.Outcome.Refused> no(int code, String text) {
        return Optional.of(new Admission.Outcome.Refused(code, text));
    }

    // ---- cancels and the broker's own window

    void cancel(int client, int id) {
        Optional<BookedOrder> order = account.order(client, id).filter(o -> o.orderId() == id && id != 0);
        if (order.isEmpty()) {
            notice(client, id, 10147, "OrderId " + id + " that needs to be cancelled is not found.");
        } else if (floor.wasSwept(order.get())) {
            notice(client, id, 161, "Cancel attempted when order is not in a cancellable state.  Order permId = "
                    + order.get().permId());
        } else if (order.get().status().isTerminal() || order.get().status() == OrderStatus.PENDING_CANCEL) {
            notice(client, id, 10148, "OrderId " + id + " that needs to be cancelled cannot be cancelled, state: "
                    + order.get().status().wire() + ".");
        } else {
            floor.cancel(order.get());
        }
    }

    /** A working order written by a person; what would be refused is said to that person. */
    void write(ExchangeInput.Write write) {
        Optional<Listing> listing = market.catalogue().byKey(write.key());
        Ticket ticket = new Ticket("", "", write.side(), write.quantity(), write.price(), Ticket.Tif.DAY,
                listing.map(l -> List.of(new Ticket.Leg(l.conId(), 1, Side.BUY))).orElse(List.of()), false, false);
        place(0, 0, ticket);
    }

    /** Gives a manual order the next negative id. */
    void bind(long permId) {
        account.order(permId).filter(order -> order.isManual() && order.orderId() == 0
                && !order.status().isTerminal()).ifPresent(
                        order -> emit.accept(new ExchangeOutput.OrderChanged(market.now(),
                                order.bound(account.nextManualId()))));
    }

    private void notice(int client, int id, int code, String text) {
        emit.accept(new ExchangeOutput.Notice(market.now(), client, id, code, text));
    }
}
