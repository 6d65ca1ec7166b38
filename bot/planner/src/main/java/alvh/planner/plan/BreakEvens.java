package alvh.planner.plan;

import java.util.List;

/**
 * Break-even map of book and hedge (methodology F15), as data that a chart can draw.
 *
 * @param lines sentences for people, in order
 */
public record BreakEvens(List<String> lines) {

    public static final BreakEvens NONE = new BreakEvens(List.of());

    public BreakEvens {
        lines = List.copyOf(lines);
    }
}
