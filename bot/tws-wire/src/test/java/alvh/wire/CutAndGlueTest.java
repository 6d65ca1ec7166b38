package alvh.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

/** Frames may be cut anywhere on the stream, and a body that ends early is always an error with a name. */
class CutAndGlueTest {

    private static final List<Vectors.Frame> FRAMES = Stream
            .of(Vectors.outgoing(), Vectors.incoming(), Vectors.otherClients()).flatMap(List::stream).toList();

    static Stream<Vectors.Frame> frames() {
        return FRAMES.stream();
    }

    static IntStream places() {
        return IntStream.range(0, FRAMES.size());
    }

    /** The neighbour is the frame recorded next, of any kind and version: framing does not know them. */
    @ParameterizedTest
    @MethodSource("places")
    void cutAtEveryByteAndGluedToItsNeighbour(int place) throws Exception {
        byte[] first = FRAMES.get(place).body();
        byte[] second = FRAMES.get((place + 1) % FRAMES.size()).body();
        byte[] both = glued(first, second);
        for (int cut = 0; cut <= both.length; cut++) {
            FrameReader reader = new FrameReader(new SequenceInputStream(new ByteArrayInputStream(both, 0, cut),
                    new ByteArrayInputStream(both, cut, both.length - cut)));
            assertThat(Arrays.equals(reader.read(), first) && Arrays.equals(reader.read(), second))
                    .as("cut before byte %d", cut).isTrue();
            assertThat(reader.read()).isNull();
        }
    }

    @Test
    void allRecordedFramesOnOneStreamByteByByte() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(all);
        for (Vectors.Frame frame : FRAMES) {
            writer.write(frame.body());
        }
        FrameReader reader = new FrameReader(new ByteArrayInputStream(all.toByteArray()) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        });
        for (Vectors.Frame frame : FRAMES) {
            assertThat(reader.read()).as(frame.toString()).isEqualTo(frame.body());
        }
        assertThat(reader.read()).isNull();
    }

    @Test
    void everyFileAndEveryRecordedVersionIsThere() {
        assertThat(FRAMES).hasSize(453);
        assertThat(Vectors.recordedGates()).hasSize(19);
        assertThat(Vectors.outgoing().stream().map(Vectors.Frame::version).distinct()).hasSize(25)
                .containsAll(Vectors.recordedGates());
        assertThat(Vectors.incoming().stream().map(Vectors.Frame::version).distinct()).containsExactlyInAnyOrder(200,
                178, 187, 193, 195);
        assertThat(Vectors.otherClients().stream().map(Vectors.Frame::version).distinct()).containsExactly(193, 178);
    }

    private static byte[] glued(byte[] first, byte[] second) {
        byte[] one = FrameWriter.framed(first);
        byte[] two = FrameWriter.framed(second);
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
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
        return Vectors.incoming().stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aShortRequestNamesTheMissingField(Vectors.Frame frame) {
        cutShort(frame, (body, strictness) -> FrameCodec.decodeOutgoing(body, frame.version(), strictness));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aShortAnswerNamesTheMissingField(Vectors.Frame frame) {
        cutShort(frame, (body, strictness) -> FrameCodec.decodeIncoming(body, frame.version(), strictness));
        AnswerReader reader = new AnswerReader();
        cutShort(frame, (body, strictness) -> reader.read(body, frame.version()));
    }

    /** Reads a body cut before each of its bytes; R-01 may be cut in its surplus, R-10 is unknown whatever follows. */
    private static void cutShort(Vectors.Frame frame, BiFunction<byte[], Strictness, WireMessage> read) {
        byte[] body = frame.body();
        int end = switch (frame.vector()) {
            case "R-01" -> "9|1|52|".length();
            case "R-10" -> "199|".length();
            default -> body.length;
        };
        for (Strictness strictness : Strictness.values()) {
            for (int length = 0; length < end; length++) {
                byte[] shorter = Arrays.copyOf(body, length);
                try {
                    read.apply(shorter, strictness);
                    fail("a body of %d of %d bytes was read", length, body.length);
                } catch (WireException error) {
                    isNamed(error, strictness);
                }
            }
        }
    }

    private static void isNamed(WireException error, Strictness strictness) {
        boolean early = error.problem() == WireException.Problem.TOO_SHORT
                || error.problem() == WireException.Problem.BAD_COUNT;
        // a strict reader may stumble earlier, over an empty number
        if (!early && strictness == Strictness.LENIENT || error.message().isEmpty() || error.field().isEmpty()
                || error.index() < 0) {
            fail("no name for the missing field", error);
        }
    }
}
