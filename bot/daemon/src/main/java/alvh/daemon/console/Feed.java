package alvh.daemon.console;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import alvh.daemon.cycle.RunEvent;
import alvh.daemon.desk.Ports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the desk publishes for people: a queue that one screen empties, and a copy of the loud parts in the log. */
public final class Feed implements Ports.People {

    private static final Logger LOG = LoggerFactory.getLogger("alvh");

    private final BlockingQueue<RunEvent> queue = new LinkedBlockingQueue<>(10_000);

    public void publish(RunEvent event) {
        if (!queue.offer(event)) {
            LOG.warn("the screen does not read; an event was not shown: {}", event.getClass().getSimpleName());
        }
    }

    @Override
    public void alert(String code, String text) {
        LOG.error("{}  {}", code, text);
        publish(new RunEvent.Alerted(code, text));
    }

    @Override
    public void progress(String intentId, String text) {
        if (!intentId.isEmpty()) {
            LOG.info("order {}: {}", intentId, text);
        }
        publish(new RunEvent.OrderMoved(intentId, text));
    }

    /** The next event, or null after the wait. */
    public RunEvent next(long millis) throws InterruptedException {
        return queue.poll(millis, TimeUnit.MILLISECONDS);
    }
}
