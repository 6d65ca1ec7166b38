package alvh.simulator.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import alvh.simulator.market.SessionCalendar;

/** The exchange's clock: the system's, shifted. It always runs and only jumps forward. */
public final class SimClock extends Clock {

    private final Clock system;
    private final ZoneId zone;
    private volatile long offsetMillis;

    private SimClock(Clock system, long offsetMillis, ZoneId zone) {
        this.system = system;
        this.offsetMillis = offsetMillis;
        this.zone = zone;
    }

    /** Shows {@code start} now and runs on from there. */
    public static SimClock startingAt(Instant start, Clock system) {
        return withOffset(start.toEpochMilli() - system.millis(), system);
    }

    /** As a former run left it ({@link ExchangeOutput.ClockSet}). */
    public static SimClock withOffset(long offsetMillis, Clock system) {
        return new SimClock(system, offsetMillis, SessionCalendar.NEW_YORK);
    }

    public long offsetMillis() {
        return offsetMillis;
    }

    /** Jumps forward; a time already passed changes nothing. */
    public void advanceTo(Instant to) {
        long ahead = Duration.between(instant(), to).toMillis();
        if (ahead > 0) {
            offsetMillis += ahead;
        }
    }

    @Override
    public Instant instant() {
        return system.instant().plusMillis(offsetMillis);
    }

    @Override
    public ZoneId getZone() { return zone; }

    @Override
    public Clock withZone(ZoneId other) {
        return new SimClock(system, offsetMillis, other);
    }
}
