package alvh.planner.plan;

import java.util.List;

/**
 * Per name and for the book: tiers, fragility, greeks in SPX terms, what a market hedge can reach (methodology F3, F4, F10, F11, F16, N8).
 *
 * @param lines sentences for people, in order
 */
public record NamesReport(List<String> lines) {

    public static final NamesReport NONE = new NamesReport(List.of());

    public NamesReport {
        lines = List.copyOf(lines);
    }
}
