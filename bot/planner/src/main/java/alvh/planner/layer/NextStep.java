package alvh.planner.layer;

/**
 * A number of today beside the threshold that it would have to reach.
 *
 * @param text one sentence, with both numbers
 * @param what the number's name and unit
 * @param now NaN when unknown; then {@code text} says why
 * @param relation {@code >=}, {@code <=} or {@code <}
 */
public record NextStep(String text, String what, double now, String relation, double threshold) {

    /** How far away, as a part of the threshold; NaN when unknown. */
    double distance() {
        return Math.abs(threshold - now) / Math.max(1e-9, Math.abs(threshold));
    }
}
