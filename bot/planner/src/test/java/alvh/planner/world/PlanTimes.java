package alvh.planner.world;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

import alvh.planner.HedgePlanner;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;
import com.sun.management.ThreadMXBean;

/**
 * Row P6 of the benchmark: one plan end to end of {@link LargeWorld}, first in a fresh JVM, then warm, its growth with the
 * number of quotes and what it allocates. Prints one line a row, fields separated by tabs.
 */
public final class PlanTimes {
    private PlanTimes() {}

    /** @param args {@code --quick} for fewer runs */
    public static void main(String[] args) {
        boolean quick = Arrays.asList(args).contains("--quick");
        PlanningInput large = LargeWorld.input(LargeWorld.QUOTES);
        double first = plan(large);
        row("P6-first", "first plan of a fresh JVM, " + LargeWorld.QUOTES + " quotes", first, "ms", "1000",
                large.ledger().openHedgeLots().size() + " lots, " + large.account().positions().size()
                        + " positions, five years of bars; reading the input is not in it");
        double[] warm = runs(large, quick ? 30 : 60, quick ? 20 : 100);
        row("P6-p99", "one plan, warm, p99", at(warm, 0.99), "ms", "50",
                String.format(Locale.ROOT, "p50 %.1f ms, best %.1f ms", at(warm, 0.50), at(warm, 0)));
        double half = at(runs(LargeWorld.input(LargeWorld.QUOTES / 2), 10, quick ? 10 : 40), 0.50);
        double quarter = at(runs(LargeWorld.input(LargeWorld.QUOTES / 4), 10, quick ? 10 : 40), 0.50);
        double exponent = StrictMath.log(at(warm, 0.50) / quarter) / StrictMath.log(4);
        row("P6-growth", "exponent of its time in quotes, 1x to 4x", exponent, "", "1.1",
                String.format(Locale.ROOT, "%.1f, %.1f, %.1f ms at 2,000, 4,000, 8,000 quotes", quarter, half,
                        at(warm, 0.50)));
        row("P6-bytes", "allocated a plan", allocated(large) / 1e6, "MB", "", "warm, one thread");
    }

    private static double[] runs(PlanningInput input, int warmUp, int count) {
        for (int i = 0; i < warmUp; i++) {
            plan(input);
        }
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = plan(input);
        }
        Arrays.sort(times);
        return times;
    }

    private static double plan(PlanningInput input) {
        long begun = System.nanoTime();
        PlanOutcome outcome = HedgePlanner.plan(input);
        double took = (System.nanoTime() - begun) / 1e6;
        if (!(outcome instanceof PlanOutcome.Planned)) {
            throw new AssertionError("the large account has no plan:\n" + Show.of(outcome));
        }
        return took;
    }

    private static double allocated(PlanningInput input) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(id);
        plan(input);
        return threads.getThreadAllocatedBytes(id) - before;
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    private static void row(String id, String what, double value, String unit, String most, String note) {
        System.out.println(String.join("\t", "row", id, what, String.format(Locale.ROOT, "%.3f", value), unit, most,
                "most", note));
    }
}
