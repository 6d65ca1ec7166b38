package alvh.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rows P4 to P6: sizing against HiGHS and one plan of a full chain. They need the planner's own test classes and solver, so
 * each is a fresh JVM on the planner's test class path, which {@code scripts/benchmark} names.
 */
final class PlannerRows implements Benchmark.Source {

    private static final String CLASS_PATH = "alvh.benchmark.planner";
    private static final int FIELDS = 8;

    @Override
    public Set<String> ids() {
        return Set.of("P4-p50", "P4-p99", "P5-p50", "P5-p99", "P6-first", "P6-p99", "P6-growth", "P6-bytes");
    }

    @Override
    public List<Benchmark.Row> measure(boolean quick) throws IOException, InterruptedException {
        String classPath = System.getProperty(CLASS_PATH);
        if (classPath == null) {
            throw new IOException(
                    "-D" + CLASS_PATH + " is missing: run scripts/benchmark, which names the planner's test "
                            + "class path");
        }
        List<Benchmark.Row> rows = new ArrayList<>();
        for (String main : List.of("alvh.planner.world.PlanTimes", "alvh.planner.sizing.SizingTimes")) {
            rows.addAll(run(classPath, main, quick));
        }
        return rows;
    }

    static List<Benchmark.Row> run(String classPath, String main, boolean quick)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", classPath, main));
        if (quick) {
            command.add("--quick");
        }
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<Benchmark.Row> rows = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().filter(line -> line.startsWith("row\t")).map(line -> line.split("\t", -1))
                    .forEach(fields -> rows.add(row(fields)));
        }
        if (process.waitFor() != 0 || rows.isEmpty()) {
            throw new IOException(main + " ended with " + process.exitValue() + " and " + rows.size() + " rows");
        }
        return rows;
    }

    /** row, id, what, value, unit, goal (may be empty), most or atLeast, note. */
    private static Benchmark.Row row(String[] fields) {
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a row of " + fields.length + " fields, expected " + FIELDS + ": "
                    + String.join(" | ", fields));
        }
        double goal = fields[5].isEmpty() ? Double.NaN : Double.parseDouble(fields[5]);
        return new Benchmark.Row(fields[1], fields[2], Double.parseDouble(fields[3]), fields[4], goal,
                fields[6].equals("atLeast"), fields[7]);
    }
}
