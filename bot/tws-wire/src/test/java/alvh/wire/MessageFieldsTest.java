package alvh.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import alvh.wire.MessageFields.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The parts of a message are the fields of its frame, all of them and in their order. */
class MessageFieldsTest {

    static List<Vectors.Frame> outgoing() {
        return Vectors.outgoing();
    }

    /** Without those that are broken on purpose. */
    static List<Vectors.Frame> incoming() {
        return Vectors.incoming().stream()
                .filter(frame -> !frame.vector().startsWith("R-") && !frame.payload().contains("surplus")).toList();
    }

    @ParameterizedTest
    @MethodSource("outgoing")
    void aRequestInParts(Vectors.Frame frame) {
        parts(frame, FrameCodec.decodeOutgoing(frame.body(), frame.version(), Strictness.LENIENT));
    }

    @ParameterizedTest
    @MethodSource("incoming")
    void anAnswerInParts(Vectors.Frame frame) {
        parts(frame, FrameCodec.decodeIncoming(frame.body(), frame.version(), Strictness.LENIENT));
    }

    private static void parts(Vectors.Frame frame, WireMessage message) {
        String[] fields = new String(frame.body(), StandardCharsets.ISO_8859_1).split("\0", -1);
        List<String> texts = new ArrayList<>();
        flatten(MessageFields.of(message), texts);
        assertThat(texts).isEqualTo(List.of(fields).subList(1, fields.length - 1));
    }

    private static void flatten(List<Part> parts, List<String> texts) {
        for (Part part : parts) {
            switch (part) {
                case Part.Value value -> texts.add(value.text());
                case Part.Elements list -> {
                    texts.add(Integer.toString(list.elements().size()));
                    list.elements().forEach(element -> flatten(element, texts));
                }
            }
        }
    }
}
