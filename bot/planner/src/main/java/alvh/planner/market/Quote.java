package alvh.planner.market;

import java.time.Duration;
import java.time.Instant;

/**
 * Two sides of a market. A missing side is NaN with size 0 (the broker's -1, 0, empty, NaN and infinities all end here);
 * a crossed market stays as it came, and {@link #fault} names it. Prices in points, sizes in contracts.
 *
 * @param at when the last tick, or the end of the snapshot that proved it, came in (exchange time)
 */
public record Quote(double bid, double ask, int bidSize, int askSize, Instant at, Quality quality) {

    public static final Quote NONE = new Quote(Double.NaN, Double.NaN, 0, 0, Instant.EPOCH, Quality.NONE);

    /** Why a quote cannot be used; the codes that people see. */
    public enum Fault {
        Q_EMPTY, Q_ONESIDED, Q_CROSSED, Q_TYPE, Q_STALE
    }

    /** The first thing wrong with this quote for use at {@code now}, or null: both sides, uncrossed, live, young. */
    public Fault fault(Instant now, Duration oldest, boolean delayedAllowed) {
        boolean hasBid = bid > 0 && Double.isFinite(bid);
        boolean hasAsk = ask > 0 && Double.isFinite(ask);
        if (!hasBid && !hasAsk) {
            return Fault.Q_EMPTY;
        }
        if (!hasBid || !hasAsk) {
            return Fault.Q_ONESIDED;
        }
        if (bid > ask) {
            return Fault.Q_CROSSED;
        }
        boolean typeOk = quality == Quality.LIVE || quality == Quality.DELAYED && delayedAllowed;
        if (!typeOk) {
            return quality == Quality.STALE ? Fault.Q_STALE : Fault.Q_TYPE;
        }
        return Duration.between(at, now).compareTo(oldest) > 0 ? Fault.Q_STALE : null;
    }

    public boolean twoSided() {
        return bid > 0 && ask > 0 && Double.isFinite(bid) && Double.isFinite(ask) && bid <= ask;
    }

    /** NaN unless two-sided. */
    public double mid() {
        return twoSided() ? (bid + ask) / 2 : Double.NaN;
    }

    public double spread() {
        return ask - bid;
    }
}
