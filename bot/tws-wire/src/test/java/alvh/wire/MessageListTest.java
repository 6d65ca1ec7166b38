package alvh.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of messages in the README says what the tables and the recorded frames say. */
class MessageListTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- messages -->\n";
    private static final String END = "<!-- end of messages -->\n";

    @Test
    void theListIsUpToDate() throws IOException {
        String text = Files.readString(README);
        String wanted = text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + list()
                + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(README, wanted);
        }
        assertThat(Files.readString(README)).isEqualTo(wanted);
    }

    private static String list() {
        StringBuilder list = new StringBuilder("| id | message | direction | versions | vectors | status |\n"
                + "|--:|---|---|---|---|---|\n");
        Map<Integer, String> requests = vectors(Vectors.outgoing());
        for (Outgoing kind : Outgoing.values()) {
            list.append(row(Tables.outgoing(kind), "to server", requests));
        }
        Map<Integer, String> answers = vectors(Vectors.incoming());
        for (Incoming kind : Incoming.values()) {
            list.append(row(Tables.incoming(kind), "to client", answers));
        }
        return list.toString();
    }

    private static String row(MessageTable table, String direction, Map<Integer, String> vectors) {
        String recorded = vectors.getOrDefault(table.kind().id(), "");
        return Stream.of(String.valueOf(table.kind().id()), table.kind().title(), direction,
                Math.max(table.since(), ServerVersions.MIN) + "-" + ServerVersions.MAX, recorded,
                recorded.isEmpty() ? "table only" : "recorded").collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static Map<Integer, String> vectors(List<Vectors.Frame> frames) {
        return frames.stream().collect(Collectors.groupingBy(frame -> FrameCodec.id(frame.body()), TreeMap::new,
                Collectors.mapping(Vectors.Frame::vector,
                        Collectors.collectingAndThen(Collectors.toList(),
                                names -> names.stream().distinct().collect(Collectors.joining(", "))))));
    }
}
