package alvh.planner.sizing;

import java.util.Optional;

import alvh.planner.ledger.LayerId;

/** Asks whether any plan rolls at least so many due units and holds the first unit of the layers named. */
final class FeasibleSearch {
    private final SizingProblem problem;
    private final long rolled;
    private final boolean[] first;
    private final Tally tally;
    private final long[] dueAhead;
    private final boolean[][] layerAhead;

    private FeasibleSearch(SizingProblem problem, long rolled, boolean[] first) {
        this.problem = problem;
        this.rolled = rolled;
        this.first = first;
        this.tally = new Tally(problem);
        int n = problem.lines().size();
        this.dueAhead = new long[n + 1];
        this.layerAhead = new boolean[n + 1][LayerId.values().length];
        for (int j = n - 1; j >= 0; j--) {
            SizingLine line = problem.lines().get(j);
            dueAhead[j] = dueAhead[j + 1] + (line.due() ? line.line().upper() : 0);
            layerAhead[j] = layerAhead[j + 1].clone();
            layerAhead[j][line.layer().ordinal()] = true;
        }
    }

    /** A plan with the wanted keys, fewest units first along each line; empty when there is none. */
    static Optional<int[]> find(SizingProblem problem, long rolled, boolean[] first) {
        var search = new FeasibleSearch(problem, rolled, first);
        return search.from(0) ? Optional.of(search.tally.units.clone()) : Optional.empty();
    }

    private boolean from(int j) {
        if (keysMet() && tally.feasible()) {
            return true;
        }
        if (j == problem.lines().size() || tally.linesUsed == SizingProblem.MAX_LINES || !reachable(j)) {
            return false;
        }
        int upper = problem.lines().get(j).line().upper();
        for (int x = 1; x <= upper; x++) {
            tally.add(j, 1);
            if (!tally.extendable(j)) {
                tally.add(j, -x);
                return from(j + 1);
            }
            if (from(j + 1)) {
                return true;
            }
        }
        tally.add(j, -upper);
        return from(j + 1);
    }

    private boolean keysMet() {
        if (tally.dueRolled < rolled) {
            return false;
        }
        for (LayerId layer : LayerId.values()) {
            if (first[layer.ordinal()] && tally.unitsOf(layer) == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean reachable(int j) {
        if (tally.dueRolled + dueAhead[j] < rolled) {
            return false;
        }
        for (LayerId layer : LayerId.values()) {
            if (first[layer.ordinal()] && tally.unitsOf(layer) == 0 && !layerAhead[j][layer.ordinal()]) {
                return false;
            }
        }
        return true;
    }
}
