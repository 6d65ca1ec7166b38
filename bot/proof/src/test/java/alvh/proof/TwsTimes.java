package alvh.proof;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

import com.sun.management.ThreadMXBean;

/** Measures ours and an anchor by turns on the same input, results compared before times, and prints rows for the table. */
final class TwsTimes {

    private static final int NOTHING = 0;

    /** A pass over the whole input. */
    interface Pass {

        /** What was read, so that two ways can be compared and nothing can be skipped. */
        Read run() throws IOException;
    }

    /** How much was read, and the sum of all numbers in the order of the wire. */
    record Read(long count, double sum) {}

    /** Nanoseconds of each pass, sorted. */
    record Times(long[] ours, long[] anchor) {

        double perSecond(long[] passes, double part, long messages) {
            return messages * 1e9 / passes[(int) Math.round(part * (passes.length - 1))];
        }
    }

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private TwsTimes() {}

    /** Nanoseconds that this thread has had of a core: what others do on the machine is not in it. */
    static long ownTime() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static Times compare(Pass ours, Pass anchor, int warmUp, int count, LongSupplier clock) throws IOException {
        Read read = ours.run();
        Read expected = anchor.run();
        if (!read.equals(expected) || read.count() == NOTHING) {
            throw new AssertionError("ours read " + read + ", the anchor " + expected);
        }
        for (int i = 0; i < warmUp; i++) {
            ours.run();
            if (i % 4 == 0) {
                anchor.run();
            }
        }
        long[] own = new long[count];
        long[] other = new long[count];
        for (int i = 0; i < count; i++) {
            own[i] = time(ours, read, clock);
            other[i] = time(anchor, read, clock);
        }
        Arrays.sort(own);
        Arrays.sort(other);
        return new Times(own, other);
    }

    private static long time(Pass pass, Read expected, LongSupplier clock) throws IOException {
        long begun = clock.getAsLong();
        Read read = pass.run();
        long took = clock.getAsLong() - begun;
        if (!read.equals(expected)) {
            throw new AssertionError("read " + read + ", expected " + expected);
        }
        return took;
    }

    /** Bytes that this thread allocates for a message, after warming up. */
    static double bytes(Pass pass, long messages) throws IOException {
        pass.run();
        int passes = 5;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < passes; i++) {
            pass.run();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / (double) (passes * messages);
    }

    /** A line that {@code Benchmark} reads: the median of ours, and what the anchor did in the same minutes. */
    static void speedRow(String id, String what, Times times, long messages, double goal, String note) {
        double median = times.perSecond(times.ours(), 0.5, messages) / 1e6;
        double anchor = times.perSecond(times.anchor(), 0.5, messages) / 1e6;
        row(id, what, median, "M/s", goal, true,
                String.format(Locale.ROOT, "best %.2f; anchor %.3f M/s, %.1fx; %s",
                        times.perSecond(times.ours(), 0, messages) / 1e6, anchor, median / anchor, note));
    }

    static void row(String id, String what, double value, String unit, double goal, boolean atLeast, String note) {
        System.out.println(String.join("\t", "row", id, what, String.format(Locale.ROOT, "%.3f", value), unit,
                Double.toString(goal), atLeast ? "atLeast" : "most", note));
    }
}
