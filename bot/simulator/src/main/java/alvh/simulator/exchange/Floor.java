package alvh.simulator.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import alvh.planner.money.Price;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;

/** Where orders work: they wait at their gates, meet the market, and end. */
final class Floor {

    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private final Market market;
    private final Account account;
    private final Matcher matcher;
    private final Filler filler;
    private final Gates gates;
    private final Family family;
    private final Consumer<ExchangeOutput> emit;
    /** Cancelled by a global cancel in this run: a later cancel of them is answered otherwise. */
    private final Set<Long> swept = new HashSet<>();
    private boolean fillsHeld;
    private int fillAtMost = NO_LIMIT;
    private Duration cancelTakes = Duration.ZERO;
    private boolean endsInactive;

    Floor(Market market, Account account, Matcher matcher, Filler filler, Gates gates, Consumer<ExchangeOutput> emit) {
        this.market = market;
        this.account = account;
        this.matcher = matcher;
        this.filler = filler;
        this.gates = gates;
        this.family = new Family(account, this, market, emit);
        this.emit = emit;
    }

    Family family() {
        return family;
    }

    void holdFills(boolean held) {
        fillsHeld = held;
    }

    void fillAtMost(int units) {
        fillAtMost = Math.max(1, units);
    }

    void cancelTakes(Duration time) {
        cancelTakes = time;
    }

    void endsInactive(boolean on) {
        endsInactive = on;
    }

    // ---- time

    void tick() {
        for (BookedOrder seen : account.working()) {
            account.order(seen.permId()).filter(order -> !order.status().isTerminal()).ifPresent(this::age);
        }
        matchAll();
    }

    private void age(BookedOrder order) {
        Instant now = market.now();
        if (order.stage().cancels() != null && !now.isBefore(order.stage().cancels())) {
            end(order, "Cancelled by Trader", "");
        } else if (order.expires() != null && !now.isBefore(order.expires())) {
            String kind = order.ticket().tif() == Ticket.Tif.GTD ? "GTD" : "DAY";
            unfilled(order, kind + " order expired", kind + " order expired");
        } else if (order.ticket().legs().stream().anyMatch(this::hasExpired)) {
            end(order, "Cancelled by System: contract expired", "contract expired");
        }
    }

    private boolean hasExpired(Ticket.Leg leg) {
        return market.catalogue().byConId(leg.conId()).map(Listing::lastTradeDate)
                .map(last -> last.isBefore(market.date())).orElse(false);
    }

    void matchAll() {
        account.working().forEach(seen -> match(seen.permId()));
    }

    // ---- the market

    /** One look at the market for an order that may have ended meanwhile. */
    void match(long permId) {
        Optional<BookedOrder> known = account.order(permId).filter(order -> !order.status().isTerminal());
        if (known.isEmpty()) {
            return;
        }
        Touch touch = Touch.of(market, known.get().ticket());
        BookedOrder order = advanced(known.get(), touch);
        if (gates.callsOff(order, touch)) {
            end(order, "Cancelled by System: conditions met", "conditions of the order were met");
            return;
        }
        if (!gates.letsThrough(order)) {
            return;
        }
        if (order.status() == OrderStatus.PRE_SUBMITTED && touch.open()) {
            order = order.with(OrderStatus.SUBMITTED, null, "");
            emit.accept(new ExchangeOutput.OrderChanged(market.now(), order));
        }
        if (!fillsHeld) {
            trade(order, touch);
        }
        if (touch.open() && order.ticket().tif().hasOneTry()) {
            endRest(permId);
        }
    }

    private BookedOrder advanced(BookedOrder order, Touch touch) {
        BookedOrder now = gates.advance(order, touch);
        if (!now.equals(order)) {
            emit.accept(new ExchangeOutput.OrderChanged(market.now(), now));
        }
        return now;
    }

    private void trade(BookedOrder order, Touch touch) {
        Matcher.Fill fill = matcher.match(order, touch, since(order), market.now());
        boolean whole = fill.units() == order.remaining();
        boolean wanted = fill.units() > 0 && (whole || order.ticket().tif() != Ticket.Tif.FOK);
        if (wanted && filler.isEven(order)) {
            int units = Math.min(fill.units(), fillAtMost);
            fillAtMost = NO_LIMIT;
            fill(order, touch, units, fill.price());
        }
    }

    void fill(BookedOrder order, Touch touch, int units, Price price) {
        BookedOrder now = filler.fill(order, touch, new Matcher.Fill(units, price), market.now());
        family.filled(now, units);
    }

    private Instant since(BookedOrder order) {
        Instant since = order.accepted();
        for (Execution execution : account.executionsOf(order.permId())) {
            since = execution.at().isAfter(since) ? execution.at() : since;
        }
        return since;
    }

    // ---- ends

    /** For orders with one try: what did not fill is cancelled. */
    void endRest(long permId) {
        account.order(permId).filter(o -> !o.status().isTerminal())
                .ifPresent(o -> unfilled(o, o.ticket().tif().name(), ""));
    }

    private void unfilled(BookedOrder order, String why, String reason) {
        boolean parked = endsInactive && order.ticket().tif() != Ticket.Tif.IOC;
        if (parked) {
            emit.accept(new ExchangeOutput.OrderChanged(market.now(),
                    order.with(OrderStatus.INACTIVE, market.now(), "Inactive: " + why)));
            family.ended(order);
        } else {
            end(order, "Cancelled by System: " + why, reason);
        }
    }

    /** At the client's wish, at once or when the exchange has confirmed it. */
    void cancel(BookedOrder order) {
        if (cancelTakes.isZero()) {
            end(order, "Cancelled by Trader", "");
            return;
        }
        Stage stage = order.stage();
        emit.accept(new ExchangeOutput.OrderChanged(market.now(), order.with(OrderStatus.PENDING_CANCEL, null, "")
                .with(new Stage(stage.released(), stage.triggered(), stage.stop(), stage.whyHeld(),
                        market.now().plus(cancelTakes)))));
    }

    void cancelAll() {
        List<BookedOrder> all = account.working();
        all.forEach(order -> swept.add(order.permId()));
        all.stream().map(order -> account.order(order.permId()).orElseThrow())
                .filter(order -> !order.status().isTerminal())
                .forEach(order -> end(order, "Cancelled by Trader", ""));
    }

    boolean wasSwept(BookedOrder order) {
        return swept.contains(order.permId());
    }

    void end(BookedOrder order, String text, String reason) {
        Stage stage = order.stage();
        emit.accept(new ExchangeOutput.OrderChanged(market.now(),
                order.with(OrderStatus.CANCELLED, market.now(), text).with(
                        new Stage(stage.released(), stage.triggered(), stage.stop(), "", null))));
        emit.accept(new ExchangeOutput.Notice(market.now(), order.clientId(), order.orderId(), 202,
                "Order Canceled - reason:" + reason));
        family.ended(order);
    }
}
