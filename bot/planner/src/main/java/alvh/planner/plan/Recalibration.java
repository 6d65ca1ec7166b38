package alvh.planner.plan;

import java.util.List;

/**
 * The weekly procedure's written entry (methodology 3.7): what changed, stay or adapt, and why.
 *
 * @param lines sentences for people, in order
 */
public record Recalibration(List<String> lines) {

    public static final Recalibration NONE = new Recalibration(List.of());

    public Recalibration {
        lines = List.copyOf(lines);
    }
}
