package alvh.planner.plan;

import java.time.Instant;
import java.util.List;

/**
 * One entry of the journal "False Binary" (methodology 1.3): a moment at which one could hold out of loyalty, move, or add
 * protection beside. The hash of the settings and the counterfactual marks are the journal's own.
 *
 * @param id trade date and {@link #question}; unique in a plan
 * @param at the plan's time
 * @param ids structures or lots it is about, in order; empty when it is about the whole hedge
 * @param thesis frozen text: the user's tag for structures of the book, the layer's rule for hedge lots; null when there
 *        is none, which counts as journal debt
 * @param invalidation what would prove it wrong, null when none was written
 * @param reason one sentence: value, comparison, threshold
 */
public record DecisionPoint(String id, Instant at, Kind kind, List<String> ids, String subject, String thesis,
        String invalidation, Evidence evidence, Choice choice, String reason) {

    /** What raises the question. */
    public enum Kind {
        BUDGET_BREACH, TRIGGER, ROLL, HARVEST, TESTED_STRIKE, OVERRIDE
    }

    /** LOYALTY holds, MOTION adapts or closes, THIRD adds parallel protection and leaves the core alone. */
    public enum Choice {
        LOYALTY, MOTION, THIRD
    }

    /**
     * What was known at that moment; NaN where it was not.
     *
     * @param rsi Wilder RSI(14) of the underlying; {@code peZ} of F7; {@code beta} slow, shrunk
     * @param vix spot VIX in points
     * @param profit dollars: premium kept open less what closing costs, or the mark less the cost of hedge lots
     */
    public record Evidence(double rsi, double peZ, double beta, double vix, double profit) {}

    public DecisionPoint {
        ids = List.copyOf(ids);
    }

    /** The same on each day while the same question stands, so that a journal can tell a new one from a repeated one. */
    public String question() {
        return kind + " " + subject;
    }

    /** Nobody wrote down why the position is held. */
    public boolean debt() {
        return thesis == null;
    }
}
