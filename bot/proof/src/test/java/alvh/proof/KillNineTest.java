package alvh.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} of the daemon between approval and fills, then {@code run} on the same home. The simulator's truth
 * judges: no duplicate order, no lost fill, and the ledger is the account.
 */
@Timeout(240)
class KillNineTest {

    @TempDir
    Path home;

    /** Runs the daemon to the crash point, answering its plan with yes on the way. */
    private void crashAt(String type, String method) {
        try (CrashPoint crash = CrashPoint.arm(home, type, method, "run")) {
            DaemonProcess.ready(crash.daemon());
            String hash = DaemonProcess.offered(crash.daemon());
            CompletableFuture<DaemonProcess.Ended> approval = RunningProcess
                    .beside(() -> DaemonProcess.run(home, "approve", hash));
            crash.strike();
            approval.join();
        }
    }

    private GatewayProcess gatewayThatFillsNothing() {
        GatewayProcess gateway = GatewayProcess.start(home);
        gateway.play("hold fills");
        Homes.simulated(home, gateway.port());
        return gateway;
    }

    private void agrees(TruthFile truth) {
        JournalView journal = JournalView.of(home);
        assertThat(journal.damage()).isNull();
        assertThat(journal.positions()).isEqualTo(truth.positions());
        assertThat(truth.mostLiveOrdersOfOneIntent()).as("live orders of one intent").isLessThanOrEqualTo(1);
        for (JournalRecord.Intent intent : journal.all(JournalRecord.Intent.class)) {
            assertThat(truth.filledByIntent().getOrDefault(intent.intentId(), 0)).as("filled of %s", intent.intentId())
                    .isLessThanOrEqualTo(Math.toIntExact(intent.quantity()));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P01_P02_P03_P16_MP17_afterTheFirstOrderWorksItIsAdoptedAndItsFillIsBooked() {
        try (GatewayProcess gateway = gatewayThatFillsNothing()) {
            TruthFile truth = gateway.truth();
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                assertThat(DaemonProcess.run(home, "approve", DaemonProcess.offered(daemon)).exit()).isZero();
                daemon.until("an order at the exchange", () -> !truth.orders().isEmpty());
                daemon.kill9();
            }
            gateway.play("release fills");
            gateway.process().until("the fill, while no daemon lives",
                    () -> truth.orders().getFirst().status().equals("FILLED"));
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                DaemonProcess.stop(daemon);
            }
            assertThat(truth.orders()).as("nothing was sent again").hasSize(1);
            agrees(truth);
            assertThat(JournalView.of(home).ledger().openHedgeLots()).hasSize(1);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P01_P13_afterTheApprovalIsForcedAndBeforeTheFirstOrderNothingIsEverSent() {
        try (GatewayProcess gateway = gatewayThatFillsNothing()) {
            crashAt("alvh.daemon.cycle.Offers", "release");
            JournalView before = JournalView.of(home);
            assertThat(before.all(JournalRecord.Approval.class))
                    .as("the approval is on the disk, in %s", before.types()).hasSize(1);
            assertThat(before.all(JournalRecord.SendStart.class)).isEmpty();
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                DaemonProcess.stop(daemon);
            }
            assertThat(gateway.truth().orders()).as("a restart never continues a plan").isEmpty();
            agrees(gateway.truth());
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P01_P03_afterSendStartAndBeforeTheFirstByteTheFateIsAQuestionAndNothingIsResent() {
        try (GatewayProcess gateway = gatewayThatFillsNothing()) {
            crashAt("alvh.daemon.broker.OrderWriter", "write");
            JournalView before = JournalView.of(home);
            assertThat(before.all(JournalRecord.SendStart.class)).as("written ahead, in %s", before.types()).hasSize(1);
            assertThat(gateway.truth().orders()).isEmpty();
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                daemon.until("the case", () -> DaemonProcess.run(home, "cases").out().contains("UNKNOWN_ORDER"));
                DaemonProcess.stop(daemon);
            }
            assertThat(gateway.truth().orders()).as("no resend the same day").isEmpty();
            JournalView after = JournalView.of(home);
            assertThat(after.ledger().reserved().isPositive()).as("the reservation stands").isTrue();
            agrees(gateway.truth());
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P02_P03_MP17_afterTheBytesAndBeforeAnyWordOfTheBrokerTheOrderIsFoundByItsReference() {
        try (GatewayProcess gateway = gatewayThatFillsNothing()) {
            crashAt("alvh.daemon.execution.Sends", "written");
            TruthFile truth = gateway.truth();
            gateway.process().until("the order at the exchange", () -> truth.orders().size() == 1);
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                List<TruthFile.Order> orders = truth.orders();
                assertThat(orders).hasSize(1);
                assertThat(DaemonProcess.run(home, "status").out()).contains(orders.getFirst().ref());
                gateway.play("release fills");
                daemon.until("the fill", () -> !truth.fills().isEmpty());
                daemon.until("the lot in the ledger",
                        () -> DaemonProcess.run(home, "positions").out().contains("HEDGE"));
                DaemonProcess.stop(daemon);
            }
            assertThat(truth.orders()).as("nothing was sent again").hasSize(1);
            agrees(truth);
        }
    }
}
