package alvh.planner.sizing;

/**
 * Which of two plans with the same objective is taken: lower cost, fewer lines, longer to expiry, lower instrument key.
 */
final class TieBreak {
    private final SizingProblem problem;

    TieBreak(SizingProblem problem) {
        this.problem = problem;
    }

    boolean prefers(int[] plan, int[] other) {
        int byCost = Long.compare(costE4(plan), costE4(other));
        if (byCost != 0) {
            return byCost < 0;
        }
        int byLines = Integer.compare(lines(plan), lines(other));
        if (byLines != 0) {
            return byLines < 0;
        }
        int byDays = Long.compare(days(other), days(plan));
        if (byDays != 0) {
            return byDays < 0;
        }
        return key(plan).compareTo(key(other)) < 0;
    }

    private long costE4(int[] plan) {
        long cost = 0;
        for (int j = 0; j < plan.length; j++) {
            cost += Math.round(problem.lines().get(j).line().expectedFill() * 10_000) * plan[j];
        }
        return cost;
    }

    private static int lines(int[] plan) {
        int lines = 0;
        for (int x : plan) {
            lines += x > 0 ? 1 : 0;
        }
        return lines;
    }

    private long days(int[] plan) {
        long days = 0;
        for (int j = 0; j < plan.length; j++) {
            days += (long) problem.lines().get(j).line().dte() * plan[j];
        }
        return days;
    }

    private String key(int[] plan) {
        var key = new StringBuilder();
        for (int j = 0; j < plan.length; j++) {
            if (plan[j] > 0) {
                key.append(problem.lines().get(j).line().id()).append('*').append(plan[j]).append(' ');
            }
        }
        return key.toString();
    }
}
