package alvh.daemon.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import alvh.daemon.desk.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A peer that does not read (reliability M12, F23): a write is stuck in the socket, and with it the client's monitor. */
@Timeout(120)
class StuckFaultTest {
    private FaultBench bench;

    @BeforeEach
    void begin() throws IOException {
        bench = new FaultBench();
        bench.up();
        bench.gateway.deaf = true;
        bench.session().cancel(1, "fills the pipe");
        bench.wait("deafness", () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("4|")));
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
    }

    @Test
    void P14_F23_killIsAnsweredAtOnceAndTheStuckSocketIsCut() {
        bench.jam();
        long begun = System.nanoTime();
        bench.session().kill();
        long took = System.nanoTime() - begun;
        assertThat(TimeUnit.NANOSECONDS.toMillis(took)).as("kill waits for nothing").isLessThan(100);
        bench.settle();
        bench.pass(Duration.ofMillis(500));
        assertThat(bench.first(Event.SessionDown.class).because())
                .isEqualTo("a write was stuck in the socket when the kill switch was pulled");
        bench.gateway.deaf = false;
        bench.upAgain();
        bench.session().cancel(51, FaultBench.REF);
        bench.wait("the cancel on the new link",
                () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("4|51|")));
        bench.order(52);
        assertThat(bench.first(Event.OrderNotWritten.class).because()).isEqualTo("kill switch");
    }

    @Test
    void P14_aCancelThatGetsStuckItselfIsCutWithinASecond() {
        bench.smallPipe();
        bench.session().kill();
        bench.settle();
        bench.ticker.pass(Duration.ofMillis(200));
        bench.settle();
        int id = 100;
        do {
            for (int i = 0; i < 200; i++) {
                bench.session().cancel(id, FaultBench.REF);
            }
            id++;
            bench.settle();
        } while (!stands());
        assertThat(bench.downAfter()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(bench.first(Event.SessionDown.class).because()).contains("stuck in the socket");
    }

    /** Nothing more is written for a fifth of a second of the machine's time: it is stuck, not slow. */
    private boolean stands() {
        long sent = bench.bytesSent();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        while (bench.bytesSent() == sent) {
            if (System.nanoTime() - until >= 0) {
                return true;
            }
        }
        return false;
    }

    /** In the machine's own time: ten orders leave at once, those behind them wait for their tokens. */
    @Test
    void P14_anOrderThatWaitsForItsTokenHoldsUpNoCancel() {
        bench.gateway.deaf = false;
        bench.redial();
        for (int id = 52; id < 72; id++) {
            bench.order(id);
        }
        bench.wait("the burst", () -> bench.count(Event.OrderWritten.class) >= 10);
        long begun = System.nanoTime();
        bench.session().kill();
        bench.session().cancel(52, FaultBench.REF);
        bench.wait("the cancel", () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("4|52|")));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isLessThan(1_000);
        bench.wait("an answer to every order",
                () -> bench.count(Event.OrderWritten.class) + bench.count(Event.OrderNotWritten.class) == 20);
        assertThat(bench.told(Event.OrderNotWritten.class)).isNotEmpty()
                .allMatch(refused -> refused.because().equals("kill switch")
                        || refused.because().startsWith("more orders than"));
    }

    @Test
    void P18_aStuckWriteIsNoticedWithoutAKill() {
        bench.jam();
        assertThat(bench.downAfter()).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(bench.first(Event.SessionDown.class).because())
                .isEqualTo("the gateway has not read for 3 s: a write is stuck in the socket");
        bench.gateway.deaf = false;
        bench.upAgain();
    }
}
