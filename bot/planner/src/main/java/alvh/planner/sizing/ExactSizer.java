package alvh.planner.sizing;

import java.util.Optional;

import alvh.planner.ledger.LayerId;

/**
 * The exact search of methodology 4.2. First the order among plans is settled key by key (most due units rolled, then the
 * first unit of each open empty layer), each by asking for a plan that has it; then a depth-first search minimises the
 * objective among the plans that keep those keys. Deterministic; nothing is sampled, nothing depends on time.
 */
public final class ExactSizer {
    /** Far beyond what a dozen lines need; reaching it is reported as a gap, never hidden. */
    static final long NODE_LIMIT = 20_000_000;

    private ExactSizer() {}

    /** The best plan; buying nothing is always one. */
    public static SizingSolution solve(SizingProblem raw) {
        SizingProblem problem = SizingProblem.of(raw);
        Keys keys = keys(problem);
        var search = new ObjectiveSearch(problem, keys, NODE_LIMIT);
        return search.run(keys.plan());
    }

    /** What the order demands before the objective is looked at, and a plan that has it. */
    record Keys(long rolled, boolean[] firstUnit, int[] plan) {}

    /** Settles the lexicographic keys; {@code problem} must be in search order. */
    static Keys keys(SizingProblem problem) {
        int[] plan = new int[problem.lines().size()];
        boolean[] first = new boolean[LayerId.values().length];
        long rolled = 0;
        long most = problem.lines().stream().filter(SizingLine::due).mapToLong(l -> l.line().upper()).sum();
        for (long want = 1; want <= most; want++) {
            Optional<int[]> found = FeasibleSearch.find(problem, want, first);
            if (found.isEmpty()) {
                break;
            }
            plan = found.get();
            rolled = want;
        }
        for (LayerId layer : LayerId.values()) {
            LayerRow row = problem.layers().get(layer);
            if (row.open() && row.held() == 0) {
                first[layer.ordinal()] = true;
                Optional<int[]> found = FeasibleSearch.find(problem, rolled, first);
                first[layer.ordinal()] = found.isPresent();
                plan = found.orElse(plan);
            }
        }
        return new Keys(rolled, first, plan);
    }
}
