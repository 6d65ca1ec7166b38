package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderRequest;
import alvh.daemon.desk.Ports;
import alvh.planner.market.InstrumentKey;

/**
 * The broker session: connects and stays connected, proves account and kind, writes requests behind the token buckets,
 * and turns every callback into an {@link Event}. No method blocks; any thread may call.
 */
public final class BrokerSession implements Ports.Broker {
    private static final Duration STUCK = Duration.ofMillis(50);
    /** After a kill, so often and so many times a write is looked at that has not ended. */
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LOOKS = 8;

    private final Consumer<Event> desk;
    private final Ports.Ticker ticker;
    private final Loop loop;
    private final Wire wire;
    private final Room room;
    private final SessionKeeper keeper;

    /**
     * @param desk receives every event, on the room's threads
     * @param known what table {@code instrument} holds at the start
     * @param learned told of each instrument whose details have been read and agree with the table of contracts
     * @param wanted names the instruments worth a line, in order of need (HedgePlanner.wanted)
     */
    public BrokerSession(BrokerSettings settings, Consumer<Event> desk, ExchangeClock clock, Ports.Ticker ticker,
            List<KnownInstrument> known, Consumer<KnownInstrument> learned,
            Function<Partial, List<InstrumentKey>> wanted) {
        this(settings, desk, clock, ticker, known, learned, wanted, new Loop(ticker));
    }

    /** On a loop that somebody else can look at too. */
    BrokerSession(BrokerSettings settings, Consumer<Event> desk, ExchangeClock clock, Ports.Ticker ticker,
            List<KnownInstrument> known, Consumer<KnownInstrument> learned,
            Function<Partial, List<InstrumentKey>> wanted, Loop loop) {
        this.desk = desk;
        this.ticker = ticker;
        this.loop = loop;
        wire = new Wire(ticker, desk, this::broken, this::written);
        room = new Room(settings, loop, desk, this::ask, clock, ticker, known, learned, wanted);
        keeper = new SessionKeeper(settings, loop, room, wire, clock, ticker, desk);
        room.onDistrust(because -> keeper.doubt(keeper.link(), because));
        loop.onFault(fault -> keeper.doubt(keeper.link(), "internal: " + Unset.text(String.valueOf(fault))));
    }

    /** Begins to connect; answered by SessionUp, SessionDown (again and again) or SessionRefused. */
    public void start() {
        Thread thread = new Thread(loop::run, "broker");
        thread.setDaemon(true);
        thread.start();
        wire.start();
        loop.execute(keeper::start);
    }

    @Override
    public void send(OrderRequest order) {
        loop.execute(() -> {
            if (keeper.up()) {
                room.place(order).ifPresent(this::ask);
            } else {
                desk.accept(OrderWriter.notWritten(order, "no session with the broker"));
            }
        });
    }

    @Override
    public void cancel(int orderId, String orderRef) {
        loop.execute(() -> ask(new Request.Cancel(orderId, orderRef)));
    }

    @Override
    public void cancelEverything() {
        loop.execute(() -> ask(new Request.CancelAll()));
    }

    @Override
    public void readTruth(long token) {
        whenUp(token, () -> room.readTruth(token));
    }

    @Override
    public void proveQuotes(long token, List<InstrumentKey> keys) {
        whenUp(token, () -> room.proveQuotes(token, keys));
    }

    @Override
    public void takeSnapshot(long token, Event.Job job, Instant asOf) {
        whenUp(token, () -> room.takeSnapshot(token, asOf));
    }

    /**
     * Closes the gate for order bytes before it returns. A write that is stuck, an order's or one that cancels would have
     * to wait for, is cut off by closing the raw socket a moment later; so is a cancel that gets stuck itself.
     */
    @Override
    public void kill() {
        wire.kill();
        long now = ticker.nanos();
        loop.execute(() -> {
            loop.after(STUCK, () -> cutStuckSince(now));
            lookForStuckCancels(LOOKS);
        });
    }

    private void lookForStuckCancels(int times) {
        if (times > 0) {
            loop.after(LOOK, () -> {
                cutStuckSince(ticker.nanos() - LOOK.toNanos());
                lookForStuckCancels(times - 1);
            });
        }
    }

    private void cutStuckSince(long nanos) {
        Link stuck = wire.stuckSince(nanos);
        if (stuck != null) {
            stuck.cut();
            keeper.doubt(stuck, "a write was stuck in the socket when the kill switch was pulled");
        }
    }

    /** From the loop. */
    Link link() {
        return keeper.link();
    }

    @Override
    public void unkill() {
        wire.unkill();
    }

    @Override
    public void close() {
        loop.execute(() -> {
            keeper.close();
            wire.close();
            loop.close();
        });
    }

    /** From the loop. */
    private void ask(Request request) {
        wire.put(keeper.link(), request);
    }

    private void written(Request request) {
        loop.execute(() -> room.written(request));
    }

    private void broken(Link link, String because) {
        loop.execute(() -> keeper.doubt(link, because));
    }

    private void whenUp(long token, Runnable work) {
        loop.execute(() -> {
            if (keeper.up()) {
                work.run();
            } else {
                desk.accept(new Event.ReadFailed(token, "no session with the broker"));
            }
        });
    }
}
