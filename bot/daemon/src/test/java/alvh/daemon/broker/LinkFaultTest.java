package alvh.daemon.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import alvh.daemon.broker.TinyGateway.First;
import alvh.daemon.desk.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Links that end, freeze or never begin (reliability M10, M12, F19-F23), with whatever client is on the class path. */
@Timeout(120)
class LinkFaultTest {
    private static final Duration FIFTEEN = Duration.ofSeconds(15);
    private FaultBench bench;

    @BeforeEach
    void begin() throws IOException {
        bench = new FaultBench();
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
    }

    @Test
    void P18_F19_aCloseIsNoticedAtOnceAndTheSessionMadeAnew() throws IOException {
        bench.up();
        bench.gateway.finish();
        assertThat(bench.downAtOnce()).startsWith("the connection ended");
        bench.upAgain();
    }

    @Test
    void P18_F20_aResetIsNoticedAtOnceThoughNobodyIsCalled() throws IOException {
        bench.up();
        bench.gateway.reset();
        assertThat(bench.downAtOnce()).startsWith("the connection ended");
        bench.upAgain();
    }

    @Test
    void P18_F21_aPeerThatFallsSilentRightAfterAHeartbeatIsNoticedWithinFifteenSeconds() throws IOException {
        bench.up();
        bench.passAnswered(Duration.ofSeconds(5));
        bench.gateway.mute = true;
        assertThat(bench.downAfter()).isBetween(Duration.ofSeconds(8), FIFTEEN);
        assertThat(bench.first(Event.SessionDown.class).because()).isEqualTo(
                "the gateway did not answer two heartbeats");
        bench.gateway.mute = false;
        bench.upAgain();
    }

    @Test
    void P18_aPeerThatAnswersIsKept() {
        bench.up();
        bench.passAnswered(Duration.ofSeconds(100));
        assertThat(bench.count(Event.SessionDown.class)).isZero();
        assertThat(bench.gateway.heard.stream().filter(f -> f.startsWith("105|")).count())
                .as("a heartbeat every five seconds, and the test's own questions").isGreaterThan(100 + 100 / 5);
    }

    @Test
    void P18_aPeerThatStopsInTheMiddleOfALongFrameIsNoticedWithinFifteenSeconds() throws IOException {
        bench.up();
        bench.gateway.mute = true;
        bench.gateway.raw(ByteBuffer.allocate(4).putInt(16_777_215).array());
        assertThat(bench.downAfter()).isLessThanOrEqualTo(FIFTEEN);
        bench.gateway.mute = false;
        bench.upAgain();
    }

    @Test
    void P18_F21_anOrderIsNotProvenOnALinkThatHasDied() throws IOException {
        bench.up();
        bench.gateway.mute = true;
        bench.session().proveQuotes(7, java.util.List.of());
        bench.settle();
        bench.pass(Duration.ofSeconds(1));
        assertThat(bench.first(Event.ReadFailed.class).because()).isEqualTo("no answer to 'current time' in 1 s");
    }

