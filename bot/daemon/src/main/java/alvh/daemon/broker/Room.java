package alvh.daemon.broker;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.daemon.desk.Ports;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;

/**
 * What the session knows and asks: words come in, requests and events go out, all on the loop. It has no socket and no
 * thread, so every exchange with a broker can be stepped.
 */
final class Room {
    static final int MILLIS_FROM = 197;

    private final Consumer<Event> desk;
    private final Consumer<Request> out;
    private final Asks asks;
    private final Instruments instruments;
    private final Contracts contracts;
    private final QuoteLines lines;
    private final BarHistory history;
    private final OrderWords orders;
    private final Drops drops;
    private final TruthReader truths;
    private final SnapshotTaker snapshots;
    private final QuoteProof proofs;
    private final Turns snapshotTurns = new Turns();
    private final Turns truthTurns = new Turns();
    private Consumer<String> distrust = because -> {};
    private int serverVersion;
    private int losses;

    /** One at a time, in order. */
    private static final class Turns {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private boolean busy;

        void take(Supplier<CompletableFuture<?>> work) {
            waiting.add(() -> work.get().whenComplete((ok, fault) -> {
                busy = false;
                begin();
            }));
            begin();
        }

        private void begin() {
            if (!busy && !waiting.isEmpty()) {
                busy = true;
                waiting.poll().run();
            }
        }
    }

    Room(BrokerSettings settings, Loop loop, Consumer<Event> desk, Consumer<Request> out, Ports.ExchangeTime clock,
            Ports.Ticker ticker, List<KnownInstrument> known, Consumer<KnownInstrument> learned,
            Function<Partial, List<InstrumentKey>> wanted) {
        TradingCalendar calendar = TradingCalendar.nyse();
        this.desk = desk;
        this.out = out;
        drops = new Drops(desk);
        asks = new Asks(loop, out);
        instruments = new Instruments(new Naming(calendar), new ContractCheck(calendar), known, learned);
        contracts = new Contracts(asks, instruments, new ChainDates(calendar));
        lines = new QuoteLines(loop, asks, instruments, out, clock, ticker, settings.marketDataLines());
        history = new BarHistory(asks, instruments, calendar, out);
        orders = new OrderWords(instruments, clock);
        var accounts = new AccountReader(asks, instruments, out, clock, settings.accountId(), settings.kind());
        truths = new TruthReader(asks, orders, accounts, settings.accountId());
        snapshots = new SnapshotTaker(accounts, contracts, instruments, lines, history, clock, wanted);
        proofs = new QuoteProof(asks, lines, contracts, clock, ticker);
    }

    /** Told when an answer that must come did not: the link is not to be trusted any more. */
    void onDistrust(Consumer<String> handler) {
        distrust = handler;
    }

    Asks asks() {
        return asks;
    }

    void up(int version) {
        serverVersion = version;
        asks.up();
    }

    boolean countsMillis() {
        return serverVersion >= MILLIS_FROM;
    }

    /** The link is gone: whatever was asked fails, whatever was subscribed is gone. */
    void lost(String because) {
        losses++;
        drops.end();
        history.lost(because);
        asks.lost(because);
        lines.lost(because);
        contracts.lost();
        orders.lost();
    }

    /** A request has left; before that its patience does not run. */
    void written(Request request) {
        if (request instanceof Request.Quotes quotes) {
            lines.written(quotes.reqId());
        }
    }

    void hear(Word word) {
        switch (word) {
            case Word.Price tick -> lines.hear(tick);
            case Word.Dropped dropped -> drops.price(dropped);
            case Word.Size tick -> lines.hear(tick);
            case Word.Model model -> lines.hear(model);
            case Word.DataType type -> lines.hear(type);
            case Word.Error error -> hear(error);
            case Word.Status status -> {
                quantity(status.filled(), "filled of order " + status.orderId());
                desk.accept(orders.status(status));
            }
            case Word.OpenOrder order -> {
                quantity(order.quantity(), "quantity of order " + order.orderId());
                asks.hear(order);
                desk.accept(orders.order(order));
            }
            case Word.Execution execution -> {
                quantity(execution.quantity(), "quantity of execution " + execution.execId());
                orders.timeRemark(execution)
                        .ifPresent(remark -> desk.accept(new Event.Noticed("execution time", remark, false)));
                if (!asks.hear(execution)) {
                    execution(execution);
                }
            }
            case Word.Commission commission -> {
                Event.CommissionSeen seen = orders.commission(commission);
                if (seen.amount() == null) {
                    drops.count("commission that is no amount in dollars", commission.amount() + " "
                            + commission.currency() + " of execution " + commission.execId());
                }
                desk.accept(seen);
            }
            case Word.Accounts a -> asks.hear(a);
            case Word.NextId n -> asks.hear(n);
            case Word.Time t -> asks.hear(t);
            case Word.Position p -> asks.hear(p);
            case Word.PositionEnd e -> asks.hear(e);
            case Word.Rule r -> asks.hear(r);
            case Word.OpenOrderEnd e -> asks.hear(e);
            case Word.Completed c -> asks.hear(c);
            case Word.CompletedEnd e -> asks.hear(e);
            case Word.Closed c -> asks.hear(c);
            case Word.Keyed answer -> asks.hear(answer);
        }
    }

