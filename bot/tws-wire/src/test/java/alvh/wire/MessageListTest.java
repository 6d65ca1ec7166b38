package alvh.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of messages in the README says what the tables and the recorded frames say. */
class MessageListTest {

    private static final Path README = Path.of("README.md");
    private static final String TO_SERVER = "to server";
    private static final String TO_CLIENT = "to client";
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
        Map<Integer, List<Vectors.Frame>> requests = byId(
                Stream.concat(Vectors.outgoing().stream(), Vectors.otherClients().stream()));
        for (Outgoing kind : Outgoing.values()) {
            list.append(row(Tables.outgoing(kind), TO_SERVER, requests));
        }
        NotDescribedTest.REQUESTS.forEach(group -> list.append(row(group, TO_SERVER)));
        Map<Integer, List<Vectors.Frame>> answers = byId(Vectors.incoming().stream());
        for (Incoming kind : Incoming.values()) {
            list.append(row(Tables.incoming(kind), TO_CLIENT, answers));
        }
        NotDescribedTest.ANSWERS.forEach(group -> list.append(row(group, TO_CLIENT)));
        return list.toString();
    }

    private static String row(MessageTable table, String direction, Map<Integer, List<Vectors.Frame>> recorded) {
        List<Vectors.Frame> frames = recorded.getOrDefault(table.kind().id(), List.of());
        String names = frames.stream().map(Vectors.Frame::vector).distinct().collect(Collectors.joining(", "));
        return row(String.valueOf(table.kind().id()), table.kind().title(), direction, versions(table), names,
                status(frames));
    }

    private static String row(NotDescribedTest.Group group, String direction) {
        return row(group.ids(), group.what(), direction, "", "", "not described");
    }

    private static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String versions(MessageTable table) {
        int first = Math.max(table.since(), ServerVersions.MIN);
        String changes = IntStream.rangeClosed(first + 1, ServerVersions.MAX)
                .filter(version -> !layout(table.layout(), version).equals(layout(table.layout(), version - 1)))
                .mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return first + "-" + ServerVersions.MAX + (changes.isEmpty() ? "" : ", layout changes at " + changes);
    }

    /** The names of all fields that the version has, whatever the conditions. */
    private static List<String> layout(Layout layout, int version) {
        List<String> names = new ArrayList<>();
        names(layout.nodes(), version, names);
        return names;
    }

    private static void names(List<Node> nodes, int version, List<String> into) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Field field -> {
                    if (field.at(version)) {
                        into.add(field.name());
                    }
                }
                case Node.When when -> names(when.nodes(), version, into);
                case Node.Choice choice -> choice.branches().values().forEach(branch -> names(branch, version, into));
                case Node.Repeat list -> {
                    if (list.at(version)) {
                        into.add(list.name());
                        names(list.layout().nodes(), version, into);
                    }
                }
            }
        }
    }

    private static String status(List<Vectors.Frame> frames) {
        long versions = frames.stream().filter(MessageListTest::recordedItself).map(Vectors.Frame::version).distinct()
                .count();
        return versions == 0 ? "table only" : versions == 1 ? "recorded" : "recorded at " + versions + " versions";
    }

    private static boolean recordedItself(Vectors.Frame frame) {
        return !frame.vector().startsWith("G-") || Vectors.recordedGates().contains(frame.version());
    }

    private static Map<Integer, List<Vectors.Frame>> byId(Stream<Vectors.Frame> frames) {
        return frames.collect(Collectors.groupingBy(frame -> FrameCodec.id(frame.body())));
    }
}
