package alvh.planner.plan;

import java.util.List;

/**
 * What the option market says: surfaces and their change, parity and boxes, cheaper equivalents, replays (methodology S08, F20, S50, 6.4).
 *
 * @param lines sentences for people, in order
 */
public record MarketReport(List<String> lines) {

    public static final MarketReport NONE = new MarketReport(List.of());

    public MarketReport {
        lines = List.copyOf(lines);
    }
}
