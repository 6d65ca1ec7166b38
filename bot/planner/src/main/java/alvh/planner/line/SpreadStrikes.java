package alvh.planner.line;

import java.util.ArrayList;
import java.util.List;

/** Choosing few strikes out of many. */
public final class SpreadStrikes {
    private SpreadStrikes() {}

    /**
     * At most about {@code most} strikes on the coarsest round step (1, 2, 5, 10, 25, 50, 100 points) that keeps the range
     * covered; round strikes are the liquid ones.
     */
    public static List<Long> thin(List<Long> strikesMilli, int most) {
        if (strikesMilli.size() <= most) {
            return strikesMilli;
        }
        for (long step : new long[]{1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000}) {
            List<Long> kept = strikesMilli.stream().filter(k -> k % step == 0).toList();
            if (kept.size() <= most && kept.size() >= 2) {
                return kept;
            }
        }
        var kept = new ArrayList<Long>();
        for (int i = 0; i < most; i++) {
            kept.add(strikesMilli.get((int) ((long) i * (strikesMilli.size() - 1) / (most - 1))));
        }
        return kept;
    }
}
