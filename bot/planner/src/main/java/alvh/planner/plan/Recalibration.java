package alvh.planner.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weekly procedure's written entry (methodology 3.7): what changed, stay or adapt, and why.
 *
 * @param figures what the next week compares itself with, by name, in every plan that may buy; unknown ones are absent
 * @param since date of the figures that this entry was compared with, null when there were none
 * @param changes figures that are not what they were, by name; of weekly plans only
 * @param lines sentences for people, in order, Q22's four numbers first; of weekly plans only
 * @param choice LOYALTY holds, MOTION sells or rolls, THIRD adds protection beside what is held (1.3); "" but for weekly
 *        plans
 */
public record Recalibration(SortedMap<String, Double> figures, LocalDate since, List<Change> changes,
        List<String> lines, String choice) {

    public static final Recalibration NONE = figuresOnly(new TreeMap<>());

    /** @param before null when the figure is new; {@code now} null when it is gone */
    public record Change(String name, Double before, Double now) {}

    public Recalibration {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }

    /** Of a plan that writes no entry. */
    public static Recalibration figuresOnly(SortedMap<String, Double> figures) {
        return new Recalibration(figures, null, List.of(), List.of(), "");
    }
}
