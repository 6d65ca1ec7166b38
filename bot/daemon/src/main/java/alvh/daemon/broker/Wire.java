package alvh.daemon.broker;

import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.Ports;

/**
 * The one thread that writes. Cancels and the clock's question go first, then orders, then everything else; orders and
 * cancels have a bucket of their own (reliability C8). A write may block for ever on a peer that does not read: whoever
 * closes the link's raw socket frees it.
 */
final class Wire {
    private static final Duration LONGEST_ORDER_WAIT = Duration.ofSeconds(2);
    private static final long SLICE_NANOS = 10_000_000L;

    private final Ports.Ticker ticker;
    private final Consumer<Event> desk;
    private final BiConsumer<Link, String> broken;
    private final Consumer<Request> written;
    private final Consumer<Duration> sleep;
    private final PriorityBlockingQueue<Item> queue = new PriorityBlockingQueue<>(64,
            Comparator.comparingInt(Item::urgency).thenComparingLong(Item::order));
    private final AtomicLong order = new AtomicLong();
    private final AtomicBoolean killed = new AtomicBoolean();
    private final Pace orders = new Pace(5, Duration.ofSeconds(1), 10);
    private final Pace ordersPerMinute = new Pace(20, Duration.ofMinutes(1), 20);
    private final Pace others = new Pace(35, Duration.ofSeconds(1), 1);
    private final OrderWriter writer = new OrderWriter(killed::get);
    private volatile Writing writing;
    private volatile boolean closed;

    /** A request for one link; for another one it is void. */
    private record Item(int urgency, long order, Link link, Request request) {}

    /** A write that is on its way at this moment. */
    private record Writing(Link link, long sinceNanos) {}

    /**
     * @param broken told when a write failed: the link is not to be trusted any more
     * @param written told of each request that is no order, when it has left
     */
    Wire(Ports.Ticker ticker, Consumer<Event> desk, BiConsumer<Link, String> broken, Consumer<Request> written) {
        this(ticker, desk, broken, written, Wire::sleep);
    }

    /** @param sleep lets this much time pass on the wire's thread */
    Wire(Ports.Ticker ticker, Consumer<Event> desk, BiConsumer<Link, String> broken, Consumer<Request> written,
            Consumer<Duration> sleep) {
        this.ticker = ticker;
        this.desk = desk;
        this.broken = broken;
        this.written = written;
        this.sleep = sleep;
    }

    void start() {
        Thread thread = new Thread(this::run, "broker-wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** Any thread. */
    void put(Link link, Request request) {
        int urgency = switch (request) {
            case Request.Cancel c -> 0;
            case Request.CancelAll c -> 0;
            case Request.Time t -> 1;
            case Request.Place p -> 2;
            case Request.Details d -> 3;
            case Request.OptionParams o -> 3;
            case Request.Quotes q -> 3;
            case Request.StopQuotes q -> 3;
            case Request.Bars b -> 3;
            case Request.StopBars b -> 3;
            case Request.Summary s -> 3;
            case Request.StopSummary s -> 3;
            case Request.Positions p -> 3;
            case Request.StopPositions p -> 3;
            case Request.Rule r -> 3;
            case Request.AllOpenOrders o -> 3;
            case Request.OpenOrders o -> 3;
            case Request.CompletedOrders c -> 3;
            case Request.Executions e -> 3;
            case Request.DataType d -> 3;
        };
        queue.add(new Item(urgency, order.getAndIncrement(), link, request));
    }

    /** Closes the gate for order bytes. Any thread, at once. */
    void kill() {
        killed.set(true);
    }

    void unkill() {
        killed.set(false);
    }

    /** The link on which a write has been stuck since before this reading of the ticker, or null. */
    Link stuckSince(long nanos) {
        Writing now = writing;
        return now != null && now.sinceNanos() - nanos <= 0 ? now.link() : null;
    }

    void close() {
        closed = true;
    }

    private void run() {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            try {
                Item item = queue.poll(1, TimeUnit.SECONDS);
                if (item != null) {
                    write(item);
                }
            } catch (InterruptedException stop) {
                closed = true;
            }
        }
    }

    private void write(Item item) {
        if (item.link() == null || item.link().unusable()) {
            if (item.request() instanceof Request.Place place) {
                desk.accept(OrderWriter.notWritten(place.order(), "no session with the broker"));
            }
            return;
        }
        try {
            switch (item.request()) {
                case Request.Place place -> place(item.link(), place);
                case Request.Cancel cancel -> cancel(item);
                case Request.CancelAll all -> cancel(item);
                default -> {
                    sleep.accept(others.next());
                    write(item.link(), item.request());
                }
            }
        } catch (RuntimeException | Error fault) {
            writing = null;
            broken.accept(item.link(), "writing failed: " + Unset.text(String.valueOf(fault)));
        }
    }

    private void place(Link link, Request.Place place) {
        Duration wait = longer(orders.next(), ordersPerMinute.next());
        if (wait.compareTo(LONGEST_ORDER_WAIT) > 0) {
            desk.accept(OrderWriter.notWritten(place.order(),
                    "more orders than 5 a second or 20 a minute; the next one may leave in " + wait.toMillis()
                            + " ms"));
            return;
        }
        pause(wait);
        writing = new Writing(link, ticker.nanos());
        Event event = writer.write(link, place);
        writing = null;
        desk.accept(event);
    }

    /** The kill switch's cancels wait for no bucket. */
    private void cancel(Item item) {
        pause(orders.next());
        write(item.link(), item.request());
    }

    private void write(Link link, Request request) {
        writing = new Writing(link, ticker.nanos());
        RequestWriter.write(link.client(), request);
        writing = null;
        written.accept(request);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * For orders and cancels, in slices: the kill switch's cancels do not wait behind an order that waits for its bucket.
     * All else keeps its pace also while killed, or the gateway would hang up.
     */
    private void pause(Duration wait) {
        for (long left = wait.toNanos(); left > 0 && !killed.get(); left -= SLICE_NANOS) {
            sleep.accept(Duration.ofNanos(Math.min(left, SLICE_NANOS)));
        }
    }

    private static void sleep(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
