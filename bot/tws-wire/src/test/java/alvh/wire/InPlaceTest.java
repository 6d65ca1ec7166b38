package alvh.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Frames are found and read where they lie, whatever lies around them and however the stream is cut. */
class InPlaceTest {

    private static final List<Vectors.Frame> ANSWERS = Vectors.incoming().stream()
            .filter(frame -> !frame.vector().startsWith("R-")).toList();

    /** A stream that gives what it likes of what is asked for. */
    private static InputStream pieces(byte[] bytes, SplittableRandom random) {
        return new ByteArrayInputStream(bytes) {

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(90_000)));
            }
        };
    }

    @Test
    void framesOfEveryLengthInPiecesOfEveryLength() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        List<byte[]> bodies = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[1 + random.nextInt(random.nextInt(20) == 0 ? 200_000 : 300)];
            Arrays.fill(body, (byte) i);
            bodies.add(body);
            stream.write(FrameWriter.framed(body));
        }
        FrameReader reader = new FrameReader(pieces(stream.toByteArray(), random));
        for (byte[] body : bodies) {
            assertThat(reader.next()).isTrue();
            assertThat(Arrays.equals(reader.bytes(), reader.from(), reader.to(), body, 0, body.length)).isTrue();
        }
        assertThat(reader.next()).isFalse();
    }

    @Test
    void everyRecordedAnswerInOneStream() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (Vectors.Frame frame : ANSWERS) {
            stream.write(FrameWriter.framed(frame.body()));
        }
        FrameReader reader = new FrameReader(pieces(stream.toByteArray(), new SplittableRandom(12)));
        AnswerReader answers = new AnswerReader();
        for (Vectors.Frame frame : ANSWERS) {
            assertThat(reader.next()).isTrue();
            WireMessage message = answers.read(reader.bytes(), reader.from(), reader.to(), frame.version());
            assertThat(FrameCodec.encode(message, frame.version())).as(frame.toString()).isEqualTo(frame.body());
        }
    }

    @Test
    void aShortBodyDoesNotReadOnIntoItsNeighbour() {
        AnswerReader answers = new AnswerReader();
        for (Vectors.Frame frame : ANSWERS) {
            byte[] body = frame.body();
            byte[] glued = Arrays.copyOf(body, 2 * body.length);
            System.arraycopy(body, 0, glued, body.length, body.length);
            for (int length = 0; length < body.length; length++) {
                int end = length;
                WireException apart = error(() -> answers.read(Arrays.copyOf(body, end), frame.version()));
                WireException inPlace = error(() -> answers.read(glued, 0, end, frame.version()));
                assertThat(inPlace).hasMessage(apart.getMessage());
            }
        }
    }

    private static WireException error(Runnable read) {
        WireException[] error = new WireException[1];
        assertThatThrownBy(read::run).isInstanceOfSatisfying(WireException.class, broken -> error[0] = broken);
        return error[0];
    }

    @Test
    void textsThatAreKeptAreTheirOwn() {
        TextCache texts = new TextCache();
        SplittableRandom random = new SplittableRandom(13);
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (random.nextInt(4) * 70); // few letters, so that many texts meet again
            }
            assertThat(texts.text(bytes, 0, bytes.length)).isEqualTo(WireText.text(bytes, 0, bytes.length));
        }
        byte[] symbol = WireText.bytes("SPX");
        assertThat(texts.text(symbol, 0, 3)).isSameAs(texts.text(symbol, 0, 3));
    }
}
