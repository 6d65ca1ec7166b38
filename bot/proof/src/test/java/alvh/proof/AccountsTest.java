package alvh.proof;

import java.nio.file.Path;
import java.util.Map;

import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose account is it? Proven by what the session reports, before anything else is asked; a wrong one gets nothing. */
@Timeout(240)
class AccountsTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"DUSIM0001,simulated,U7654321,11,live", "DUSIM0001,simulated,DU7654321,11,paper",
            "DU1234567,paper,U7654321,11,live", "DU1234567,paper,DUSIM0001,11,simulated",
            "DUSIM0001,simulated,DUSIM0777,10,account.id", "DU1234567,paper,DU7654321,10,account.id"})
    @Execution(ExecutionMode.CONCURRENT)
    void P15_aHostileAccountEndsTheDaemonBeforeAnythingIsSent(String set, String kind, String reported, int exit,
            String says) {
        try (GatewayProcess gateway = GatewayProcess.start(home, "--account", reported)) {
            Homes.write(home, "account:\n  id: %s\n  kind: %s\ngateway:\n  port: %d\n".formatted(set, kind,
                    gateway.port()));
            for (String verb : new String[]{"run", "plan"}) {
                DaemonProcess.Ended ended = DaemonProcess.run(home, verb);
                assertThat(ended.exit()).as(ended.text()).isEqualTo(exit);
                assertThat(ended.text()).contains(exit == 11 ? "E-ACCT-KIND" : "E-ACCT-ID", says,
                        "127.0.0.1:" + gateway.port(), "Nothing was sent", "change account.");
            }
            assertThat(gateway.truth().orders()).isEmpty();
            assertThat(JournalView.of(home).all(JournalRecord.Plan.class)).as("no plan either").isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aReadOnlyGatewayIsPlannedForAndTheBoxToClearIsNamed() {
        try (GatewayProcess gateway = GatewayProcess.start(home, "--scenario", "read-only")) {
            Homes.simulated(home, gateway.port());
            DaemonProcess.Ended plan = DaemonProcess.run(home, "plan");
            assertThat(plan.exit()).as(plan.text()).isZero();
            assertThat(plan.out()).contains("5  THE PLAN", "Read-Only API", "clear Configuration, API, Settings");
            assertThat(gateway.truth().orders()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P13_anApprovalOnAReadOnlyGatewayIsRefusedWithoutWaitingAndNothingIsSent() {
        try (GatewayProcess gateway = GatewayProcess.start(home, "--scenario", "read-only")) {
            DaemonProcess.Ended demo = DaemonProcess.run(home, "demo", "--yes");
            assertThat(demo.exit()).as(demo.text()).isEqualTo(9);
            assertThat(demo.text()).contains("E-APPR-NOT-READY", "clear Configuration, API, Settings, Read-Only API",
                    "nothing was sent");
            assertThat(gateway.truth().orders()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P13_withoutATerminalAndWithoutYesNothingIsSent() {
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            DaemonProcess.Ended demo = DaemonProcess.run(home, "demo");
            assertThat(demo.exit()).as(demo.text()).isEqualTo(5);
            assertThat(demo.out()).contains("5  THE PLAN", "There is no terminal to ask at: nothing was sent", "--yes",
                    "--dry-run");
            assertThat(gateway.truth().orders()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P13_aDryRunStopsBeforeSendingAndEndsWell() {
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            DaemonProcess.Ended demo = DaemonProcess.run(home, "demo", "--dry-run");
            assertThat(demo.exit()).as(demo.text()).isZero();
            assertThat(demo.out()).contains("5  THE PLAN", "nothing was sent");
            assertThat(gateway.truth().orders()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P13_rejectAndControlCAtTheQuestionSendNothingAndSaySo() {
        Map<String, String> byPipe = Map.of("ALVH_ANSWERS", "stdin");
        try (GatewayProcess gateway = GatewayProcess.start(home);
                RunningProcess demo = DaemonProcess.start(home, byPipe, "demo")) {
            demo.says("approve / reject / why N / quit ?");
            demo.type("why 1");
            demo.says("rungs");
            demo.type("aprove");
            demo.says("Type approve to send exactly plan");
            demo.signal("INT");
            assertThat(demo.exit()).as(demo.text()).isEqualTo(5);
            assertThat(demo.out()).contains("Stopped at the question: nothing was sent.");
            assertThat(gateway.truth().orders()).isEmpty();
            assertThat(JournalView.of(home).damage()).isNull();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P13_rejectByPipeEndsWithFive() {
        try (GatewayProcess gateway = GatewayProcess.start(home);
                RunningProcess demo = DaemonProcess.start(home, Map.of("ALVH_ANSWERS", "stdin"), "demo")) {
            demo.says("approve / reject / why N / quit ?");
            demo.type("reject");
            assertThat(demo.exit()).as(demo.text()).isEqualTo(5);
            assertThat(demo.out()).contains("rejected", "nothing was sent");
            assertThat(gateway.truth().orders()).isEmpty();
        }
    }
}
