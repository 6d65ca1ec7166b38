package alvh.daemon.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import alvh.daemon.desk.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames that are none (reliability M11 and 8.2): each is a lost connection, and the session is made anew. */
@Timeout(120)
class FrameFaultTest {
    private static final String STATUS = "3|51|Submitted|0|1|0|900|0|0|17||0|";
    private FaultBench bench;

    @BeforeEach
    void begin() throws IOException {
        bench = new FaultBench();
        bench.up();
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
    }

    private void lostAndBack() {
        assertThat(bench.downAtOnce()).startsWith("the connection ended");
        bench.upAgain();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 16_777_216, Integer.MAX_VALUE, 1_213_486_160})
    void F27_aLengthThatCannotBe(int length) throws IOException {
        bench.gateway.raw(ByteBuffer.allocate(4).putInt(length).array());
        lostAndBack();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 20})
    void F27_theEndInsideAFrame(int bytes) throws IOException {
        bench.gateway.raw(Arrays.copyOf(TinyGateway.framed(STATUS), bytes));
        bench.gateway.finish();
        lostAndBack();
    }

    @Test
    void F27_aFrameOfLengthZero() throws IOException {
        bench.gateway.raw(new byte[4]);
        lostAndBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // a message id that is no number
            "x|1|2|", "|", "abc", "1.0|6|3|1|0.85|3|0|",
            // a field that is none
            "3|5x|Submitted|0|1|0|900|0|0|17||0|", "9|1|51.0|", "9|1|five|", "1|6|3|one|0.85|3|0|", "4|x|201|text||0|",
            "3|51|Submitted|0|1|0|900|0|0|99999999999||0|", "49|1|soon|",
            // less than the message has
            "3|51|Submitted|0|1|", "9|1|", "9", "1|6|3|1|", "11|-1|51|700|VIX|OPT|", "5|51|700|VIX|", "4|"})
    void F27_aMessageThatCannotBeRead(String frame) throws IOException {
        bench.gateway.say(frame);
        lostAndBack();
        assertThat(bench.told(Event.StatusSeen.class)).as("nothing was made of it").isEmpty();
    }

    @Test
    void P17_whatCameWholeBehindABrokenMessageIsStillHeard() throws IOException {
        byte[] three = ByteBuffer.allocate(1_000).put(TinyGateway.framed("9|1|51.0|"))
                .put(TinyGateway.framed(STATUS)).put(TinyGateway.framed("x|")).put(TinyGateway.framed(
                        Frames.EXECUTION))
                .array();
        bench.gateway.raw(Arrays.copyOf(three, TinyGateway.framed("9|1|51.0|").length
                + TinyGateway.framed(STATUS).length + TinyGateway.framed("x|").length
                + TinyGateway.framed(Frames.EXECUTION).length));
        bench.downAtOnce();
        assertThat(bench.events.stream().map(Object::getClass)).containsSubsequence(Event.StatusSeen.class,
                Event.ExecutionSeen.class, Event.SessionDown.class);
        bench.upAgain();
    }

    @Test
    void unknownMessagesAreSkippedAndTheFourthIsOneTooMany() throws IOException {
        bench.gateway.say("199|1|2|", "250|", "199|1|2|", STATUS);
        assertThat(bench.first(Event.StatusSeen.class).status()).as("the next message is read").isEqualTo("Submitted");
        bench.roundTrip();
        assertThat(bench.count(Event.SessionDown.class)).isZero();
        bench.gateway.say("199|1|2|");
        assertThat(bench.downAtOnce()).isEqualTo("more than 3 messages that this client does not know");
        bench.upAgain();
        bench.gateway.say("199|1|2|");
        bench.roundTrip();
        assertThat(bench.count(Event.SessionDown.class)).as("each link is counted by itself").isEqualTo(1);
    }

    @Test
    void everyCutAndJoinOfAStreamIsTheSameStream() throws IOException {
        byte[] all = TinyGateway.framed(STATUS);
        for (byte b : all) {
            bench.gateway.raw(new byte[]{b});
        }
        ByteBuffer joined = ByteBuffer.allocate(all.length * 50);
        Collections.nCopies(50, all).forEach(joined::put);
        bench.gateway.raw(joined.array());
        bench.wait("every one", () -> bench.count(Event.StatusSeen.class) == 51);
        assertThat(bench.count(Event.SessionDown.class)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"109|9223372036854775807|", "109|-1|", "109|0|"})
    void P25_aTimeOfAnotherAgeIsNoAnswer(String answer) {
        bench.gateway.script = frame -> frame.startsWith("105|") ? List.of(answer) : null;
        assertThat(bench.downAfter()).isLessThanOrEqualTo(Duration.ofSeconds(15));
        assertThat(bench.first(Event.SessionDown.class).because())
                .isEqualTo("the gateway did not answer two heartbeats");
    }
}
