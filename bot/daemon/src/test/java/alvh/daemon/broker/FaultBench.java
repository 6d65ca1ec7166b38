package alvh.daemon.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.Lot;
import alvh.planner.market.AccountKind;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole session with the client that is on the class path, over a real socket, against a peer that misbehaves. The
 * session's time is moved by hand: what is said to happen within 15 s happens within 15 s of that time. What the machine
 * needs for it is waited for, with a generous limit.
 */
final class FaultBench implements AutoCloseable {
    static final InstrumentKey CALL = InstrumentKey.of("VIX   261118C00020000");
    static final String REF = "HB1.S.K3M9TQ2W8Z5A4B7C.001.01.X";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LONGEST_REF = 12_000_000;
    private static final Duration STEP = Duration.ofMillis(500);

    final TinyGateway gateway = new TinyGateway();
    final HandTicker ticker = new HandTicker();
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final Loop loop = new Loop(ticker);
    private final BrokerSession session;
    private long token = 1_000;

    FaultBench() throws IOException {
        var clock = new ExchangeClock(AccountKind.SIMULATED, () -> Bench.START, ticker);
        session = new BrokerSession(
                BrokerSettings.of("127.0.0.1", gateway.port(), 17, Bench.ACCOUNT, AccountKind.SIMULATED), events::add,
                clock, ticker, List.of(Samples.known(700, CALL.text())), known -> {}, partial -> List.of(), loop);
    }

    BrokerSession session() {
        return session;
    }

    void start() {
        session.start();
    }

    /** Connected, proven, ready for the fault. */
    FaultBench up() {
        start();
        wait("a session", () -> count(Event.SessionUp.class) == 1);
        return this;
    }

    /** Lets the session's time pass; the peer is given no chance to answer in it. */
    void pass(Duration duration) {
        for (Duration left = duration; left.isPositive(); left = left.minus(STEP)) {
            ticker.pass(left.compareTo(STEP) < 0 ? left : STEP);
            settle();
        }
    }

    /** Lets the session's time pass with a peer that answers: after each step everything asked has been answered. */
    void passAnswered(Duration duration) {
        for (long i = 0; i < duration.toSeconds(); i++) {
            pass(Duration.ofSeconds(1));
            roundTrip();
        }
    }

    /** A question that is asked behind everything else, and its answer. */
    void roundTrip() {
        long mine = ++token;
        session.proveQuotes(mine, List.of());
        wait("an answer of the peer", () -> events.stream().anyMatch(e -> switch (e) {
            case Event.QuotesProven proven -> proven.token() == mine;
            case Event.ReadFailed failed -> failed.token() == mine;
            default -> false;
        }));
    }

    /**
     * Lets time pass until the session is given up.
     *
     * @return how long that took, in the session's time
     */
    Duration downAfter() {
        int before = count(Event.SessionDown.class);
        long then = ticker.nanos();
        for (int i = 0; i < 120 && count(Event.SessionDown.class) == before; i++) {
            pass(STEP);
        }
        assertThat(count(Event.SessionDown.class)).as("the session was given up").isGreaterThan(before);
        return ticker.since(then);
    }

    /** The session is given up without any of its time passing: somebody told it. */
    String downAtOnce() {
        int before = 0;
        wait("the loss", () -> count(Event.SessionDown.class) > before);
        return told(Event.SessionDown.class).getFirst().because();
    }

    /** The pause passes, the session stands again. */
    void upAgain() {
        int before = count(Event.SessionUp.class);
        int dialled = gateway.connections();
        pass(Duration.ofSeconds(3));
        wait("a second connection", () -> gateway.connections() > dialled);
        wait("a second session", () -> count(Event.SessionUp.class) > before);
    }

    /** The peer's end of the line is closed, and the session stands on a new one. */
    void redial() {
        try {
            gateway.finish();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        downAtOnce();
        upAgain();
    }

    void order(int id) {
        session.send(new OrderRequest(id, REF, Bench.ACCOUNT, List.of(new Lot.LotLeg(CALL, 1, Side.BUY)), Side.BUY, 1,
                Price.of("0.85")));
    }

    /** An order so long that it cannot pass a peer that does not read: the wire thread is stuck in the client's monitor. */
    void jam() {
        session.send(new OrderRequest(51, "A".repeat(LONGEST_REF), Bench.ACCOUNT,
                List.of(new Lot.LotLeg(CALL, 1, Side.BUY)), Side.BUY, 1, Price.of("0.85")));
        wait("the stuck write", () -> bytesSent() > LONGEST_REF);
    }

    /** The session's own buffer becomes so small that cancels fill it. */
    void smallPipe() {
        onLoop(() -> {
            try {
                session.link().socket().setSendBufferSize(2_048);
                return null;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    long bytesSent() {
        return onLoop(() -> session.link().socket().bytesSent());
    }

    <T> T onLoop(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, loop).join();
    }

    /** The session's loop stands still until the latch opens; what comes meanwhile waits. */
    void hold(CountDownLatch open) {
        loop.execute(() -> {
            try {
                open.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    int backlog() {
        return loop.backlog();
    }

    int count(Class<? extends Event> type) {
        return told(type).size();
    }

    <T extends Event> List<T> told(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Event> T first(Class<T> type) {
        wait(type.getSimpleName(), () -> count(type) > 0);
        return told(type).getFirst();
    }

    void wait(String what, Callable<Boolean> holds) {
        await(what).atMost(LIMIT).pollInterval(Duration.ofMillis(2)).until(holds);
    }

    /** Twice round the loop: the timers that are due have run, and what they began too. */
    void settle() {
        for (int i = 0; i < 2; i++) {
            var passed = new CountDownLatch(1);
            loop.execute(passed::countDown);
            try {
                assertThat(passed.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as("the loop goes round").isTrue();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    @Override
    public void close() throws IOException {
        session.close();
        gateway.close();
    }
}
