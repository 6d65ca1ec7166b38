package alvh.planner.sizing;

import alvh.planner.ledger.LayerId;

/**
 * How much the lines still ahead could lower a linear objective at most: a fractional knapsack over budget, pacing, layers'
 * shares and line sizes, and beside it the best few lines each taken as far as it goes. Both are relaxations, so the
 * smaller promise is still never too small. Keeps its arrays between calls.
 */
final class Relaxation {
    private final SizingProblem problem;
    private final Tally tally;
    private final int[] order;
    private final double[] rate;
    private final long[] most;
    private final double[] tops = new double[SizingProblem.MAX_LINES];
    private final double[] changes;
    private final long[] unitsMost;
    private final int[] taken;
    private final int[] rowOrder;
    private final long[] layerLeft = new long[LayerId.values().length];

    Relaxation(SizingProblem problem, Tally tally) {
        this.problem = problem;
        this.tally = tally;
        int n = problem.lines().size();
        order = new int[n];
        changes = new double[n];
        unitsMost = new long[n];
        taken = new int[n];
        rowOrder = new int[n];
        rate = new double[n];
        most = new long[n];
    }

    /**
     * @param slopes change of the linear objective by one unit of each line
     * @return zero or less; no choice of lines from {@code next} on, at most {@code free} of them, brings less
     */
    double bestChange(double[] slopes, int next, int free) {
        double best = change(slopes, next, free, Math.max(0, tally.pacedBudgetLeft(next)), false);
        return tally.mayStayOneEach()
                ? Math.min(best, change(slopes, next, free, Math.max(0, tally.budgetLeft(next)), true))
                : best;
    }

    private double change(double[] slopes, int next, int free, long budgetE4, boolean oneEach) {
        for (int i = 0; i < free; i++) {
            tops[i] = 0;
        }
        int count = 0;
        int all = 0;
        double rolls = 0;
        for (int k = next; k < slopes.length; k++) {
            if (slopes[k] >= 0) {
                continue;
            }
            SizingLine line = problem.lines().get(k);
            long charge = line.newDebit().e4();
            boolean plain = !line.isRoll() && line.fund() == null && charge > 0;
            long units = Math.min(oneEach && line.fund() == null ? 1 : line.line().upper(),
                    tally.unitsWithinLayer(k, next));
            units = plain ? Math.min(units, budgetE4 / charge) : units;
            units = withinRows(line, units, next);
            double change = slopes[k] * units + SizingProblem.RHO;
            if (units <= 0 || change >= 0) {
                continue;
            }
            insert(change, free);
            if (plain) {
                most[k] = units * charge;
                rate[k] = change / most[k];
                count = sorted(k, count);
            } else {
                rolls += change;
            }
            changes[k] = change;
            unitsMost[k] = units;
            taken[all++] = k;
        }
        double few = 0;
        for (int i = 0; i < free; i++) {
            few += tops[i];
        }
        double least = Math.max(few, rolls + knapsack(count, budgetE4, next));
        for (int r = 0; r < tally.rows(); r++) {
            least = Math.max(least, rowKnapsack(r, all, next));
        }
        return least;
    }

    private double knapsack(int count, long budgetE4, int next) {
        for (int l = 0; l < layerLeft.length; l++) {
            layerLeft[l] = tally.layerLeft(l, next);
        }
        long left = budgetE4;
        double sum = 0;
        for (int i = 0; i < count && left > 0; i++) {
            int k = order[i];
            int l = problem.lines().get(k).layer().ordinal();
            long take = Math.min(most[k], Math.min(left, layerLeft[l]));
            sum += rate[k] * take;
            left -= take;
            layerLeft[l] -= take;
        }
        return sum;
    }

    private long withinRows(SizingLine line, long units, int next) {
        long within = units;
        for (int r = 0; r < tally.rows(); r++) {
            double use = line.use()[r];
            if (use > 0) {
                within = Math.min(within, (long) Math.floor(tally.rowLeft(r, next) / use + 1e-9));
            }
        }
        return within;
    }

    /** The knapsack of one linear row alone: the lines that use none of it are free, the others share what is left. */
    private double rowKnapsack(int r, int all, int next) {
        double left = tally.rowLeft(r, next);
        double sum = 0;
        double wanted = 0;
        for (int i = 0; i < all; i++) {
            int k = taken[i];
            double use = problem.lines().get(k).use()[r];
            sum += changes[k];
            wanted += Math.max(0, use) * unitsMost[k];
        }
        if (wanted <= left) {
            return sum;
        }
        return worst(r, all, left);
    }

    /** Fills by the best change per use, picking the next best each time: a dozen lines need no sorting. */
    private double worst(int r, int all, double room) {
        double left = room;
        double sum = 0;
        int rest = 0;
        for (int i = 0; i < all; i++) {
            int k = taken[i];
            if (problem.lines().get(k).use()[r] <= 0) {
                sum += changes[k];
            } else {
                rowOrder[rest++] = k;
            }
        }
        for (; rest > 0 && left > 0; rest--) {
            int best = 0;
            for (int i = 1; i < rest; i++) {
                best = perUse(rowOrder[i], r) < perUse(rowOrder[best], r) ? i : best;
            }
            int k = rowOrder[best];
            rowOrder[best] = rowOrder[rest - 1];
            double full = problem.lines().get(k).use()[r] * unitsMost[k];
            double take = Math.min(left, full);
            sum += changes[k] * take / full;
            left -= take;
        }
        return sum;
    }

    private double perUse(int k, int r) {
        return changes[k] / (problem.lines().get(k).use()[r] * unitsMost[k]);
    }

    private int sorted(int k, int count) {
        int at = count;
        while (at > 0 && rate[order[at - 1]] > rate[k]) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = k;
        return count + 1;
    }

    /** Keeps the smallest changes, all below zero. */
    private void insert(double change, int free) {
        double carry = change;
        for (int i = 0; i < free; i++) {
            if (carry < tops[i]) {
                double swap = tops[i];
                tops[i] = carry;
                carry = swap;
            }
        }
    }
}
