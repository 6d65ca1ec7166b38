package alvh.daemon.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Timers on elapsed time: one daemon thread that only posts. Setting a timer again replaces it. A timer stopped or
 * replaced before its event was posted never fires; {@code set} and {@code stop} belong to the desk's thread.
 */
public final class ElapsedTimers implements Ports.Timers, AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;
    private final Consumer<Event> post;
    private final Map<String, Runnable> cancels = new HashMap<>();

    public ElapsedTimers(Consumer<Event> post) {
        this.post = post;
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "alvh-timers");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void set(String timer, Duration after) {
        stop(timer);
        var future = executor.schedule(() -> post.accept(new Event.TimerFired(timer)), after.toNanos(),
                TimeUnit.NANOSECONDS);
        cancels.put(timer, () -> future.cancel(false));
    }

    @Override
    public void stop(String timer) {
        Runnable cancel = cancels.remove(timer);
        if (cancel != null) {
            cancel.run();
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        executor.getQueue().clear();
    }
}
