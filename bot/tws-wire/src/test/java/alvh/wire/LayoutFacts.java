package alvh.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The layouts of {@code layouts.txt}, with a reader of their own that shares nothing with the tables'. */
final class LayoutFacts {

    /** A line and the lines below it. */
    record Line(String text, List<Line> below) {

        private static final Pattern GATES = Pattern.compile("(?: since (\\d+))?(?: until (\\d+))?$");
        private static final Pattern FIELD = Pattern
                .compile("(\\S+) (\\S+)(?: = (.*?))?(?: since \\d+)?(?: until \\d+)?");

        boolean at(int version) {
            Matcher gates = GATES.matcher(text);
            gates.find();
            return (gates.group(1) == null || version >= Integer.parseInt(gates.group(1)))
                    && (gates.group(2) == null || version <= Integer.parseInt(gates.group(2)));
        }

        boolean starts(String word) {
            return text.startsWith(word + " ");
        }

        String word(int index) {
            return text.split(" ")[index];
        }

        private Matcher field() {
            Matcher field = FIELD.matcher(text);
            if (!field.matches()) {
                throw new IllegalStateException("no field: " + text);
            }
            return field;
        }

        String name() {
            return field().group(1);
        }

        String code() {
            return field().group(2);
        }

        /** The ordinary value as it travels, or null when the page names none. */
        String ordinary() {
            String value = field().group(3);
            return value == null ? null : switch (value) {
                case "∅" -> "";
                case "IMAX" -> "2147483647";
                case "DMAX" -> "1.7976931348623157E308";
                case "LMAX" -> "9223372036854775807";
                case "LMIN" -> "-9223372036854775808";
                default -> value;
            };
        }
    }

    /** A message of the page. */
    record Message(boolean request, int id, String name, int since, List<Line> lines) {

        @Override
        public String toString() {
            return (request ? "request " : "answer ") + id + " " + name;
        }

        MessageTable table() {
            return request
                    ? Tables.outgoing(Outgoing.ofId(id).orElseThrow())
                    : Tables.incoming(Incoming.ofId(id).orElseThrow());
        }
    }

    private LayoutFacts() {}

    static List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        List<List<Line>> open = new ArrayList<>();
        for (String line : Vectors.lines("../layouts.txt")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int depth = (line.length() - line.stripLeading().length()) / 2;
            String text = line.strip();
            while (open.size() > depth) {
                open.removeLast();
            }
            List<Line> below = new ArrayList<>();
            if (depth == 0) {
                String[] words = text.split(" ");
                messages.add(new Message(words[0].equals("out"), Integer.parseInt(words[1]), words[2],
                        words.length > 4 ? Integer.parseInt(words[4]) : 0, below));
            } else {
                open.getLast().add(new Line(text, below));
            }
            open.add(below);
        }
        return messages;
    }
}