    @Test
    void F22_aHandshakeThatNeverAnswersIsCutAfterTenSeconds() {
        bench.gateway.first = First.NOTHING;
        bench.start();
        bench.wait("a connection", () -> bench.gateway.connections() == 1);
        assertThat(bench.downAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(bench.first(Event.SessionDown.class).because())
                .contains("did not finish the handshake in 10 s", "a dialog of the gateway waits for a click");
        bench.gateway.first = First.HELLO;
        bench.upAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "CLOSE_AFTER_READING", "HALF_A_HELLO", "RESET_AFTER_HELLO"})
    void aPeerThatAcceptsAndClosesIsTriedAgain(First first) {
        bench.gateway.first = first;
        bench.start();
        Duration taken = bench.downAfter();
        assertThat(taken).isLessThanOrEqualTo(FIFTEEN);
        assertThat(bench.count(Event.SessionRefused.class)).as("worth another try").isZero();
        bench.gateway.first = First.HELLO;
        bench.upAgain();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99|20161117 10:15:00 EST|", "150|20161117 10:15:00 EST|", "175|20201117 10:15:00 EST|"})
    void aGatewayThatIsTooOldIsRefusedHoweverTheClientTakesIt(String hello) {
        bench.gateway.hello = hello;
        bench.start();
        bench.wait("a connection", () -> bench.gateway.connections() == 1);
        for (int i = 0; i < 24 && bench.count(Event.SessionRefused.class) == 0; i++) {
            bench.pass(Duration.ofMillis(500));
        }
        Event.SessionRefused refused = bench.first(Event.SessionRefused.class);
        assertThat(refused.exitCode()).isEqualTo(15);
        assertThat(refused.because()).contains("speaks version " + hello.substring(0, hello.indexOf('|')),
                "at least 176 is needed", "too old: update IB Gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n",
            "\u0015\u0003\u0003\u0000\u0002\u0002\u0016", "220 mail.example.org ESMTP\r\n"})
    void aStrangerIsRefusedAndShown(String greeting) {
        bench.gateway.hello = greeting;
        bench.start();
        bench.wait("a connection", () -> bench.gateway.connections() == 1);
        for (int i = 0; i < 24 && bench.count(Event.SessionRefused.class) == 0; i++) {
            bench.pass(Duration.ofMillis(500));
        }
        Event.SessionRefused refused = bench.first(Event.SessionRefused.class);
        assertThat(refused.exitCode()).isEqualTo(15);
        assertThat(refused.because()).contains("is not a TWS server", "correct gateway.port");
    }

    /** What was proven to be a gateway in this run is waited for, whatever answers in its place meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u00ff\u00ff\u00ff200\u000020261117 10:15:00 EST\u0000",
            "HTTP/1.1 502 Bad Gateway\r\n\r\n", "150|20161117 10:15:00 EST|"})
    void aStrangerInThePlaceOfAProvenGatewayIsToldLoudlyAndTriedAgain(String hello) throws IOException {
        bench.up();
        bench.gateway.hello = hello;
        bench.gateway.finish();
        bench.downAtOnce();
        for (int tries = 1; tries <= 3; tries++) {
            int downs = tries;
            bench.pass(Duration.ofSeconds(1L << tries));
            bench.wait("another loss", () -> bench.count(Event.SessionDown.class) > downs);
        }
        assertThat(bench.count(Event.SessionRefused.class)).isZero();
        assertThat(bench.told(Event.SessionDown.class)).extracting(Event.SessionDown::reconnectInMillis)
                .startsWith(2_000L, 4_000L, 8_000L, 16_000L);
        assertThat(bench.told(Event.Noticed.class)).as("one alarm for one thing").singleElement().satisfies(alarm -> {
            assertThat(alarm.loud()).isTrue();
            assertThat(alarm.text()).contains("does not come back", "it is tried again");
        });
        bench.gateway.hello = "200|20261117 10:15:00 EST|";
        int ups = bench.count(Event.SessionUp.class);
        bench.pass(Duration.ofSeconds(16));
        bench.wait("the session again", () -> bench.count(Event.SessionUp.class) > ups);
    }

    @Test
    void P19_anotherAccountBehindAProvenGatewayIsRefusedAllTheSame() throws IOException {
        bench.up();
        bench.gateway.accounts = "DUSIM0002";
        bench.gateway.finish();
        bench.downAtOnce();
        bench.pass(Duration.ofSeconds(3));
        assertThat(bench.first(Event.SessionRefused.class).exitCode()).isEqualTo(10);
    }

    @Test
    void aClientIdInUseIsTriedAgainUnderTheSameIdForNinetySeconds() {
        bench.gateway.busy = true;
        bench.start();
        assertThat(bench.first(Event.SessionDown.class).because()).contains("client id 17 is in use (326)");
        int tries = 0;
        while (bench.count(Event.SessionRefused.class) == 0 && ++tries < 100) {
            int connections = bench.gateway.connections();
            bench.pass(Duration.ofSeconds(5));
            bench.wait("another try, or the end", () -> bench.gateway.connections() > connections
                    || bench.count(Event.SessionRefused.class) > 0);
            int downs = tries;
            bench.wait("its answer", () -> bench.count(Event.SessionDown.class) > downs
                    || bench.count(Event.SessionRefused.class) > 0);
        }
        assertThat(bench.first(Event.SessionRefused.class).exitCode()).isEqualTo(12);
        assertThat(Duration.ofSeconds(5L * tries)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(100));
        assertThat(bench.gateway.heard).as("never another id").allMatch(f -> f.equals("71|2|17||"));
    }

    @Test
    void aClientIdThatIsFreedIsTaken() {
        bench.gateway.busy = true;
        bench.start();
        bench.first(Event.SessionDown.class);
        bench.gateway.busy = false;
        bench.pass(Duration.ofSeconds(3));
        bench.upAgain();
    }
}
