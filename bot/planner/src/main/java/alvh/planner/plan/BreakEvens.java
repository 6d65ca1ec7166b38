package alvh.planner.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * Break-even map of book and hedge (methodology F15), as data that a chart can draw. Profit and loss in dollars since the
 * structures and lots were opened: credits received and costs paid are inside, legs that have expired are at intrinsic
 * value, the others by the model.
 *
 * @param spx the level from which the moves count, in points
 * @param moves simple returns of SPX, from -0.30 to +0.15 in steps of 0.005: the x of every curve
 * @param leftOut what is not in the curves, each with the reason
 * @param lines sentences for people, in order
 */
public record BreakEvens(double spx, List<Double> moves, List<Expiry> expiries, List<String> leftOut,
        List<String> lines) {

    public static final BreakEvens NONE = new BreakEvens(0, List.of(), List.of(), List.of(), List.of());

    /** The close of one day on which something expires. */
    public record Expiry(LocalDate date, List<Curve> curves) {}

    /**
     * @param response how VIX answers: "VIX unchanged", "VIX as it answers" or "VIX as it answers + 10"
     * @param dollars one for each move
     * @param crossings moves at which profit turns into loss or back, ascending
     */
    public record Curve(String response, List<Double> dollars, List<Double> crossings) {}

    public BreakEvens {
        moves = List.copyOf(moves);
        expiries = List.copyOf(expiries);
        leftOut = List.copyOf(leftOut);
        lines = List.copyOf(lines);
    }
}
