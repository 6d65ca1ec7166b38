package alvh.proof;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole daemon on a line that goes bad (reliability F20-F22, F26, F27), in the machine's own time. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class WireFaultTest {

    /** Promise 18, and what this machine needs to print it. */
    private static final Duration NOTICED = Duration.ofSeconds(15 + 3);

    @TempDir
    Path home;

    private static long count(RunningProcess daemon, String text) {
        return daemon.out().lines().filter(line -> line.contains(text)).count();
    }

    /** Does it, and tells how long the daemon took to say that the connection is lost. */
    private static Duration lostAfter(RunningProcess daemon, Runnable fault) {
        long before = count(daemon, "connection lost");
        long begun = System.nanoTime();
        fault.run();
        daemon.until("the loss", Duration.ofSeconds(40), () -> count(daemon, "connection lost") > before);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void readyAgain(RunningProcess daemon, Runnable cure) {
        long before = count(daemon, "state READY");
        cure.run();
        daemon.until("a new reconciliation", () -> count(daemon, "state READY") > before);
    }

    @Test
    void P16_P18_everyLossOfTheLineIsNoticedInTimeAndReconciled() {
        try (GatewayProcess gateway = GatewayProcess.start(home);
                FaultyLine line = new FaultyLine(gateway.port())) {
            Homes.simulated(home, line.port());
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);

                Duration reset = lostAfter(daemon, line::reset);
                assertThat(reset).as("a reset").isLessThan(NOTICED);
                readyAgain(daemon, () -> {});

                Duration swallowed = lostAfter(daemon, () -> {
                    line.muteNew();
                    line.swallow();
                });
                assertThat(swallowed).as("a line that swallows everything").isLessThan(NOTICED);
                Duration handshake = lostAfter(daemon, () -> {});
                assertThat(handshake).as("2 s of pause, and a handshake that is never answered").isLessThan(NOTICED);
                assertThat(daemon.out()).contains("did not finish the handshake in 10 s");
                assertThat(DaemonProcess.run(home, "status").out()).contains("DOWN");
                readyAgain(daemon, line::mend);
                DaemonProcess.stop(daemon);
            }
            assertThat(gateway.truth().orders()).as("nobody approved anything").isEmpty();
            assertThat(JournalView.of(home).damage()).isNull();
        }
    }

    @Test
    void P02_P17_F26_F27_floodsLeaveTheDeskAnsweringAndABrokenFrameLosesNoOrder() {
        try (GatewayProcess gateway = GatewayProcess.start(home);
                FaultyLine line = new FaultyLine(gateway.port())) {
            gateway.play("hold fills");
            Homes.simulated(home, line.port());
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                assertThat(DaemonProcess.run(home, "approve", DaemonProcess.offered(daemon)).exit()).isZero();
                daemon.until("an order at the exchange", () -> gateway.truth().orders().size() == 1);

                line.say("1|6|10000001|1|0.80|5|0|", 50_000);
                line.say("4|-1|2104|Market data farm connection is OK:usfarm||0|", 50_000);
                DaemonProcess.Ended status = DaemonProcess.run(home, "status");
                assertThat(status.exit()).as(status.text()).isZero();
                assertThat(status.out()).contains("state      READY", gateway.truth().orders().getFirst().ref());
                assertThat(count(daemon, "connection lost")).as("a flood is no loss").isZero();

                Duration broken = lostAfter(daemon, () -> line.say("3|51|Submitted|0|", 1));
                assertThat(broken).as("a status that is cut short").isLessThan(NOTICED);
                readyAgain(daemon, () -> {});
                gateway.play("release fills");
                daemon.says(" DONE: every step is filled");
                DaemonProcess.stop(daemon);
            }
            assertThat(gateway.truth().mostLiveOrdersOfOneIntent()).isLessThanOrEqualTo(1);
            assertThat(gateway.truth().filledByIntent()).hasSize(3);
            JournalView journal = JournalView.of(home);
            assertThat(journal.damage()).isNull();
            assertThat(journal.positions()).isEqualTo(gateway.truth().positions());
        }
    }
}
