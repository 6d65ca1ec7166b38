package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.HedgePlanner;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.plan.PlanningInput;

/** Rows of the demo as a newcomer runs it: measured from outside, and from the journal that it leaves. */
final class DemoRows implements Benchmark.Source {

    private static final int RUNS = 3;
    private static final int PLANS = 40;

    /** One demo. Seconds; memory in MiB. */
    private record Run(double memory, double firstPlan, double ready, double askedVerb, double approveToSend,
            double approveToFill, List<Double> sendToFill, String planOf, double planFirst, List<Double> planWarm) {}

    @Override
    public Set<String> ids() {
        return Set.of("memory", "first-plan", "ready", "ask", "approve-send", "approve-fill", "send-fill",
                "send-fill-max", "plan", "plan-first");
    }

    @Override
    public List<Benchmark.Row> measure(boolean quick) throws Exception {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < (quick ? 1 : RUNS); i++) {
            runs.add(run());
        }
        List<Double> fills = runs.stream().flatMap(r -> r.sendToFill().stream()).sorted().toList();
        List<Double> plans = runs.stream().flatMap(r -> r.planWarm().stream()).sorted().toList();
        String of = runs.size() == 1 ? "one run" : "median of " + runs.size() + " runs";
        return List.of(
                Benchmark.Row.most("memory", "daemon, most resident through the demo",
                        runs.stream().mapToDouble(Run::memory).max().orElse(Double.NaN), "MiB", 256,
                        "VmHWM, worst of " + runs.size()),
                Benchmark.Row.most("first-plan", "daemon start to the first plan on the screen",
                        median(runs.stream().map(Run::firstPlan).toList()), "s", 5,
                        "from outside, against the simulator, " + of),
                Benchmark.Row.most("ready", "daemon start to READY (may send)",
                        median(runs.stream().map(Run::ready).toList()), "s", 22, "10 s of it are settling, " + of),
                Benchmark.Row.most("ask", "a verb that asks the running daemon",
                        median(runs.stream().map(Run::askedVerb).toList()), "s", 0.5, "status, JVM start included"),
                Benchmark.Row.most("approve-send", "approval on disk to order on disk and on its way",
                        median(runs.stream().map(Run::approveToSend).toList()), "s", 0.3,
                        "from the journal: fresh quotes, probe, checks, one force"),
                Benchmark.Row.shown("approve-fill", "approval to the first fill",
                        median(runs.stream().map(Run::approveToFill).toList()), "s",
                        "the simulated market lets an order wait 1-15 s"),
                Benchmark.Row.shown("send-fill", "order to its fill, median", median(fills), "s",
                        fills.size() + " orders, the wait is the simulated market's"),
                Benchmark.Row.shown("send-fill-max", "order to its fill, longest",
                        fills.isEmpty() ? Double.NaN : fills.getLast(), "s", "walking to the next rung after 60 s"),
                Benchmark.Row.most("plan-first", "the demo's plan again, first in a JVM",
                        1000 * median(runs.stream().map(Run::planFirst).toList()), "ms", 1000,
                        "stored input, in this process"),
                Benchmark.Row.most("plan", "the demo's plan again, warm, p99",
                        plans.isEmpty() ? Double.NaN : 1000 * plans.get((int) (0.99 * (plans.size() - 1))), "ms", 50,
                        runs.getFirst().planOf() + "; p50 " + Math.round(1000 * median(plans)) + " ms"));
    }

    private static Run run() throws IOException {
        Path home = Files.createTempDirectory("alvh-benchmark-");
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            Homes.simulated(home, gateway.port());
            long begun = System.nanoTime();
            try (RunningProcess demo = DaemonProcess.start(home, Map.of("ALVH_ANSWERS", "stdin"), "demo")) {
                demo.says("5  THE PLAN");
                double firstPlan = since(begun);
                demo.says("approve / reject / why N / quit ?");
                long asked = System.nanoTime();
                DaemonProcess.run(home, "status");
                double verb = since(asked);
                demo.until("READY", () -> DaemonProcess.run(home, "status").out().contains("READY"));
                double ready = since(begun);
                demo.type("approve");
                demo.until("the end", Duration.ofMinutes(3),
                        () -> demo.out().contains("Your account and this ledger agree"));
                double memory = peakMib(demo.pid());
                if (demo.exit() != 0) {
                    throw new AssertionError("the demo ended with " + demo.exit() + "\n" + demo.text());
                }
                return figures(home, memory, firstPlan, ready, verb);
            }
        } finally {
            delete(home);
        }
    }

    private static Run figures(Path home, double memory, double firstPlan, double ready, double verb) {
        JournalView journal = JournalView.of(home);
        Instant approved = journal.all(JournalRecord.Approval.class).getFirst().at();
        Map<String, Instant> sent = new TreeMap<>();
        journal.all(JournalRecord.SendStart.class).forEach(s -> sent.putIfAbsent(s.intentId(), s.at()));
        Map<String, Instant> filled = new TreeMap<>();
        journal.all(JournalRecord.Booked.class).forEach(b -> {
            if (b.event() instanceof BookedEvent.Executed e && e.intentId() != null) {
                filled.merge(e.intentId(), e.at(), (x, y) -> x.isAfter(y) ? x : y);
            }
        });
        List<Double> sendToFill = new ArrayList<>();
        sent.forEach((intent, at) -> {
            if (filled.containsKey(intent)) {
                sendToFill.add(seconds(at, filled.get(intent)));
            }
        });
        PlanningInput input = JournalView.input(home, journal.all(JournalRecord.Plan.class).getFirst().inputHash());
        List<Double> warm = new ArrayList<>();
        for (int i = 0; i <= PLANS * 2; i++) {
            long begun = System.nanoTime();
            HedgePlanner.plan(input);
            warm.add(since(begun));
        }
        return new Run(memory, firstPlan, ready, verb,
                seconds(approved, sent.values().stream().min(Comparator.naturalOrder()).orElseThrow()),
                seconds(approved, filled.values().stream().min(Comparator.naturalOrder()).orElseThrow()), sendToFill,
                input.market().quotes().size() + " quotes, " + input.account().positions().size() + " positions",
                warm.getFirst(), List.copyOf(warm.subList(PLANS, warm.size())));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    /** The kernel's own high-water mark of resident memory. */
    private static double peakMib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(l -> l.startsWith("VmHWM:"))
                .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(Double.NaN);
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
