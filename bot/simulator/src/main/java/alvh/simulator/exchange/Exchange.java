package alvh.simulator.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Chance;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.MarketLine;

/**
 * The truth: one account, its orders, fills, positions and cash, on one market. One thread; {@link #step} is the only
 * way in. Facts among the outputs must reach the truth file before any client is told.
 */
public final class Exchange {

    private static final int MOST_WORKING = 15;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Market market;
    private final Account account;
    private final Matcher matcher;
    private final Filler filler;
    private final Settler settler;
    private final Valuer valuer;
    private final Hand hand;
    private final List<ExchangeOutput> out = new ArrayList<>();
    private List<ExchangeOutput> opening = List.of();
    private boolean fillsHeld;
    private int fillAtMost = NO_LIMIT;
    private ExchangeInput.RefuseNext refusal;

    private Exchange(Market market) {
        this.market = market;
        this.account = new Account(market.spec().account(), Usd.ZERO);
        this.matcher = new Matcher(new Chance(market.spec().seed()));
        this.filler = new Filler(account, this::emit);
        this.settler = new Settler(market, account, this::emit);
        this.valuer = new Valuer(market, account);
        this.hand = new Hand(market, account, filler, settler, this::emit);
    }

    /** A new account with the positions and cash of the market's spec. */
    public static Exchange open(Market market) {
        Exchange exchange = new Exchange(market);
        exchange.opening = exchange.collect(exchange::begin);
        return exchange;
    }

    /** The facts with which a truth file of a new account begins; empty after {@link #resume}. */
    public List<ExchangeOutput> opening() {
        return opening;
    }

    /**
     * The account as the facts left it (oldest first); the market is moved through its told lines as well. Facts of
     * another account are an IllegalArgumentException.
     */
    public static Exchange resume(Market market, List<ExchangeOutput> facts) {
        Exchange exchange = new Exchange(market);
        for (ExchangeOutput fact : facts) {
            if (fact instanceof ExchangeOutput.Opened opened) {
                exchange.mustBe(opened);
            }
            market.advance(fact.at());
            if (fact instanceof ExchangeOutput.MarketTold told) {
                market.apply(told.line());
            }
            exchange.account.fold(fact);
        }
        return exchange;
    }

    private void mustBe(ExchangeOutput.Opened opened) {
        boolean same = opened.account().equals(account.id()) && opened.seed() == market.spec().seed();
        if (!same) {
            throw new IllegalArgumentException("the truth file is of account " + opened.account() + ", seed "
                    + opened.seed() + "; this world is " + account.id() + ", seed " + market.spec().seed()
                    + ": use another state folder, or the scenario it was made with");
        }
    }

    private void begin() {
        Instant at = market.now();
        emit(new ExchangeOutput.Opened(at, account.id(), market.spec().seed()));
        market.spec().positions().forEach(holding -> {
            Listing listing = market.catalogue().byKey(holding.key()).orElseThrow(
                    () -> new IllegalArgumentException("no such instrument on this exchange: " + holding.key()));
            int n = Math.abs(holding.quantity());
            Usd fee = Fees.brokerage(!listing.isOption(), n)
                    .plus(Fees.exchangeFee(listing, holding.price()).times(n));
            Usd cost = holding.price().cost(Math.max(1, listing.multiplier()), holding.quantity()).plus(fee);
            emit(new ExchangeOutput.PositionChanged(at,
                    new Position(holding.key(), listing.conId(), holding.quantity(), cost)));
        });
        emit(new ExchangeOutput.CashChanged(at, market.spec().cash(), "opening"));
    }

    /** Everything that follows from one input, in order. */
    public List<ExchangeOutput> step(ExchangeInput input) {
        return collect(() -> {
            switch (input) {
                case ExchangeInput.Tick(Instant now) -> tick(now);
                case ExchangeInput.Place(int client, int id, Ticket ticket) -> place(client, id, ticket);
                case ExchangeInput.Cancel(int client, int id) -> cancel(client, id);
                case ExchangeInput.CancelAll() -> account.working()
                        .forEach(order -> end(order, OrderStatus.CANCELLED, "Cancelled by Trader", ""));
                case ExchangeInput.HoldFills() -> fillsHeld = true;
                case ExchangeInput.ReleaseFills() -> fillsHeld = false;
                case ExchangeInput.FillAtMost(int units) -> fillAtMost = Math.max(1, units);
                case ExchangeInput.ForceFill(long permId, int units) -> hand.fill(permId, units);
                case ExchangeInput.RefuseNext next -> refusal = next;
                case ExchangeInput.Correct correction -> hand.correct(correction);
                case ExchangeInput.HumanTrade trade -> hand.trade(trade);
                case ExchangeInput.HandCancel(long permId, String reason) -> account.order(permId)
                        .filter(order -> !order.status().isTerminal())
                        .ifPresent(order -> end(order, OrderStatus.CANCELLED, "Cancelled by Trader", reason));
                case ExchangeInput.Settle(String root, LocalDate date, double value) -> hand.settle(root, date, value);
                case ExchangeInput.Assign(InstrumentKey key) -> hand.assign(key);
                case ExchangeInput.World(MarketLine line) -> tell(line);
            }
        });
    }

