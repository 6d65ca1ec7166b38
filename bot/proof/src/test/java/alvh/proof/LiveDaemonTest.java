package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The unattended daemon and a person with a command line: approve, reject, kill, resume, look. */
@Timeout(240)
class LiveDaemonTest {

    @TempDir
    Path home;

    private DaemonProcess.Ended alvh(int exit, String... verb) {
        DaemonProcess.Ended ended = DaemonProcess.run(home, verb);
        assertThat(ended.exit()).as(ended.text()).isEqualTo(exit);
        return ended;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P13_P14_anApprovalIsForOneHashOnceAndKillCancelsWhatWorks() {
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            gateway.play("hold fills");
            Homes.simulated(home, gateway.port());
            TruthFile truth = gateway.truth();
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                String hash = DaemonProcess.offered(daemon);
                assertThat(alvh(9, "approve", "ffff-ffff-ffff").err()).contains("E-APPR-UNKNOWN", "nothing was sent");
                assertThat(alvh(9, "approve", "ALL").err()).contains("E-APPR-WILDCARD", "nothing was sent");
                assertThat(alvh(9, "decide", "7", "ADOPT", "--reason", "x").err()).contains("E-CASE", "7");
                assertThat(truth.orders()).isEmpty();
                assertThat(alvh(0, "status").out()).contains("waits for an answer: " + hash, "state      READY");
                assertThat(alvh(0, "explain", hash).out()).contains("Plan " + hash, "the same", "WHAT WAS DECIDED");
                assertThat(alvh(0, "measures").out()).isNotBlank();
                assertThat(alvh(0, "ladder").out()).contains("sessions");
                assertThat(alvh(0, "audit", "decisions", "--json").out()).startsWith("{");

                assertThat(alvh(0, "approve", hash).out()).contains("approved " + hash, "exactly this plan");
                daemon.until("an order at the exchange", () -> truth.orders().size() == 1);
                assertThat(alvh(9, "approve", hash).err()).contains("E-APPR-USED");
                assertThat(alvh(0, "status").out()).contains(truth.orders().getFirst().ref());

                assertThat(alvh(0, "kill", "--reason", "drill").out()).contains("no order byte leaves");
                daemon.until("the cancel", () -> truth.orders().getFirst().status().equals("CANCELLED"));
                assertThat(home.resolve("KILL")).exists();
                assertThat(alvh(0, "status").out()).contains("KILLED", "drill");
                assertThat(alvh(64, "resume", "--reason", "over", "--confirm", "DUSIM0009").err())
                        .contains("E-RESUME-CONFIRM", "DUSIM0009", "nothing was resumed");
                assertThat(alvh(64, "resume").err()).contains("--reason");
                DaemonProcess.stop(daemon);
            }
            assertThat(truth.orders()).as("killed is killed").hasSize(1);
            assertThat(JournalView.of(home).all(JournalRecord.Killed.class)).isNotEmpty();
            assertThat(JournalView.of(home).positions()).isEqualTo(truth.positions());
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P14_aKillFileFoundAtTheStartHoldsUntilAPersonResumes() throws IOException {
        Files.writeString(home.resolve("KILL"), "somebody: smoke in the room\n");
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            Homes.simulated(home, gateway.port());
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                String hash = DaemonProcess.offered(daemon);
                assertThat(alvh(9, "approve", hash).err()).contains("E-APPR-NOT-READY", "kill switch",
                        "nothing was sent");
                assertThat(gateway.truth().orders()).isEmpty();
                assertThat(alvh(0, "resume", "--reason", "it was toast", "--confirm", "DUSIM0001").out())
                        .contains("resumed");
                assertThat(home.resolve("KILL")).doesNotExist();
                assertThat(alvh(0, "reject", hash).out()).contains("nothing was sent");
                DaemonProcess.stop(daemon);
            }
            assertThat(gateway.truth().orders()).isEmpty();
            JournalView journal = JournalView.of(home);
            assertThat(journal.all(JournalRecord.Unkilled.class)).hasSize(1);
            assertThat(journal.all(JournalRecord.Outcome.class)).as("one outcome of the window").hasSize(1);
        }
    }
}