    private void quantity(long units, String where) {
        if (units < 0) {
            drops.count("quantity that is no whole number", where);
        }
    }

    private void execution(Word.Execution word) {
        Optional<Event.ExecutionSeen> seen = orders.execution(word);
        seen.ifPresent(desk);
        if (seen.isEmpty() && word.orderId() > 0) {
            desk.accept(new Event.OrderError(word.orderId(), 0, "E-EXECUTION unreadable execution " + word.execId()
                    + " of " + word.facts().secType() + " " + word.facts().localSymbol()));
        }
    }

    private void hear(Word.Error error) {
        if (asks.hear(error) || lines.hear(error)) {
            return;
        }
        switch (error.code()) {
            case 1100, 2110 -> {
                lines.farmLost(error.text());
                desk.accept(new Event.FarmLink(error.code(), error.text()));
            }
            case 1102, 1300 -> desk.accept(new Event.FarmLink(error.code(), error.text()));
            case 1101 -> {
                lines.lost("the broker lost the market data subscriptions (1101)");
                desk.accept(new Event.FarmLink(error.code(), error.text()));
            }
            case 2103, 2105, 2157 -> {
                lines.farmLost(error.text());
                desk.accept(new Event.FarmLink(error.code(), error.text()));
            }
            case 2104, 2106, 2158 -> desk.accept(new Event.FarmLink(error.code(), error.text()));
            default -> {
                boolean order = error.id() > 0 && error.id() < Asks.FIRST_ID && !ClientCode.made(error.code());
                if (order) {
                    desk.accept(new Event.OrderError(error.id(), error.code(), error.text()));
                }
            }
        }
    }

    void readTruth(long token) {
        truthTurns.take(() -> truths.read(serverVersion).handle((outcome, fault) -> {
            String problem = fault != null ? String.valueOf(fault) : outcome.problem();
            if (problem.isEmpty()) {
                desk.accept(new Event.TruthRead(token, outcome.truth()));
            } else {
                desk.accept(new Event.ReadFailed(token, problem));
                distrust.accept(problem);
            }
            return null;
        }));
    }

    void takeSnapshot(long token, Instant asOf) {
        snapshotTurns.take(() -> answered(token, () -> snapshots.take(token, asOf)).thenRun(lines::sweep));
    }

    void proveQuotes(long token, List<InstrumentKey> keys) {
        answered(token, () -> proofs.prove(token, keys, countsMillis()));
    }

    /** The order with its contract ids, or the reason why it cannot be written. */
    Optional<Request.Place> place(OrderRequest order) {
        List<Integer> conIds = new ArrayList<>();
        for (Lot.LotLeg leg : order.legs()) {
            instruments.known(leg.key()).ifPresent(known -> conIds.add(known.conId()));
        }
        if (conIds.size() == order.legs().size()) {
            return Optional.of(new Request.Place(order, conIds));
        }
        desk.accept(new Event.OrderNotWritten(order.orderRef(), order.orderId(),
                "E-CONTRACT a leg of " + order.legs() + " has no contract id that the table of contracts confirms"));
        return Optional.empty();
    }

    /** An answer that the link did not live through is none, however much of it had come. */
    private CompletableFuture<Void> answered(long token, Supplier<CompletableFuture<Event>> work) {
        int before = losses;
        return work.get().handle((event, fault) -> {
            if (fault != null) {
                desk.accept(new Event.ReadFailed(token, "internal: " + fault));
            } else if (losses != before) {
                desk.accept(new Event.ReadFailed(token, "the session with the broker was lost meanwhile"));
            } else {
                desk.accept(event);
            }
            return null;
        });
    }
}