    private List<ExchangeOutput> collect(Runnable work) {
        out.clear();
        work.run();
        return List.copyOf(out);
    }

    private void emit(ExchangeOutput output) {
        account.fold(output);
        out.add(output);
    }

    private void tell(MarketLine line) {
        market.apply(line);
        emit(new ExchangeOutput.MarketTold(market.now(), line));
        matchAll();
    }

    // ---- time

    private void tick(Instant now) {
        market.advance(now);
        for (BookedOrder order : account.working()) {
            if (order.expires() != null && !market.now().isBefore(order.expires())) {
                end(order, OrderStatus.CANCELLED, "Cancelled by System: DAY order expired", "DAY order expired");
            } else if (order.ticket().legs().stream().anyMatch(this::hasExpired)) {
                end(order, OrderStatus.CANCELLED, "Cancelled by System: contract expired", "contract expired");
            }
        }
        matchAll();
        settler.due(market.now());
    }

    private boolean hasExpired(Ticket.Leg leg) {
        return market.catalogue().byConId(leg.conId()).map(Listing::lastTradeDate)
                .map(last -> last.isBefore(market.date())).orElse(false);
    }

    private void matchAll() {
        account.working().forEach(this::match);
    }

    private void match(BookedOrder order) {
        Touch touch = Touch.of(market, order.ticket());
        BookedOrder working = order;
        if (order.status() == OrderStatus.PRE_SUBMITTED && touch.open()) {
            working = with(order, OrderStatus.SUBMITTED, null, "");
            emit(new ExchangeOutput.OrderChanged(market.now(), working));
        }
        if (fillsHeld) {
            return;
        }
        Matcher.Fill fill = matcher.match(working, touch, since(working), market.now());
        if (fill.units() > 0) {
            int units = Math.min(fill.units(), fillAtMost);
            fillAtMost = NO_LIMIT;
            filler.fill(working, touch, new Matcher.Fill(units, fill.price()), market.now());
        }
    }

    private Instant since(BookedOrder order) {
        Instant since = order.accepted();
        for (Execution execution : account.executionsOf(order.permId())) {
            since = execution.at().isAfter(since) ? execution.at() : since;
        }
        return since;
    }

    // ---- orders

