package alvh.planner.market;

import java.time.Instant;

/** The last value of an index, which has no bid and ask. NaN when there is none. */
public record IndexLevel(double last, Instant at, Quality quality) {

    public static final IndexLevel NONE = new IndexLevel(Double.NaN, Instant.EPOCH, Quality.NONE);

    public boolean known() {
        return last > 0 && Double.isFinite(last) && (quality == Quality.LIVE || quality == Quality.DELAYED);
    }
}
