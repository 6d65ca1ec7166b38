package alvh.daemon.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import alvh.daemon.desk.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Fifty thousand messages at once (reliability F26): the session answers, nothing of an order is lost. */
@Timeout(180)
class FloodFaultTest {
    private static final int FLOOD = 50_000;
    private FaultBench bench;

    @BeforeEach
    void begin() throws IOException {
        bench = new FaultBench();
        bench.gateway.script = frame -> frame.startsWith("9|8|")
                ? List.of("4|" + frame.split("\\|")[2] + "|200|none||0|")
                : null;
        bench.up();
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
    }

    private void flood(String frame, int times) throws IOException {
        byte[] one = TinyGateway.framed(frame);
        var all = new ByteArrayOutputStream(one.length * times);
        for (int i = 0; i < times; i++) {
            all.writeBytes(one);
        }
        bench.gateway.raw(all.toByteArray());
    }

    @Test
    void F26_ticksLeaveTheLastOneAndTheHeartBeats() throws IOException {
        bench.session().proveQuotes(7, List.of(FaultBench.CALL));
        bench.wait("the line", () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("1|11|")));
        String line = bench.gateway.heard.stream().filter(f -> f.startsWith("1|11|")).findFirst().orElseThrow()
                .split("\\|")[2];
        flood("1|6|" + line + "|1|0.75|5|0|", FLOOD);
        bench.gateway.say("1|6|" + line + "|1|0.80|5|0|", "1|6|" + line + "|2|0.85|8|0|");
        bench.passAnswered(Duration.ofSeconds(20));
        assertThat(bench.count(Event.SessionDown.class)).isZero();
        assertThat(bench.told(Event.QuotesProven.class).stream().filter(e -> e.token() == 7).findFirst().orElseThrow()
                .quotes().get(FaultBench.CALL).bid()).isEqualTo(0.80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4|-1|2104|Market data farm connection is OK:usfarm||0|",
            "4|10000999|300|Can't find EId||0|",
            "4|-1|2100|noise||0|"})
    void F26_errorsOfNobodyAreHeardAndForgotten(String error) throws IOException {
        flood(error, FLOOD);
        bench.gateway.say(Frames.STATUS);
        bench.first(Event.StatusSeen.class);
        bench.passAnswered(Duration.ofSeconds(12));
        assertThat(bench.count(Event.SessionDown.class)).isZero();
    }

    @Test
    void P17_F26_ofOrdersEveryWordArrives() throws IOException {
        flood(Frames.STATUS, FLOOD);
        bench.gateway.say(Frames.EXECUTION);
        bench.first(Event.ExecutionSeen.class);
        assertThat(bench.count(Event.StatusSeen.class)).isEqualTo(FLOOD);
        assertThat(bench.count(Event.SessionDown.class)).isZero();
    }

    @Test
    void F26_aFloodThatIsNotHeardInTimeIsALostConnection() throws IOException {
        var stands = new CountDownLatch(1);
        bench.hold(stands);
        for (int i = 0; i < 6; i++) {
            flood(Frames.STATUS, FLOOD);
        }
        bench.wait("the words to wait", () -> bench.backlog() > 250_000);
        bench.ticker.pass(Duration.ofSeconds(1));
        stands.countDown();
        assertThat(bench.downAtOnce()).isEqualTo("more than 250000 words of the broker are waiting to be heard");
        bench.gateway.mute = false;
        bench.upAgain();
    }
}
