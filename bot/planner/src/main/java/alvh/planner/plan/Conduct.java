package alvh.planner.plan;

import java.util.List;

/**
 * How the hedge is kept: steward or promoter, orders a week, complexity, decision points (methodology S05, S32, S35, 1.3).
 *
 * @param lines sentences for people, in order
 */
public record Conduct(List<String> lines) {

    public static final Conduct NONE = new Conduct(List.of());

    public Conduct {
        lines = List.copyOf(lines);
    }
}
