package alvh.planner.sizing;

import alvh.planner.ledger.LayerId;

/** Every plan there is, one after the other: slow and plain, to judge the search by. */
final class BruteForce {
    private final SizingProblem problem;
    private final int[] units;
    private int[] best;

    private BruteForce(SizingProblem problem) {
        this.problem = problem;
        this.units = new int[problem.lines().size()];
        this.best = units.clone();
    }

    static int[] solve(SizingProblem problem) {
        var all = new BruteForce(problem);
        all.walk(0);
        return all.best;
    }

    private void walk(int j) {
        if (j == units.length) {
            if (PlainRows.hold(problem, units) && better(units, best)) {
                best = units.clone();
            }
            return;
        }
        for (int x = 0; x <= problem.lines().get(j).line().upper(); x++) {
            units[j] = x;
            walk(j + 1);
        }
        units[j] = 0;
    }

    private boolean better(int[] a, int[] b) {
        int byRolls = Long.compare(rolled(a), rolled(b));
        if (byRolls != 0) {
            return byRolls > 0;
        }
        for (LayerId layer : LayerId.values()) {
            LayerRow row = problem.layers().get(layer);
            if (row.open() && row.held() == 0) {
                int byFirst = Boolean.compare(units(a, layer) > 0, units(b, layer) > 0);
                if (byFirst != 0) {
                    return byFirst > 0;
                }
            }
        }
        double difference = problem.objective(a) - problem.objective(b);
        return difference < -1e-9 || Math.abs(difference) <= 1e-9 && new TieBreak(problem).prefers(a, b);
    }

    private long rolled(int[] x) {
        long rolled = 0;
        for (int j = 0; j < x.length; j++) {
            rolled += problem.lines().get(j).due() ? x[j] : 0;
        }
        return rolled;
    }

    private long units(int[] x, LayerId layer) {
        long sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += problem.lines().get(j).layer() == layer ? x[j] : 0;
        }
        return sum;
    }
}
