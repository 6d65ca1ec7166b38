package alvh.planner.sizing;

import alvh.planner.ledger.LayerId;

/**
 * Depth-first search for the least objective among the plans that keep the lexicographic keys. A node's subtree is left
 * when no plan below it can be better: CVaR is convex, so the tail weights at the node give a plane that no descendant
 * lies below, and the plane's best point within the remaining budget and lines is cheap to bound.
 */
final class ObjectiveSearch {
    /** Objectives are compared on a grid of 1e-9 dollars, so that a tie does not depend on the processor. */
    private static final double GRID = 1e9;
    private final SizingProblem problem;
    private final ExactSizer.Keys keys;
    private final Tally tally;
    private final double[][] gain;
    private final double[] linear;
    private final double[] slope;
    private final double[][] losses;
    private final double[] dual;
    private final int[] order;
    private final Plane[] planes;
    private final long[] dueAhead;
    private final boolean[][] layerAhead;
    private final long nodeLimit;
    private final TieBreak tieBreak;
    private final Relaxation relaxation;
    private GreedySizer.Outcome simple;
    private int[] best;
    private double bestObjective;
    private long nodes;
    private double fixedCost;
    private double unseen = Double.POSITIVE_INFINITY;

    ObjectiveSearch(SizingProblem problem, ExactSizer.Keys keys, long nodeLimit) {
        this.problem = problem;
        this.keys = keys;
        this.nodeLimit = nodeLimit;
        this.tally = new Tally(problem);
        this.tieBreak = new TieBreak(problem);
        this.relaxation = new Relaxation(problem, tally);
        int n = problem.lines().size();
        int scenarios = problem.scenarios();
        gain = new double[n][scenarios];
        linear = new double[n];
        slope = new double[n];
        losses = new double[SizingProblem.MAX_LINES + 1][scenarios];
        losses[0] = problem.baseLoss().clone();
        dual = new double[scenarios];
        order = new int[scenarios];
        dueAhead = new long[n + 1];
        layerAhead = new boolean[n + 1][LayerId.values().length];
        for (int j = n - 1; j >= 0; j--) {
            SizingLine line = problem.lines().get(j);
            dueAhead[j] = dueAhead[j + 1] + (line.due() ? line.line().upper() : 0);
            layerAhead[j] = layerAhead[j + 1].clone();
            layerAhead[j][line.layer().ordinal()] = true;
            linear[j] = SizingProblem.linearCost(line.line());
            for (int s = 0; s < scenarios; s++) {
                gain[j][s] = line.line().valueByScenario()[s] - line.line().expectedFill();
            }
        }
        planes = new Plane[2];
    }

    SizingSolution run(int[] start) {
        best = start.clone();
        improve(best);
        bestObjective = grid(problem.objective(best));
        planes[0] = Plane.at(problem, gain, linear, new int[start.length]);
        planes[1] = Plane.at(problem, gain, linear, best);
        node(0, 0);
        boolean proven = nodes < nodeLimit;
        double objective = problem.objective(best);
        double gap = proven ? 0 : Math.max(0, objective - unseen);
        return new SizingSolution(best, keys.rolled(), objective, problem.cvar(best), nodes, proven, gap,
                simple.once(), simple.swapped());
    }

    /** A good plan early makes the bounds sharp; the greedy one starts from the keys' own plan. */
    private void improve(int[] from) {
        simple = GreedySizer.from(problem, from, keys);
        if (grid(simple.swapped()) <= grid(problem.objective(from))) {
            best = simple.units().clone();
        }
    }

    private static double grid(double objective) {
        return Math.rint(objective * GRID) / GRID;
    }

    private void node(int j, int depth) {
        nodes++;
        double cvar = Tail.cvar(losses[depth], problem.weights(), SizingProblem.ALPHA, dual, order);
        if (keysMet() && tally.feasible()) {
            offer(grid(cvar + fixedCost));
        }
        if (depth == SizingProblem.MAX_LINES || j == gain.length || !reachable(j)) {
            return;
        }
        double bound = bound(j, depth, cvar);
        if (bound > bestObjective + 2 / GRID) {
            return;
        }
        if (nodes >= nodeLimit) {
            unseen = Math.min(unseen, bound);
            return;
        }
        for (int k = j; k < gain.length; k++) {
            branch(k, depth);
        }
    }

    private void branch(int k, int depth) {
        int upper = problem.lines().get(k).line().upper();
        double[] from = losses[depth];
        double[] to = losses[depth + 1];
        double cost = fixedCost;
        int added = 0;
        for (int x = 1; x <= upper; x++) {
            tally.add(k, 1);
            added = x;
            if (!tally.extendable(k)) {
                break;
            }
            for (int s = 0; s < to.length; s++) {
                to[s] = from[s] - gain[k][s] * x;
            }
            fixedCost = cost + SizingProblem.RHO + linear[k] * x;
            node(k + 1, depth + 1);
        }
        tally.add(k, -added);
        fixedCost = cost;
    }

    private void offer(double objective) {
        if (objective < bestObjective
                || objective == bestObjective && tieBreak.prefers(tally.units, best)) {
            bestObjective = objective;
            best = tally.units.clone();
        }
    }

    /** No plan below this node, which may add lines from {@code j} on, has a smaller objective. */
    private double bound(int j, int depth, double cvar) {
        int free = SizingProblem.MAX_LINES - depth;
        for (int k = j; k < gain.length; k++) {
            double value = linear[k];
            for (int s = 0; s < dual.length; s++) {
                value -= dual[s] * gain[k][s];
            }
            slope[k] = value;
        }
        double bound = cvar + fixedCost + relaxation.bestChange(slope, j, free);
        for (Plane plane : planes) {
            bound = Math.max(bound, plane.value(tally.units) + SizingProblem.RHO * tally.linesUsed
                    + relaxation.bestChange(plane.slopes(), j, free));
        }
        return bound;
    }

    private boolean keysMet() {
        if (tally.dueRolled < keys.rolled()) {
            return false;
        }
        for (LayerId layer : LayerId.values()) {
            if (keys.firstUnit()[layer.ordinal()] && tally.unitsOf(layer) == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean reachable(int j) {
        if (tally.dueRolled + dueAhead[j] < keys.rolled()) {
            return false;
        }
        for (LayerId layer : LayerId.values()) {
            int l = layer.ordinal();
            if (keys.firstUnit()[l] && tally.unitsOf(layer) == 0 && !layerAhead[j][l]) {
                return false;
            }
        }
        return true;
    }
}
