package alvh.proof;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway stops in the middle of the work: frozen, or dead and started again on the same port and account. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class GatewayDownTest {

    @TempDir
    Path home;

    private static long count(RunningProcess daemon, String text) {
        return daemon.out().lines().filter(line -> line.contains(text)).count();
    }

    private static void readyAgain(RunningProcess daemon, long before) {
        daemon.until("a second reconciliation", () -> count(daemon, "state READY") > before);
    }

    private void agrees(TruthFile truth) {
        JournalView journal = JournalView.of(home);
        assertThat(journal.damage()).isNull();
        assertThat(journal.positions()).isEqualTo(truth.positions());
        assertThat(truth.mostLiveOrdersOfOneIntent()).isLessThanOrEqualTo(1);
    }

    @Test
    void P16_P17_aFrozenGatewayIsNoticedWithinFifteenSecondsNothingIsSentAndTheWorkGoesOnAfterwards() {
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            Homes.simulated(home, gateway.port());
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                String hash = DaemonProcess.offered(daemon);
                gateway.process().signal("STOP");
                daemon.until("the loss", Duration.ofSeconds(25), () -> daemon.out().contains("connection lost"));
                assertThat(daemon.out()).contains("nothing is sent, next try in");
                DaemonProcess.Ended refused = DaemonProcess.run(home, "approve", hash);
                assertThat(refused.exit()).as(refused.text()).isEqualTo(9);
                assertThat(refused.err()).contains("E-APPR-NOT-READY", "nothing was sent");
                assertThat(DaemonProcess.run(home, "status").out()).contains("DOWN");
                long before = count(daemon, "state READY");
                gateway.process().signal("CONT");
                readyAgain(daemon, before);
                assertThat(gateway.truth().orders()).as("nothing was sent meanwhile").isEmpty();
                DaemonProcess.Ended approved = DaemonProcess.run(home, "approve", DaemonProcess.offered(daemon));
                assertThat(approved.exit()).as(approved.text()).isZero();
                daemon.says(" DONE: every step is filled");
                DaemonProcess.stop(daemon);
            }
            assertThat(gateway.truth().filledByIntent()).hasSize(3);
            agrees(gateway.truth());
        }
    }

    @Test
    void P02_P16_aGatewayThatDiesWithAWorkingOrderComesBackAndIsReconciled() {
        GatewayProcess first = GatewayProcess.start(home);
        try (first) {
            first.play("hold fills");
            Homes.simulated(home, first.port());
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                assertThat(DaemonProcess.run(home, "approve", DaemonProcess.offered(daemon)).exit()).isZero();
                daemon.until("an order at the exchange", () -> first.truth().orders().size() == 1);
                first.process().kill9();
                daemon.says("connection lost");
                DaemonProcess.Ended status = DaemonProcess.run(home, "status");
                assertThat(status.out()).contains("DOWN", first.truth().orders().getFirst().ref());
                long before = count(daemon, "state READY");
                try (GatewayProcess second = GatewayProcess.start(home, first.port())) {
                    readyAgain(daemon, before);
                    daemon.says(" DONE: every step is filled");
                    DaemonProcess.stop(daemon);
                    assertThat(second.truth().filledByIntent()).hasSize(3);
                    agrees(second.truth());
                }
            }
        }
    }
}
