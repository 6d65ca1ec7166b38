package alvh.planner.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weekly procedure's written entry (methodology 3.7): what changed, stay or adapt, and why.
 *
 * @param figures what the next week compares itself with, by name, in every plan that may buy; unknown ones are absent
 * @param lines sentences for people, in order; of weekly plans only
 * @param choice LOYALTY holds, MOTION sells or rolls, THIRD adds protection beside what is held (1.3); "" but for weekly
 *        plans
 */
public record Recalibration(SortedMap<String, Double> figures, List<String> lines, String choice) {

    public static final Recalibration NONE = new Recalibration(new TreeMap<>(), List.of(), "");

    public Recalibration {
        figures = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        lines = List.copyOf(lines);
    }
}
