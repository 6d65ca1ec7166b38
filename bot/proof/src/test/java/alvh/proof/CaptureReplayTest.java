package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The daemon's session on file, as fields, and once more for a daemon that has never seen a gateway. */
@Timeout(300)
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
        assertThat(captures(first)).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(captures(first).getFirst())))
                .isEqualTo("rw-------");
        readable(first.resolve("capture"));

        Path second = folder.resolve("second");
        Path ready = folder.resolve("ready.json");
        List<String> args = List.of("--port", "0", "--ready", ready.toString(), "--replay",
                first.resolve("capture").toString());
        try (RunningProcess replay = RunningProcess.start(folder, "replay", Programs.simulator(args), Map.of())) {
            replay.until("its ready file", () -> Files.exists(ready));
            int port = JsonMapper.shared().readTree(Files.readString(ready)).get("port").asInt();
            DaemonProcess.Ended replayed = plan(home(second, port));
            assertThat(replayed.exit()).as(replayed.text() + "\n" + replay.text()).isZero();
            assertThat(decisions(replayed.out())).isEqualTo(decisions(recorded.out()));
            assertThat(replay.exit()).as(replay.text()).isZero();
            assertThat(replay.out()).contains("replayed link 1: ", " 0 differences, ").doesNotContain("DUSIM0001");
        }
    }

    private void readable(Path capture) {
        DaemonProcess.Ended text = simulator("frames", capture.toString());
        assertThat(text.exit()).as(text.text()).isZero();
        assertThat(text.out()).contains("-> hello  versions 176..200", "<- hello  version 200,",
                "-> startApi  clientId=17", "<- managedAccounts  accounts=DUSIM*1", "<- nextValidId  orderId=",
                "-> reqPositions", "<- positionEnd", "<- tickPrice  reqId=").doesNotContain("DUSIM0001",
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
