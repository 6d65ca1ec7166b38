package alvh.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of message tables. Its grammar stands at the head of {@code outgoing.wire}. */
final class TableReader {

    /** A message block: its id, the server version that brought it, its fields. */
    record Message(int id, int since, Layout layout) {}

    /** A line without its indentation and comment. */
    private record Line(int number, int depth, String text) {}

    private final String file;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> blocks = new LinkedHashMap<>();

    TableReader(String file, String text) {
        this.file = file;
        String[] all = text.split("\n");
        for (int i = 0; i < all.length; i++) {
            String content = all[i].startsWith("#") ? "" : all[i].strip();
            if (!content.isEmpty()) {
                lines.add(new Line(i + 1, (all[i].length() - all[i].stripLeading().length()) / 2, content));
            }
        }
    }

    Map<String, Message> messages() {
        Map<String, Message> messages = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.depth() > 0) {
                continue;
            }
            String[] words = line.text().split(" ");
            if (words[0].equals("block")) {
                blocks.put(words[1], i);
            } else if (words[0].equals("message")) {
                LayoutBuilder builder = new LayoutBuilder(words[2]);
                body(i, builder, builder.nodes());
                messages.put(words[2],
                        new Message(Integer.parseInt(words[1]), Gate.of(words).since(), builder.build()));
            } else {
                throw broken(line, "\"message\" or \"block\"");
            }
        }
        return messages;
    }

    /** Reads the lines below a head line into a list of nodes. */
    private void body(int head, LayoutBuilder builder, List<Node> into) {
        int depth = lines.get(head).depth() + 1;
        for (int i = head + 1; i < lines.size() && lines.get(i).depth() >= depth; i++) {
            if (lines.get(i).depth() == depth) {
                line(i, builder, into);
            }
        }
    }

    private void line(int at, LayoutBuilder builder, List<Node> into) {
        Line line = lines.get(at);
        String[] words = line.text().split(" ");
        try {
            switch (words[0]) {
                case "use" -> body(blocks.get(words[1]), builder, into);
                case "list" -> {
                    LayoutBuilder element = new LayoutBuilder(builder.owner() + "." + words[1]);
                    body(at, element, element.nodes());
                    into.add(builder.list(words[1], element.build(), Gate.of(words)));
                }
                case "when" -> {
                    List<Node> nodes = new ArrayList<>();
                    Node.When open = when(words, line, builder);
                    body(at, builder, nodes);
                    into.add(new Node.When(open.on(), open.test(), List.copyOf(nodes)));
                }
                case "choose" -> into.add(new Node.Choice(builder.known(words[1]), branches(at, builder)));
                default -> into.addAll(fields(line, words, builder));
            }
        } catch (RuntimeException bad) {
            throw new IllegalStateException(file + ":" + line.number() + ": " + line.text(), bad);
        }
    }

    private Map<Integer, List<Node>> branches(int at, LayoutBuilder builder) {
        Map<Integer, List<Node>> branches = new LinkedHashMap<>();
        int depth = lines.get(at).depth() + 1;
        for (int i = at + 1; i < lines.size() && lines.get(i).depth() >= depth; i++) {
            if (lines.get(i).depth() == depth) {
                List<Node> nodes = new ArrayList<>();
                body(i, builder, nodes);
                for (String number : lines.get(i).text().substring("case ".length()).split(" or ")) {
                    branches.put(Integer.parseInt(number), List.copyOf(nodes));
                }
            }
        }
        return Map.copyOf(branches);
    }

    private Node.When when(String[] words, Line line, LayoutBuilder builder) {
        String rest = String.join(" ", Arrays.copyOfRange(words, 2, words.length));
        if (rest.equals("has elements")) {
            return new Node.When(null, new Node.Test.HasElements(builder.knownList(words[1]).index()), List.of());
        }
        Node.Field on = builder.known(words[1]);
        Node.Test test;
        if (rest.startsWith("is ")) {
            test = Node.Test.OneOf.of(List.of(rest.substring("is ".length()).split(" or ")));
        } else if (rest.startsWith("up to mid by ")) {
            test = new Node.Test.UpToMid(builder.known(words[words.length - 1]));
        } else {
            test = switch (rest) {
                case "not empty" -> new Node.Test.NotEmpty();
                case "positive" -> new Node.Test.Positive();
                case "true" -> Node.Test.OneOf.of(List.of("1"));
                default -> throw broken(line, "a condition");
            };
        }
        return new Node.When(on, test, List.of());
    }

    private static List<Node> fields(Line line, String[] words, LayoutBuilder builder) {
        int code = 0;
        while (words[code].length() > 2 || words[code].equals("id")) {
            code++;
        }
        FieldType type = FieldType.ofCode(words[code]);
        String ordinary = ordinary(line.text(), type);
        List<Node> fields = new ArrayList<>();
        for (int i = 0; i < code; i++) {
            fields.add(builder.field(words[i], type, ordinary, Gate.of(words)));
        }
        return fields;
    }

    private static String ordinary(String text, FieldType type) {
        int sign = text.indexOf(" = ");
        if (sign < 0) {
            return type.ordinary();
        }
        String value = text.substring(sign + " = ".length()).replaceAll("( since \\d+)?( until \\d+)?$", "");
        return switch (value) {
            case "empty" -> "";
            case "IMAX" -> Sentinels.INT_UNSET_TEXT;
            case "DMAX" -> Sentinels.DOUBLE_UNSET_TEXT;
            case "LMAX" -> Sentinels.LONG_UNSET_TEXT;
            case "LMIN" -> Sentinels.LONG_MIN_TEXT;
            default -> value;
        };
    }

    private IllegalStateException broken(Line line, String expected) {
        return new IllegalStateException(file + ":" + line.number() + ": got \"" + line.text() + "\", expected "
                + expected);
    }

    /** Server versions from and to which a line holds. */
    record Gate(int since, int until) {

        static Gate of(String[] words) {
            int since = 0;
            int until = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < words.length; i++) {
                switch (words[i]) {
                    case "since" -> since = Integer.parseInt(words[i + 1]);
                    case "until" -> until = Integer.parseInt(words[i + 1]);
                    default -> {
                    }
                }
            }
            return new Gate(since, until);
        }
    }
}
