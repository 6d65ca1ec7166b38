package alvh.planner.sizing;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.ledger.LayerId;

/** For each line, why not one more unit of it: the first row that would break, or that it would not be better. */
public final class WhyNot {
    private WhyNot() {}

    /** What stands against one more unit. */
    public enum Row {
        LINES, BUDGET, CLOSED, LAYER, PACING, LIMIT, CHAIN, SIZE, ORDERS, NOT_BETTER
    }

    /**
     * @param limit the name of the linear row when {@code row} is LIMIT, else ""
     * @param worse dollars by which the objective would rise when {@code row} is NOT_BETTER, else 0
     */
    public record Reason(String lineId, LayerId layer, int unitsTaken, Row row, String limit, double worse) {}

    /** @param problem in search order, as {@code SizingProblem.of} makes it */
    public static List<Reason> of(SizingProblem problem, int[] units) {
        var reasons = new ArrayList<Reason>();
        double objective = problem.objective(units);
        for (int j = 0; j < units.length; j++) {
            SizingLine line = problem.lines().get(j);
            int[] more = units.clone();
            more[j]++;
            Tally tally = new Tally(problem);
            for (int k = 0; k < more.length; k++) {
                if (more[k] > 0) {
                    tally.add(k, more[k]);
                }
            }
            String broken = units[j] >= line.line().upper() ? "size" : tally.broken();
            double worse = broken == null ? problem.objective(more) - objective : 0;
            Row row = broken == null ? Row.NOT_BETTER : row(broken);
            reasons.add(new Reason(line.line().id(), line.layer(), units[j], row, row == Row.LIMIT ? broken : "",
                    worse));
        }
        return reasons;
    }

    private static Row row(String broken) {
        return switch (broken) {
            case "lines" -> Row.LINES;
            case "budget" -> Row.BUDGET;
            case "closed" -> Row.CLOSED;
            case "layer" -> Row.LAYER;
            case "pacing" -> Row.PACING;
            case "chain" -> Row.CHAIN;
            case "size" -> Row.SIZE;
            case "orders" -> Row.ORDERS;
            default -> Row.LIMIT;
        };
    }
}
