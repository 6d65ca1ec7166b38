package alvh.proof;

import java.nio.file.Path;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job, whole: two processes, real sockets, a plan approved as a person would, orders, fills, ledger, proof. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class DemoFlowTest {

    @TempDir
    Path home;

    @Test
    void P05_P16_P26_P27_theDemoBuysItsWholePlanAndLedgerAndAccountAgree() {
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            DaemonProcess.Ended demo = DaemonProcess.run(home, "demo", "--yes");
            assertThat(demo.exit()).as(demo.text()).isZero();
            assertThat(demo.out()).contains("exchange time Tue 2026-03-10 10:15 ET", "bull put spread", "iron condor",
                    "short put", "1  THE BOOK", "2  THE BUDGET", "3  THE SIGNALS", "4  THE LAYERS", "5  THE PLAN",
                    "6  THE ORDERS", "Your account and this ledger agree", "verified");
            assertThat(demo.out().lines().filter(line -> line.length() > 100)).as("lines wider than 100").isEmpty();

            JournalView journal = JournalView.of(home);
            JournalRecord.Plan plan = journal.all(JournalRecord.Plan.class).getFirst();
            List<JournalRecord.Intent> intents = journal.all(JournalRecord.Intent.class);
            assertThat(plan.orders()).as("all three layers act").isEqualTo(3);
            assertThat(intents).extracting(JournalRecord.Intent::planHash).containsOnly(plan.planHash());
            assertThat(gateway.truth().filledByIntent()).as("every planned order is filled, and nothing else")
                    .hasSize(plan.orders());
            for (JournalRecord.Intent intent : intents) {
                assertThat(gateway.truth().filledByIntent())
                        .containsEntry(intent.intentId(), Math.toIntExact(intent.quantity()));
            }
            assertThat(journal.damage()).isNull();
            assertThat(journal.positions()).isEqualTo(gateway.truth().positions());
            verbsLookAtIt(plan);
        }
    }

    private void verbsLookAtIt(JournalRecord.Plan plan) {
        DaemonProcess.Ended verified = DaemonProcess.run(home, "audit", "verify");
        assertThat(verified.exit()).as(verified.text()).isZero();
        assertThat(verified.out()).startsWith("verified: ");
        DaemonProcess.Ended replay = DaemonProcess.run(home, "audit", "replay", plan.planHash(), "--json");
        assertThat(replay.exit()).as(replay.text()).isZero();
        JsonNode answer = JsonMapper.builder().build().readTree(replay.out());
        assertThat(answer.get("same").asBoolean()).isTrue();
        assertThat(answer.get("replayed").asString()).isEqualTo(plan.planHash());
        explained(plan);
        DaemonProcess.Ended status = DaemonProcess.run(home, "status", "--json");
        assertThat(status.exit()).as(status.text()).isZero();
        assertThat(JsonMapper.builder().build().readTree(status.out()).get("alive").asBoolean()).isFalse();
        DaemonProcess.Ended rebuilt = DaemonProcess.run(home, "audit", "rebuild");
        assertThat(rebuilt.exit()).as(rebuilt.text()).isZero();
        assertThat(JournalView.of(home).damage()).isNull();
    }

    /** The long form, of the same plan: each order with its because, no line too wide, JSON without unknown numbers as text. */
    private void explained(JournalRecord.Plan plan) {
        DaemonProcess.Ended text = DaemonProcess.run(home, "explain", "--width", "80");
        assertThat(text.exit()).as(text.text()).isZero();
        assertThat(text.out()).contains("made again from its stored", "WHAT WAS DECIDED", "WHAT THE PREMIUM BUYS",
                "BREAK-EVENS").doesNotContain("NaN");
        assertThat(text.out().lines().filter(line -> line.length() > 80)).as("lines wider than 80").isEmpty();
        DaemonProcess.Ended json = DaemonProcess.run(home, "explain", plan.planHash().substring(0, 12), "--json",
                "--break-evens");
        assertThat(json.exit()).as(json.text()).isZero();
        assertThat(json.out()).doesNotContain("NaN", "Infinity");
        JsonNode answer = JsonMapper.builder().build().readTree(json.out());
        assertThat(answer.get("hash").asString()).isEqualTo(plan.planHash());
        assertThat(answer.get("same").asBoolean()).isTrue();
        assertThat(answer.get("sections").get(0).get("id").asString()).isEqualTo("decision");
        assertThat(answer.get("sections").get(0).get("lines").size()).isEqualTo(plan.orders());
        assertThat(answer.get("breakEvens").get("expiries").get(0).get("curves").get(0).get("dollars").size())
                .isEqualTo(91);
    }
}
