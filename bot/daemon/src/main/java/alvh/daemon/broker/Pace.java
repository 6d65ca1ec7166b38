package alvh.daemon.broker;

import java.time.Duration;

import dev.failsafe.RateLimiter;

/** A token bucket on Failsafe's smooth limiter: {@code burst} at once, then evenly. Wire thread only. */
final class Pace {
    private final RateLimiter<Object> limiter;
    private final Duration credit;

    Pace(int permits, Duration each, int burst) {
        limiter = RateLimiter.smoothBuilder(permits, each).build();
        credit = each.dividedBy(permits).multipliedBy(burst - 1L);
    }

    /** How long to wait before the next write; the permit is taken. */
    Duration next() {
        Duration wait = limiter.reservePermit().minus(credit);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
