package alvh.simulator.exchange;

import java.time.Duration;
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

    private final Market market;
    private final Account account;
    private final Floor floor;
    private final Counter counter;
    private final Settler settler;
    private final Valuer valuer;
    private final Hand hand;
    private final Exercises exercises;
    private final List<ExchangeOutput> out = new ArrayList<>();
    private List<ExchangeOutput> opening = List.of();
    /** So many of {@link #out} stay, whatever breaks. */
    private int kept;

    private Exchange(Market market) {
        this.market = market;
        this.account = new Account(market.spec().account(), Usd.ZERO);
        this.settler = new Settler(market, account, this::emit);
        this.valuer = new Valuer(market, account);
        Filler filler = new Filler(account, this::emit);
        Gates gates = new Gates(market, account, new Watch(market, account, valuer));
        this.floor = new Floor(market, account, new Matcher(new Chance(market.spec().seed())), filler, gates,
                this::emit);
        this.counter = new Counter(market, account, valuer, gates, floor, this::tell, this::emit);
        this.exercises = new Exercises(market, account, this::emit);
        this.hand = new Hand(market, account, filler, floor, settler, this::emit);
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
            exchange.account.keep();
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

    /**
     * Everything that follows from one input, in order. What breaks leaves as it came, with the account as it was before;
     * as {@link HalfDone} when the market had been told something.
     */
    public List<ExchangeOutput> step(ExchangeInput input) {
        return collect(() -> {
            switch (input) {
                case ExchangeInput.Tick(Instant now) -> tick(now);
                case ExchangeInput.Place(int client, int id, Ticket ticket) -> counter.place(client, id, ticket);
                case ExchangeInput.Cancel(int client, int id) -> counter.cancel(client, id);
                case ExchangeInput.CancelAll() -> floor.cancelAll();
                case ExchangeInput.HoldFills() -> floor.holdFills(true);
                case ExchangeInput.ReleaseFills() -> floor.holdFills(false);
                case ExchangeInput.FillAtMost(int units) -> floor.fillAtMost(units);
                case ExchangeInput.ForceFill(long permId, int units) -> hand.fill(permId, units);
                case ExchangeInput.FillLeg(long permId, int leg, int units) -> hand.fillLeg(permId, leg, units);
                case ExchangeInput.CancelTakes(Duration time) -> floor.cancelTakes(time);
                case ExchangeInput.Exercise ask -> exercises.ask(ask);
                case ExchangeInput.EndsInactive(boolean on) -> floor.endsInactive(on);
                case ExchangeInput.PermIdsFrom(long first) -> account.permIdsFrom(first);
                case ExchangeInput.Write write -> counter.write(write);
                case ExchangeInput.Bind(long permId) -> counter.bind(permId);
                case ExchangeInput.RefuseNext next -> counter.refuseNext(next);
                case ExchangeInput.Correct correction -> hand.correct(correction);
                case ExchangeInput.HumanTrade trade -> hand.trade(trade);
                case ExchangeInput.HandCancel(long permId, String reason) -> account.order(permId)
                        .filter(order -> !order.status().isTerminal())
                        .ifPresent(order -> floor.end(order, "Cancelled by Trader", reason));
                case ExchangeInput.Settle(String root, LocalDate date, double value) -> hand.settle(root, date, value);
                case ExchangeInput.Assign(InstrumentKey key) -> hand.assign(key);
                case ExchangeInput.World(MarketLine line) -> tell(line);
            }
        });
    }

    /** All or nothing, but for a line told to the market: that happened, whatever breaks after it. */
    private List<ExchangeOutput> collect(Runnable work) {
        out.clear();
        keep();
        try {
            work.run();
            return List.copyOf(out);
        } catch (RuntimeException broken) {
            account.rollBack();
            throw kept == 0 ? broken : new HalfDone(out.subList(0, kept), broken);
        }
    }

    private void keep() {
        account.keep();
        kept = out.size();
    }

    private void emit(ExchangeOutput output) {
        account.fold(output);
        out.add(output);
    }

    private void tell(MarketLine line) {
        market.apply(line);
        emit(new ExchangeOutput.MarketTold(market.now(), line));
        keep();
        floor.matchAll();
    }

    private void tick(Instant now) {
        market.advance(now);
        floor.tick();
        settler.due(market.now());
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
