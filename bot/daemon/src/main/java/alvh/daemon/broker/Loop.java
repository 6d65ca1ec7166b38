package alvh.daemon.broker;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import alvh.daemon.desk.Ports;

/**
 * The room's one thread: a queue and timers on elapsed time. Everything that changes in the room changes here. Tests run
 * the same loop by {@link #step} on a ticker of their own.
 */
final class Loop implements Executor {
    private static final long IDLE_NANOS = 200_000_000L;

    private final Ports.Ticker ticker;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.comparingLong((Timer t) -> t.due).thenComparingLong(t -> t.order));
    private Consumer<Throwable> onFault = fault -> {
        throw new IllegalStateException(fault);
    };
    private long made;
    private volatile boolean closed;

    /** A thing to do later; stopping it twice, or after it ran, is harmless. */
    static final class Timer {
        private final long due;
        private final long order;
        private Runnable task;

        private Timer(long due, long order, Runnable task) {
            this.due = due;
            this.order = order;
            this.task = task;
        }

        void stop() {
            task = null;
        }
    }

    Loop(Ports.Ticker ticker) {
        this.ticker = ticker;
    }

    /** What becomes of an exception that a task let out; without it the exception ends the thread. */
    void onFault(Consumer<Throwable> handler) {
        this.onFault = handler;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Only from the loop's own thread. */
    Timer after(Duration delay, Runnable task) {
        var timer = new Timer(ticker.nanos() + delay.toNanos(), made++, task);
        timers.add(timer);
        return timer;
    }

    int backlog() {
        return tasks.size();
    }

    void close() {
        closed = true;
        tasks.add(() -> {});
    }

    /** The thread's body. */
    void run() {
        while (!closed) {
            try {
                Runnable task = tasks.poll(untilNext(), TimeUnit.NANOSECONDS);
                if (task != null) {
                    guarded(task);
                }
            } catch (InterruptedException stop) {
                closed = true;
            }
            fire();
        }
    }

    /** Runs what is queued and due now; for stepping. */
    void step() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
            fire();
        }
        fire();
    }

    private long untilNext() {
        Timer next = timers.peek();
        return next == null ? IDLE_NANOS : Math.clamp(next.due - ticker.nanos(), 0, IDLE_NANOS);
    }

    private void fire() {
        while (!timers.isEmpty() && timers.peek().due - ticker.nanos() <= 0) {
            Runnable task = timers.poll().task;
            if (task != null) {
                guarded(task);
            }
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            onFault.accept(fault);
        }
    }
}
