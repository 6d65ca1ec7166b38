package alvh.planner.sizing;

import java.util.SortedMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/**
 * Methodology 4.5, when nothing can be shocked: each layer's dollars buy floor(dollars / w) units of its one line, what is
 * left over goes to Base if it buys one, all of it within the rows (2) to (4) and (8) to (10). What the rows cut is kept.
 */
public final class NoModelSizer {
    private final SizingProblem problem;
    private final Tally tally;
    private final long[] wanted;

    private NoModelSizer(SizingProblem problem, SortedMap<LayerId, Usd> dollars) {
        this.problem = problem;
        this.tally = new Tally(problem);
        this.wanted = wanted(problem, dollars);
    }

    /**
     * @param raw with at most one line a layer, plain buys only, and no rows (5), (6)
     * @param dollars 40/40/20 of B_avail x a_l by layer
     * @return objective, CVaR and cross-check are NaN: nobody knows them
     */
    public static SizingSolution solve(SizingProblem raw, SortedMap<LayerId, Usd> dollars) {
        SizingProblem problem = SizingProblem.of(raw);
        var sizer = new NoModelSizer(problem, dollars);
        sizer.upTo(1);
        sizer.upTo(Long.MAX_VALUE);
        return new SizingSolution(sizer.tally.units, 0, Double.NaN, Double.NaN, 0, true, 0, Double.NaN, Double.NaN);
    }

    /** q_l by line, with the leftover in Base's. */
    private static long[] wanted(SizingProblem problem, SortedMap<LayerId, Usd> dollars) {
        long[] wanted = new long[problem.lines().size()];
        Usd left = dollars.values().stream().reduce(Usd.ZERO, Usd::plus);
        int base = -1;
        for (int j = 0; j < wanted.length; j++) {
            SizingLine line = problem.lines().get(j);
            wanted[j] = dollars.getOrDefault(line.layer(), Usd.ZERO).e4() / line.newDebit().e4();
            left = left.minus(line.newDebit().times(wanted[j]));
            base = line.layer() == LayerId.BASE ? j : base;
        }
        if (base >= 0) {
            wanted[base] += left.e4() / problem.lines().get(base).newDebit().e4();
        }
        return wanted;
    }

    /** Layer by layer up to so many units each: Base first, as row (10) and the order of 4.2 want it. */
    private void upTo(long most) {
        for (int j = 0; j < wanted.length; j++) {
            long upper = Math.min(Math.min(wanted[j], problem.lines().get(j).line().upper()), most);
            while (tally.units[j] < upper && add(j)) {
                // One more unit was within every row.
            }
        }
    }

    private boolean add(int j) {
        tally.add(j, 1);
        if (tally.feasible()) {
            return true;
        }
        tally.add(j, -1);
        return false;
    }
}
