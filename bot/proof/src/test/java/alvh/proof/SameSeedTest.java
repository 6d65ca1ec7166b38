package alvh.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One seed, one plan; and a stored input gives it again. Exchange time follows the simulated broker: whatever day and
 * hour it is here, the plan is of Tuesday 2026-03-10.
 */
@Timeout(180)
class SameSeedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private JsonNode plan(String name, String... seed) {
        Path home = folder.resolve(name);
        try (GatewayProcess gateway = GatewayProcess.start(home, seed)) {
            Homes.simulated(home, gateway.port());
            DaemonProcess.Ended plan = DaemonProcess.run(home, "plan", "--json");
            assertThat(plan.exit()).as(plan.text()).isZero();
            assertThat(gateway.truth().orders()).isEmpty();
            return JSON.readTree(plan.out()).get("plan");
        }
    }

    @Test
    void P30_twoRunsOfOneSeedGiveOnePlanHashAndTheJournalGivesItAgain() {
        List<CompletableFuture<JsonNode>> runs = List.of(RunningProcess.beside(() -> plan("a")),
                RunningProcess.beside(() -> plan("b")),
                RunningProcess.beside(() -> plan("c", "--scenario", "calm")));
        JsonNode a = runs.get(0).join();
        JsonNode b = runs.get(1).join();
        String hash = a.get("hash").asString();
        assertThat(b.get("hash").asString()).isEqualTo(hash);
        assertThat(b.get("orders")).isEqualTo(a.get("orders"));
        assertThat(runs.get(2).join().get("hash").asString()).as("another market is another plan").isNotEqualTo(hash);
        assertThat(a.get("tradeDate").asString()).isEqualTo("2026-03-10");
        assertThat(a.get("asOf").asString()).startsWith("2026-03-10T14:1");

        DaemonProcess.Ended replay = DaemonProcess.run(folder.resolve("a"), "audit", "replay", "--json");
        assertThat(replay.exit()).as(replay.text()).isZero();
        JsonNode answer = JSON.readTree(replay.out());
        assertThat(answer.get("same").asBoolean()).isTrue();
        assertThat(answer.get("replayed").asString()).isEqualTo(hash);
        DaemonProcess.Ended shortHash = DaemonProcess.run(folder.resolve("b"), "audit", "replay",
                hash.substring(0, 4) + "-" + hash.substring(4, 8) + "-" + hash.substring(8, 12));
        assertThat(shortHash.exit()).as(shortHash.text()).isZero();
        assertThat(shortHash.out()).contains("same plan again: " + hash);
        DaemonProcess.Ended unknown = DaemonProcess.run(folder.resolve("b"), "audit", "replay", "ffff");
        assertThat(unknown.exit()).as(unknown.text()).isEqualTo(9);
    }
}
