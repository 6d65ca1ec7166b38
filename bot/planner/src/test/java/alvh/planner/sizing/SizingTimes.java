package alvh.planner.sizing;

import java.util.Arrays;
import java.util.Locale;

/**
 * Rows P4 and P5 of the benchmark: the exact search against HiGHS, interleaved on the same instances in one process;
 * objectives are compared before times are. Prints one line a row, fields separated by tabs.
 */
public final class SizingTimes {
    private static final double SAME = 1e-6;

    private SizingTimes() {}

    /** @param args {@code --quick} for fewer instances */
    public static void main(String[] args) {
        int count = Arrays.asList(args).contains("--quick") ? 40 : 200;
        measure(30, 12, 14, 0, 500_000);
        Times four = measure(count, 12, 14, 0, 600_000).and(measure(count, 12, 40, 0, 700_000));
        Times five = measure(count, 12, 14, 4, 800_000).and(measure(count, 12, 40, 4, 900_000));
        four.print("P4", "sizing, buys only: 12 lines, 14 and 40 scenarios");
        five.print("P5", "sizing with 4 roll lines of held lots");
    }

    private static Times measure(int count, int lines, int scenarios, int rolls, long from) {
        double[] ours = new double[count];
        double[] highs = new double[count];
        for (int i = 0; i < count; i++) {
            SizingProblem problem = SizingProblem.of(new SizingInstances(from + i, lines, 10, scenarios).next(rolls));
            SizingSolution solution = ExactSizer.solve(problem);
            double oracle = HighsOracle.objective(problem);
            ours[i] = better(() -> ExactSizer.solve(problem));
            highs[i] = better(() -> HighsOracle.objective(problem));
            if (!solution.proven() || Math.abs(solution.objective() - oracle) > SAME) {
                throw new AssertionError("seed " + (from + i) + ": " + solution.objective() + " against " + oracle);
            }
        }
        return new Times(ours, highs);
    }

    /** The better of two runs after a first one, for either side: what another process does to one of them is not ours. */
    private static double better(Runnable solve) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 2; i++) {
            long begun = System.nanoTime();
            solve.run();
            best = Math.min(best, (System.nanoTime() - begun) / 1e6);
        }
        return best;
    }

    private record Times(double[] ours, double[] highs) {

        Times and(Times other) {
            return new Times(joined(ours, other.ours), joined(highs, other.highs));
        }

        private static double[] joined(double[] a, double[] b) {
            double[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return both;
        }

        void print(String id, String what) {
            row(id + "-p50", what + ", p50 against HiGHS", at(ours, 0.50), at(highs, 0.50));
            row(id + "-p99", what + ", p99 against HiGHS", at(ours, 0.99), at(highs, 0.99));
        }

        private void row(String id, String what, double own, double anchor) {
            System.out.println(String.join("\t", "row", id, what, String.format(Locale.ROOT, "%.3f", anchor / own), "x",
                    "10", "atLeast", String.format(Locale.ROOT, "ours %.3f ms, HiGHS %.2f ms over %d instances, same "
                            + "objective to 1e-6 on all", own, anchor, ours.length)));
        }

        private static double at(double[] values, double part) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * (sorted.length - 1)))];
        }
    }
}
