package alvh.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames may be cut anywhere on the stream, and a body that ends early is always an error with a name. */
class CutAndGlueTest {

    private static final byte[] NEIGHBOUR = FrameWriter.framed(Vectors.unprint("9|1|51|"));

    static Stream<Vectors.Frame> frames() {
        return Stream.of(Vectors.outgoing(), Vectors.incoming(), Vectors.otherClients()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void cutAtEveryByteAndGluedToItsNeighbour(Vectors.Frame frame) throws Exception {
        byte[] one = FrameWriter.framed(frame.body());
        byte[] both = Arrays.copyOf(one, one.length + NEIGHBOUR.length);
        System.arraycopy(NEIGHBOUR, 0, both, one.length, NEIGHBOUR.length);
        for (int cut = 0; cut <= both.length; cut++) {
            InputStream pieces = new SequenceInputStream(new ByteArrayInputStream(both, 0, cut),
                    new ByteArrayInputStream(both, cut, both.length - cut));
            FrameReader reader = new FrameReader(pieces);
            assertThat(reader.read()).isEqualTo(frame.body());
            assertThat(reader.read()).isEqualTo(Vectors.unprint("9|1|51|"));
            assertThat(reader.read()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("frames")
    void anEndInsideAFrameIsNamed(Vectors.Frame frame) {
        byte[] one = FrameWriter.framed(frame.body());
        for (int length = 1; length < one.length; length++) {
            FrameReader reader = new FrameReader(new ByteArrayInputStream(one, 0, length));
            assertThatThrownBy(reader::read).isInstanceOf(FrameException.class).hasMessageStartingWith("CUT: ");
        }
    }

    static Stream<Vectors.Frame> requests() {
        return Stream.of(Vectors.outgoing(), Vectors.otherClients()).flatMap(List::stream);
    }

    static Stream<Vectors.Frame> answers() {
        return Vectors.incoming().stream().filter(frame -> !frame.vector().startsWith("R-"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aShortRequestNamesTheMissingField(Vectors.Frame frame) {
        byte[] body = frame.body();
        for (int length = 0; length < body.length; length++) {
            byte[] shorter = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> FrameCodec.decodeOutgoing(shorter, frame.version(), Strictness.LENIENT))
                    .isInstanceOfSatisfying(WireException.class, CutAndGlueTest::isNamed);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aShortAnswerNamesTheMissingField(Vectors.Frame frame) {
        byte[] body = frame.body();
        for (int length = 0; length < body.length; length++) {
            byte[] shorter = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> FrameCodec.decodeIncoming(shorter, frame.version(), Strictness.LENIENT))
                    .isInstanceOfSatisfying(WireException.class, CutAndGlueTest::isNamed);
        }
    }

    private static void isNamed(WireException error) {
        assertThat(error.problem()).isIn(WireException.Problem.TOO_SHORT, WireException.Problem.BAD_COUNT);
        assertThat(error.message()).isNotEmpty();
        assertThat(error.field()).isNotEmpty();
        assertThat(error.index()).isNotNegative();
    }
}
