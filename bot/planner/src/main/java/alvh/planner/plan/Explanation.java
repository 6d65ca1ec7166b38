package alvh.planner.plan;

import java.util.List;

/**
 * The plan explained, layer by layer, for text, JSON and the console.
 *
 * @param lines sentences for people, in order
 */
public record Explanation(List<String> lines) {

    public static final Explanation NONE = new Explanation(List.of());

    public Explanation {
        lines = List.copyOf(lines);
    }
}
