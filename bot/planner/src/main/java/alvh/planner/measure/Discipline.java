package alvh.planner.measure;

/**
 * The discipline score (methodology S57), over the same span for all of it.
 *
 * @param runsDue daily windows of the span; {@code runsOnTime} those that were used in time
 * @param orders trades in hedge contracts; {@code matching} those that an approved plan wanted
 * @param overrides vetoes, kills, case answers and trades by hand
 */
public record Discipline(int runsDue, int runsOnTime, int orders, int matching, int overrides) {

    public Discipline {
        if (runsOnTime > runsDue || matching > orders || runsOnTime < 0 || matching < 0 || overrides < 0) {
            throw new IllegalArgumentException("impossible score: " + runsOnTime + " of " + runsDue + ", " + matching
                    + " of " + orders + ", " + overrides);
        }
    }

    /** NaN when none was due. */
    public double onTimePercent() {
        return runsDue == 0 ? Double.NaN : 100.0 * runsOnTime / runsDue;
    }

    /** NaN without orders. */
    public double matchingPercent() {
        return orders == 0 ? Double.NaN : 100.0 * matching / orders;
    }
}
