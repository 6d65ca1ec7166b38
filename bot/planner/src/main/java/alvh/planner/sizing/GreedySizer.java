package alvh.planner.sizing;

import alvh.planner.ledger.LayerId;

/**
 * The simple way of methodology 4.4, as the exact search's start and cross-check: from the first units that the order
 * demands, the unit that saves most per dollar again and again, then a pass of exchanges.
 */
public final class GreedySizer {
    private static final double LEAST_BENEFIT = 0.25;
    private static final int PASSES = 20;
    private final SizingProblem problem;
    private final Tally tally;
    private final ExactSizer.Keys keys;

    private GreedySizer(SizingProblem problem, int[] start, ExactSizer.Keys keys) {
        this.problem = problem;
        this.keys = keys;
        this.tally = new Tally(problem);
        for (int j = 0; j < start.length; j++) {
            if (start[j] > 0) {
                tally.add(j, start[j]);
            }
        }
    }

    /**
     * What the simple way came to.
     *
     * @param once objective after one pass of pairwise swaps, {@code swapped} after the larger ones
     * @param units the plan after the larger ones, in the problem's search order
     */
    record Outcome(double once, double swapped, int[] units) {}

    /** The greedy plan; in the problem's search order. */
    static Outcome solve(SizingProblem raw) {
        SizingProblem problem = SizingProblem.of(raw);
        ExactSizer.Keys keys = ExactSizer.keys(problem);
        return from(problem, keys.plan(), keys);
    }

    static Outcome from(SizingProblem problem, int[] start, ExactSizer.Keys keys) {
        var greedy = new GreedySizer(problem, start, keys);
        greedy.fill();
        greedy.exchange(1);
        double once = problem.objective(greedy.tally.units);
        for (int pass = 0; pass < PASSES && greedy.exchange(Integer.MAX_VALUE); pass++) {
            greedy.fill();
        }
        return new Outcome(once, problem.objective(greedy.tally.units), greedy.tally.units);
    }

    /** Adds units while the best of them saves a quarter dollar or more per dollar spent. */
    private void fill() {
        while (true) {
            int bestLine = -1;
            double bestRate = LEAST_BENEFIT;
            double before = problem.cvar(tally.units);
            for (int j = 0; j < tally.units.length; j++) {
                CandidateLine line = problem.lines().get(j).line();
                if (!tryAdd(j, 1)) {
                    continue;
                }
                double carry = SizingProblem.LAMBDA * (line.expectedFill() - line.calmValue());
                double rate = (before - problem.cvar(tally.units) - carry) / Math.max(1, line.expectedFill());
                tally.add(j, -1);
                if (rate > bestRate) {
                    bestRate = rate;
                    bestLine = j;
                }
            }
            if (bestLine < 0) {
                return;
            }
            tally.add(bestLine, 1);
        }
    }

    /**
     * One pass: at most so many units of one line for units of another, or for nothing, wherever that lowers the
     * objective.
     */
    private boolean exchange(int atMost) {
        boolean changed = false;
        for (int out = 0; out < tally.units.length; out++) {
            for (int in = 0; in < tally.units.length; in++) {
                changed |= in != out && swap(out, in, atMost);
            }
            changed |= swap(out, -1, atMost);
        }
        return changed;
    }

    private boolean swap(int out, int in, int atMost) {
        double before = problem.objective(tally.units);
        int most = Math.min(atMost, tally.units[out]);
        for (int take = 1; take <= most; take++) {
            int upper = in < 0 ? 0 : Math.min(atMost, problem.lines().get(in).line().upper() - tally.units[in]);
            for (int give = in < 0 ? 0 : 1; give <= upper; give++) {
                tally.add(out, -take);
                if (in >= 0) {
                    tally.add(in, give);
                }
                if (allowed() && problem.objective(tally.units) < before - 1e-9) {
                    return true;
                }
                if (in >= 0) {
                    tally.add(in, -give);
                }
                tally.add(out, take);
            }
            if (upper == 0 && in >= 0) {
                return false;
            }
        }
        return false;
    }

    private boolean tryAdd(int j, int by) {
        if (tally.units[j] + by > problem.lines().get(j).line().upper()) {
            return false;
        }
        tally.add(j, by);
        if (allowed()) {
            return true;
        }
        tally.add(j, -by);
        return false;
    }

    private boolean allowed() {
        if (!tally.feasible() || tally.dueRolled < keys.rolled()) {
            return false;
        }
        for (LayerId layer : LayerId.values()) {
            if (keys.firstUnit()[layer.ordinal()] && tally.unitsOf(layer) == 0) {
                return false;
            }
        }
        return true;
    }
}
