package alvh.daemon.broker;

import java.time.Duration;

import alvh.daemon.desk.Ports;

/** Elapsed time that stands until a test moves it. */
final class HandTicker implements Ports.Ticker {
    private volatile long nanos = 1_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    /** One thread only. */
    void pass(Duration duration) {
        nanos = nanos + duration.toNanos();
    }

    Duration since(long then) {
        return Duration.ofNanos(nanos - then);
    }
}