    private void place(int client, int id, Ticket ticket) {
        Optional<BookedOrder> known = account.order(client, id);
        if (known.isPresent() && !ticket.whatIf()) {
            change(known.get(), ticket);
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
            emit(new ExchangeOutput.WhatIf(market.now(), client, id, ticket, valuer.values(), forecast.after(),
                    forecast.commission()));
            return;
        }
        if (market.held()) {
            tell(new MarketLine.Release());
        }
        Instant ends = touch.listings().stream().map(l -> market.sessionEnd(l.key())).min(Instant::compareTo)
                .orElseThrow();
        BookedOrder order = new BookedOrder(account.nextPermId(), client, id, ticket, OrderStatus.PRE_SUBMITTED, 0, 0,
                new Price(0), market.now(), ticket.tif() == Ticket.Tif.GTC ? null : ends, null, "");
        Optional<ExchangeInput.RefuseNext> refused = refusal(ticket, touch);
        if (refused.isPresent()) {
            emit(new ExchangeOutput.OrderChanged(market.now(),
                    with(order, OrderStatus.INACTIVE, market.now(), "Rejected: " + refused.get().text())));
            notice(client, id, refused.get().code(), refused.get().text());
            return;
        }
        emit(new ExchangeOutput.OrderChanged(market.now(), order));
        if (!touch.listings().stream().allMatch(l -> market.isOpen(l.key()))) {
            notice(client, id, 399, "Order Message: Warning: your order will not be placed at the exchange until "
                    + "the next regular session opens.");
        }
        match(order);
        if (ticket.tif() == Ticket.Tif.IOC) {
            account.order(order.permId()).filter(o -> !o.status().isTerminal())
                    .ifPresent(o -> end(o, OrderStatus.CANCELLED, "Cancelled by System: IOC", ""));
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
        return forecast.after().availableFunds().isNegative()
                && forecast.after().availableFunds().compareTo(valuer.values().availableFunds()) < 0
                        ? Optional.of(new ExchangeInput.RefuseNext(201,
                                "Order rejected - reason:We are unable to accept your order. Your Available Funds "
                                        + "are in sufficient to cover it: " + forecast.after().availableFunds()))
                        : Optional.empty();
    }

    private void change(BookedOrder order, Ticket ticket) {
        if (order.status() == OrderStatus.FILLED) {
            notice(order.clientId(), order.orderId(), 104, "Cannot modify a filled order.");
        } else if (order.status().isTerminal()) {
            notice(order.clientId(), order.orderId(), 103, "Duplicate order id");
        } else if (!ticket.legs().equals(order.ticket().legs()) || ticket.side() != order.ticket().side()
                || ticket.quantity() <= order.filled()) {
            notice(order.clientId(), order.orderId(), 105,
                    "Order being modified does not match the original order.");
        } else if (Admission.check(ticket, market.catalogue(),
                account.id()) instanceof Admission.Outcome.Refused(int code, String text)) {
            notice(order.clientId(), order.orderId(), code, text);
        } else {
            BookedOrder changed = new BookedOrder(order.permId(), order.clientId(), order.orderId(), ticket,
                    order.status(), order.filled(), order.averagePrice(), order.lastPrice(), market.now(),
                    order.expires(), null, "");
            emit(new ExchangeOutput.OrderChanged(market.now(), changed));
            match(changed);
        }
    }

    private void cancel(int client, int id) {
        Optional<BookedOrder> order = account.order(client, id);
        if (order.isEmpty()) {
            notice(client, id, 10147, "OrderId " + id + " that needs to be cancelled is not found.");
        } else if (order.get().status().isTerminal()) {
            notice(client, id, 10148, "OrderId " + id + " that needs to be cancelled cannot be cancelled, state: "
                    + order.get().status().wire() + ".");
        } else {
            end(order.get(), OrderStatus.CANCELLED, "Cancelled by Trader", "");
        }
    }

    private void end(BookedOrder order, OrderStatus status, String text, String reason) {
        emit(new ExchangeOutput.OrderChanged(market.now(), with(order, status, market.now(), text)));
        notice(order.clientId(), order.orderId(), 202, "Order Canceled - reason:" + reason);
    }

    private static BookedOrder with(BookedOrder o, OrderStatus status, Instant completed, String text) {
        return new BookedOrder(o.permId(), o.clientId(), o.orderId(), o.ticket(), status, o.filled(),
                o.averagePrice(), o.lastPrice(), o.accepted(), o.expires(), completed, text);
    }

    private void notice(int client, int id, int code, String text) {
        emit(new ExchangeOutput.Notice(market.now(), client, id, code, text));
    }

    // ---- views

    public Market market() {
        return market;
    }

    public String account() {
        return account.id();
    }

    public AccountValues values() {
        return valuer.values();
    }

    /** In key order, without flat ones. */
    public List<Position> positions() {
        return account.books().open();
    }

    /** Not terminal, in permId order. */
    public List<BookedOrder> openOrders() {
        return account.working();
    }

    /** Whatever its state; empty for an unknown id. */
    public Optional<BookedOrder> order(long permId) {
        return account.order(permId);
    }

    /** Terminal and completed on this New York date, in permId order. */
    public List<BookedOrder> completedOrders(LocalDate day) {
        return account.completed(day);
    }

    /** Executions of this New York date in order, each in its last revision. */
    public List<Execution> executions(LocalDate day) {
        return account.executions(day);
    }

    /** The commission reports so far given for executions of this New York date. */
    public List<ExchangeOutput.CommissionReported> commissions(LocalDate day) {
        return account.commissions(day);
    }

    /** The greatest order id this client has used, 0 before its first. */
    public int lastOrderId(int clientId) {
        return account.lastOrderId(clientId);
    }
}
