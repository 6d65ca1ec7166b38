package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * A TWS client that others wrote, in another language, finds in the simulated gateway what it knows from the real one.
 * Each topic is a script of {@code src/test/node/topics} with a simulator of its own; what it hears it compares with
 * the simulator's truth file.
 */
@Timeout(300)
class InteropTest {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final String PLAY = "play ";
    private static final String CHECKS = "checks ";
    /** One line for people and for {@code .ci/run}: how much was checked, or why nothing was. */
    private static final Path SUMMARY = Path.of("target", "interop-summary.txt");
    private static final AtomicInteger CHECKED = new AtomicInteger();
    private static Path scripts;

    @TempDir
    Path home;

    @BeforeAll
    static void install() throws IOException {
        switch (NodeFolder.ready()) {
            case NodeFolder.State.Ready ready -> scripts = ready.folder();
            case NodeFolder.State.Missing missing -> {
                say("SKIPPED interop: " + missing.why());
                abort("SKIPPED interop: " + missing.why());
            }
        }
    }

    @AfterAll
    static void summary() throws IOException {
        if (scripts != null) {
            say("interop: ran " + CHECKED + " checks");
        }
    }

    private static void say(String line) throws IOException {
        System.out.println(line);
        Files.writeString(SUMMARY, line.lines().findFirst().orElseThrow() + "\n", StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "contracts", "quotes", "history", "orders", "combos", "families",
            "records", "refusals", "sessions", "ancient"})
    void aThirdPartyClientFindsWhatTheTruthFileSays(String topic) {
        try (GatewayProcess gateway = GatewayProcess.start(home, "--scenario", scenario())) {
            Path truth = home.resolve("gateway").resolve("truth.jsonl");
            List<String> command = List.of("node", scripts.resolve("run.mjs").toString(), topic,
                    Integer.toString(gateway.port()), truth.toString());
            try (RunningProcess node = RunningProcess.start(home, topic, command, Map.of())) {
                relay(node, gateway);
                assertThat(node.exit()).as(node.text() + "\n---- gateway\n" + gateway.process().text()).isZero();
                CHECKED.addAndGet(checks(node));
            }
        }
    }

    private static String scenario() {
        return scripts.resolve("interop.scenario").toString();
    }

    /** Lines of the script that begin with "play" are lines of the scenario language for the simulator's input. */
    private static void relay(RunningProcess node, GatewayProcess gateway) {
        AtomicInteger taken = new AtomicInteger();
        node.until("its end", LONGEST, () -> {
            boolean ended = !node.alive();
            String out = node.out();
            List<String> lines = out.substring(0, out.lastIndexOf('\n') + 1).lines().toList();
            lines.stream().skip(taken.getAndSet(lines.size())).filter(line -> line.startsWith(PLAY))
                    .forEach(line -> gateway.play(line.substring(PLAY.length())));
            return ended;
        });
    }

    private static int checks(RunningProcess node) {
        int checks = node.out().lines().filter(line -> line.startsWith(CHECKS))
                .mapToInt(line -> Integer.parseInt(line.substring(CHECKS.length()))).sum();
        assertThat(checks).as("a topic that checked nothing").isPositive();
        return checks;
    }
}
