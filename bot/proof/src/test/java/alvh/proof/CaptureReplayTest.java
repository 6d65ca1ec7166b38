package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The daemon's session on file, as fields, and once more for a daemon that has never seen a gateway. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class CaptureReplayTest {

    @TempDir
    Path folder;

    private static Path home(Path home, int port) {
        return Homes.write(home, """
                account:
                  id: DUSIM0001
                  kind: simulated
                gateway:
                  port: %d
                  capture: on
                """.formatted(port));
    }

    private static DaemonProcess.Ended plan(Path home) {
        return DaemonProcess.run(home, "plan", "--json");
    }

    private DaemonProcess.Ended simulator(String... args) {
        try (RunningProcess running = RunningProcess.start(folder, "frames", Programs.simulator(List.of(args)),
                Map.of())) {
            return new DaemonProcess.Ended(running.exit(), running.out(), running.err());
        }
    }

    private static List<Path> captures(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("capture"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void aRecordedPlanIsReadableAndAReplayOfItGivesTheSamePlan() throws IOException {
        Path first = folder.resolve("first");
        DaemonProcess.Ended recorded;
        try (GatewayProcess gateway = GatewayProcess.start(first)) {
            recorded = plan(home(first, gateway.port()));
        }
        assertThat(recorded.exit()).as(recorded.text()).isZero();
        assertThat(recorded.err()).contains("gateway.capture is on");
        assertThat(captures(first)).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(captures(first).getFirst())))
                .isEqualTo("rw-------");
        readable(first.resolve("capture"));

        Path second = folder.resolve("second");
        try (RunningProcess replay = replay(first.resolve("capture"))) {
            DaemonProcess.Ended replayed = plan(home(second, port(replay)));
            assertThat(replayed.exit()).as(replayed.text() + "\n" + replay.text()).isZero();
            assertThat(decisions(replayed.out())).isEqualTo(decisions(recorded.out()));
            replay.exit();
            // A verb leaves once its plan is shown; how many regular readings fit in before is a matter of the machine.
            assertThat(replay.out().lines().filter(line -> line.startsWith("differs")
                    && !line.contains("the client left without asking: "))).as(replay.text()).isEmpty();
            assertThat(replay.out()).contains("replayed link 1: ").doesNotContain("DUSIM0001");
        }
    }

    private Path readyFile() {
        return folder.resolve("ready.json");
    }

    private RunningProcess replay(Path capture) {
        RunningProcess replay = RunningProcess.start(folder, "replay", Programs.simulator(
                List.of("--port", "0", "--ready", readyFile().toString(), "--replay", capture.toString())), Map.of());
        return replay.until("its ready file", () -> Files.exists(readyFile()));
    }

    private int port(RunningProcess replay) throws IOException {
        assertThat(replay.alive()).isTrue();
        return JsonMapper.shared().readTree(Files.readString(readyFile())).get("port").asInt();
    }

    @Test
    void afterAKillMinusNineTheCaptureIsReadableUpToThere() throws IOException {
        Path home = folder.resolve("home");
        try (GatewayProcess gateway = GatewayProcess.start(home);
                RunningProcess daemon = DaemonProcess.start(home(home, gateway.port()), "run")) {
            DaemonProcess.ready(daemon.says("gateway.capture is on"));
            daemon.kill9();
        }
        DaemonProcess.Ended text = simulator("frames", home.resolve("capture").toString());
        assertThat(text.exit()).as(text.text()).isZero();
        assertThat(text.out()).contains("-> startApi", "<- positionEnd").doesNotContain("not readable", "damaged");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOnceWrittenDownOnceAndThePlanIsMade() throws IOException {
        Path home = folder.resolve("home");
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            Path made = home(home, gateway.port());
            Files.writeString(home.resolve("capture"), "a file stands where the folder should");
            DaemonProcess.Ended plan = plan(made);
            assertThat(plan.exit()).as(plan.text()).isZero();
            assertThat(plan.text()).doesNotContain("Exception in thread", "NullPointerException");
            assertThat(Files.readAllLines(home.resolve("log").resolve("alvh.log")))
                    .filteredOn(line -> line.contains("W-CAPTURE  the capture has ended")).hasSize(1);
        }
        assertThat(JournalView.of(home).all(JournalRecord.JournalLine.class))
                .filteredOn(line -> line.subject().equals("capture")).hasSize(1);
    }

    private void readable(Path capture) {
        DaemonProcess.Ended text = simulator("frames", capture.toString());
        assertThat(text.exit()).as(text.text()).isZero();
        assertThat(text.out())
                .contains(Programs.installedClient() ? "-> hello  versions " : "-> hello  versions 176..200",
                        "<- hello  version 200,",
                        "-> startApi  clientId=17", "<- managedAccounts  accounts=DUSIM*1", "<- nextValidId  orderId=",
                        "-> reqPositions", "<- positionEnd", "<- tickPrice  reqId=")
                .doesNotContain("DUSIM0001",
                        "not readable", "not strictly", " gap ");
        DaemonProcess.Ended json = simulator("frames", capture.toString(), "--json", "--message", "position");
        List<String> positions = new ArrayList<>(json.out().lines().toList());
        assertThat(positions).isNotEmpty().allSatisfy(line -> {
            JsonNode node = JsonMapper.shared().readTree(line);
            assertThat(node.get("message").asString()).isEqualTo("position");
            assertThat(node.get("fields").get("account").asString()).isEqualTo("DUSIM*1");
        });
        assertThat(simulator("frames", capture.toString(), "--unmasked", "--message", "managedAccounts").out())
                .contains("accounts=DUSIM0001");
    }

    /** A plan's hash covers contracts, quantities, ladders, budget and rules, not times. */
    private static String decisions(String json) {
        JsonNode plan = JsonMapper.shared().readTree(json);
        String hash = plan.findValue("hash").asString();
        assertThat(hash).as(json).isNotEmpty();
        return hash;
    }
}
