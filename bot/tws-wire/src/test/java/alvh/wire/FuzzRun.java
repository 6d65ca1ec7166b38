package alvh.wire;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import com.sun.management.ThreadMXBean;

/**
 * The whole fuzz run as a program: frames, seed, commit. Exit 0 when every frame ended as it may, 1 when one did not, 64 when
 * the arguments are no such numbers.
 */
final class FuzzRun {

    private static final int STEP = 500_000;
    private static final double NANOS = 1e9;
    /** A frame that takes longer hangs. */
    private static final long HANGS = 100_000_000;

    private FuzzRun() {}

    public static void main(String[] args) {
        if (args.length != 3 || !args[0].matches("[1-9][0-9]{0,17}") || !args[1].matches("-?[0-9]{1,18}")) {
            System.err.println("Expected frames (1 or more), seed (a whole number) and commit, got "
                    + String.join(" ", args) + ". No frame was tried: scripts/proof fuzz --help");
            System.exit(64);
        }
        long frames = Long.parseLong(args[0]);
        long seed = Long.parseLong(args[1]);
        say("machine   %s, %d processors, %s %s", System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
                System.getProperty("os.version"));
        say("JDK       %s %s", System.getProperty("java.vm.name"), System.getProperty("java.runtime.version"));
        say("commit    %s", args[2]);
        say("seed      %d, server versions %d to %d, both directions, strict and lenient", seed, ServerVersions.MIN,
                ServerVersions.MAX);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Fuzz fuzz = new Fuzz(seed,
                new Fuzz.Meters(threads::getCurrentThreadCpuTime, threads::getCurrentThreadAllocatedBytes));
        long start = System.nanoTime();
        for (long from = 0; from < frames; from += STEP) {
            fuzz.run(from, Math.min(frames, from + STEP));
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        fuzz.outcomes().forEach((outcome, count) -> say("  %,12d  %s", count, outcome));
        fuzz.failures().stream().limit(20).forEach(failure -> say("FAILED    %s", failure));
        boolean good = fuzz.failures().isEmpty() && fuzz.longestNanos() < HANGS && fuzz.mostBytesBeyond() < 0;
        say("frames    %,d in %.1f s, %,.0f frames/s, %,d bytes of bodies", frames, seconds, frames / seconds,
                fuzz.bytes());
        say("longest   %.2f ms of processor time for %s, 100 ms allowed", fuzz.longestNanos() / 1e6, fuzz.longest());
        say("memory    %s", fuzz.mostBytesBeyond() < 0
                ? "no frame took more than 512 kB + 2000 bytes for each of its own"
                : "a frame took " + fuzz.mostBytesBeyond() + " bytes more than allowed");
        say("%s: %d failures", good ? "good" : "NOT GOOD", fuzz.failures().size());
        System.exit(good ? 0 : 1);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
