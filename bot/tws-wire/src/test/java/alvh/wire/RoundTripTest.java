package alvh.wire;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every recorded frame fits its table exactly, and comes out again byte for byte. */
class RoundTripTest {

    static List<Vectors.Frame> outgoing() {
        return Vectors.outgoing();
    }

    static Stream<Vectors.Frame> incoming() {
        return Vectors.incoming().stream().filter(frame -> !frame.vector().equals("R-10"));
    }

    static List<Vectors.Frame> otherClients() {
        return Vectors.otherClients();
    }

    @Test
    void theFixturesAreWhole() {
        assertThat(Vectors.outgoing()).hasSize(282);
    }

    @ParameterizedTest
    @MethodSource("outgoing")
    void requestsOfTheOfficialClient(Vectors.Frame frame) {
        WireMessage message = FrameCodec.decodeOutgoing(frame.body(), frame.version(), Strictness.STRICT);
        assertThat(FrameCodec.print(FrameCodec.encode(message, frame.version())))
                .isEqualTo(FrameCodec.print(frame.body()));
    }

    @ParameterizedTest
    @MethodSource("incoming")
    void answers(Vectors.Frame frame) {
        boolean surplus = frame.vector().equals("R-01");
        WireMessage message = FrameCodec.decodeIncoming(frame.body(), frame.version(),
                surplus ? Strictness.LENIENT : Strictness.STRICT);
        String again = FrameCodec.print(FrameCodec.encode(message, frame.version()));
        assertThat(again).isEqualTo(surplus ? "9|1|52|" : FrameCodec.print(frame.body()));
    }

    @ParameterizedTest
    @MethodSource("otherClients")
    void requestsOfOtherClients(Vectors.Frame frame) {
        WireMessage message = FrameCodec.decodeOutgoing(frame.body(), frame.version(), Strictness.LENIENT);
        String[] sent = frame.payload().split("\\|", -1);
        String[] again = FrameCodec.print(FrameCodec.encode(message, frame.version())).split("\\|", -1);
        assertThat(again).hasSameSizeAs(sent);
        List<String> different = IntStream.range(0, sent.length).filter(i -> !sent[i].equals(again[i]))
                .mapToObj(i -> sent[0] + ": " + sent[i] + " to " + again[i]).toList();
        assertThat(different).isEqualTo(switch (frame.vector() + " " + sent[0]) {
            case "S-01 3" -> List.of("3:  to 0", "3:  to 0"); // the constants eTradeOnly and firmQuoteOnly
            case "S-02 2" -> List.of("2: 2 to 1"); // the version of cancelMktData
            default -> List.of();
        });
    }
}
