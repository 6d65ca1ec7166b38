package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code scripts/benchmark} runs: rows measured on the programs as they are shipped, one table, the same as JSON.
 * A new row is a {@link Row} returned by a {@link Source}; nothing else changes.
 */
final class Benchmark {

    /**
     * One line of the table.
     *
     * @param id how the command line names it
     * @param value in the unit; NaN when it could not be measured
     * @param goal the most (or for {@code atLeast} the least) it should be; NaN for a row without a goal
     * @param note what the figure does and does not say
     */
    record Row(String id, String what, double value, String unit, double goal, boolean atLeast, String note) {

        static Row most(String id, String what, double value, String unit, double goal, String note) {
            return new Row(id, what, value, unit, goal, false, note);
        }

        static Row shown(String id, String what, double value, String unit, String note) {
            return new Row(id, what, value, unit, Double.NaN, false, note);
        }

        String verdict() {
            if (Double.isNaN(value)) {
                return "unmeasured";
            }
            if (Double.isNaN(goal)) {
                return "-";
            }
            return (atLeast ? value >= goal : value <= goal) ? "ok" : "short";
        }
    }

    /** Measures some rows together, because they come from one run. */
    interface Source {

        /** The ids of its rows. */
        Set<String> ids();

        List<Row> measure(boolean quick) throws Exception;
    }

    private static final List<Source> SOURCES = List.of(new DemoRows(), new PlannerRows(), new TwsRows(),
            new LoopbackRows());

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        boolean quick = List.of(args).contains("--quick");
        Set<String> wanted = new TreeSet<>(List.of(args));
        wanted.remove("--quick");
        Set<String> known = new TreeSet<>();
        SOURCES.forEach(source -> known.addAll(source.ids()));
        if (!known.containsAll(wanted)) {
            wanted.removeAll(known);
            System.err.println("E-USAGE  no such row: " + String.join(", ", wanted) + " · expected of "
                    + String.join(", ", known) + ", or --quick");
            System.exit(64);
        }
        List<Row> rows = new ArrayList<>();
        for (Source source : SOURCES) {
            if (wanted.isEmpty() || source.ids().stream().anyMatch(wanted::contains)) {
                rows.addAll(source.measure(quick).stream().filter(r -> wanted.isEmpty() || wanted.contains(r.id()))
                        .toList());
            }
        }
        Map<String, String> head = head(quick);
        print(head, rows);
        write(head, rows, Path.of(System.getProperty("alvh.benchmark.json", "benchmark.json")));
        System.exit(rows.stream().anyMatch(r -> r.verdict().equals("short")) ? 1 : 0);
    }

    private static Map<String, String> head(boolean quick) throws IOException {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("commit", System.getProperty("alvh.benchmark.commit", "unknown"));
        head.put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version());
        head.put("machine", first("/proc/cpuinfo", "model name") + ", " + Runtime.getRuntime().availableProcessors()
                + " cores, " + first("/proc/meminfo", "MemTotal"));
        head.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        head.put("load", Files.exists(Path.of("/proc/loadavg"))
                ? Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + " at the end, runs included"
                : "unknown");
        head.put("runs", quick ? "quick" : "full");
        return head;
    }

    /** The first value of a name in a file of the kernel. */
    private static String first(String file, String name) throws IOException {
        if (!Files.exists(Path.of(file))) {
            return "unknown";
        }
        return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown");
    }

    private static void print(Map<String, String> head, List<Row> rows) {
        head.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-8s %s%n", name, value));
        System.out.printf(Locale.ROOT, "%n%-12s %-46s %10s %-5s %9s  %-10s %s%n", "row", "what", "ours", "unit", "goal",
                "", "note");
        for (Row row : rows) {
            System.out.printf(Locale.ROOT, "%-12s %-46s %10s %-5s %9s  %-10s %s%n", row.id(), row.what(),
                    number(row.value()), row.unit(),
                    Double.isNaN(row.goal()) ? "-" : (row.atLeast() ? ">= " : "<= ") + number(row.goal()),
                    row.verdict(), row.note());
        }
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }

    private static void write(Map<String, String> head, List<Row> rows, Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(head);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("row", row.id());
            line.put("what", row.what());
            line.put("value", finite(row.value()));
            line.put("unit", row.unit());
            line.put("goal", finite(row.goal()));
            line.put("at_least", row.atLeast());
            line.put("verdict", row.verdict());
            line.put("note", row.note());
            lines.add(line);
        }
        all.put("rows", lines);
        Files.writeString(file, JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        System.out.println("\nthe same as JSON: " + file);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
