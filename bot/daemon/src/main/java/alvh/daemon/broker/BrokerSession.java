package alvh.daemon.broker;

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
    private final Consumer<Event> desk;

    /**
     * @param desk receives every event, on the room's threads
     * @param known what table {@code instrument} holds at the start
     * @param learned told of each instrument whose details have been read and agree with the table of contracts
     * @param wanted names the instruments worth a line, in order of need (HedgePlanner.wanted)
     */
    public BrokerSession(BrokerSettings settings, Consumer<Event> desk, ExchangeClock clock, Ports.Ticker ticker,
            List<KnownInstrument> known, Consumer<KnownInstrument> learned,
            Function<Partial, List<InstrumentKey>> wanted) {
        this.desk = desk;
    }

    /** Begins to connect; answered by SessionUp, SessionDown (again and again) or SessionRefused. */
    public void start() {
        desk.accept(new Event.SessionDown("not built yet", 0));
    }

    @Override
    public void send(OrderRequest order) {
        desk.accept(new Event.OrderNotWritten(order.orderRef(), order.orderId(), "no session"));
    }

    @Override
    public void cancel(int orderId, String orderRef) {}

    @Override
    public void cancelEverything() {}

    @Override
    public void readTruth(long token) {
        desk.accept(new Event.ReadFailed(token, "no session"));
    }

    @Override
    public void proveQuotes(long token, List<InstrumentKey> keys) {
        desk.accept(new Event.ReadFailed(token, "no session"));
    }

    @Override
    public void takeSnapshot(long token, Event.Job job, Instant asOf) {
        desk.accept(new Event.ReadFailed(token, "no session"));
    }

    @Override
    public void kill() {}

    @Override
    public void unkill() {}

    @Override
    public void close() {}
}
