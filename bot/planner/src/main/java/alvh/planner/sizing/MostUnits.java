package alvh.planner.sizing;

/**
 * Sizing without an objective, for a passive rule that buys as many units as its weight asks for: of the first line alone
 * the most units, up to its upper bound, that every row of methodology 4.2 allows.
 */
public final class MostUnits {
    private MostUnits() {}

    /** @param problem in search order; only its first line is bought */
    public static SizingSolution solve(SizingProblem problem) {
        int[] units = new int[problem.lines().size()];
        int tried = 0;
        for (int n = units.length == 0 ? 0 : problem.lines().get(0).line().upper(); n > 0 && units[0] == 0; n--) {
            var tally = new Tally(problem);
            tally.add(0, n);
            units[0] = tally.feasible() ? n : 0;
            tried++;
        }
        double objective = problem.objective(units);
        return new SizingSolution(units, 0, objective, problem.cvar(units), tried, true, 0, objective, objective);
    }
}
