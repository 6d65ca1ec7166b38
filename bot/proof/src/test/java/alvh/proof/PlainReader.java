package alvh.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import alvh.wire.Incoming;
import alvh.wire.Sentinels;
import alvh.wire.Tables;

/**
 * The plainest way to read an answer, anchor of the benchmark: the body as a text, split at its zero bytes, each field
 * parsed by the JDK into a map. It reads the tables' file by its own code, for one server version, and knows no more of
 * it than the mix needs.
 */
final class PlainReader {

    /** What a line of a table says; {@code inner} are the lines below a list or a condition. */
    private record Line(String kind, String name, String code, List<Line> inner) {}

    private final List<String> file;
    private final int version;
    private final Map<Integer, List<Line>> messages = new HashMap<>();

    PlainReader(int version) {
        this.version = version;
        try (InputStream in = Tables.class.getResourceAsStream("incoming.wire")) {
            file = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (Incoming kind : Incoming.values()) {
            messages.put(kind.id(), below("message " + kind.id() + " "));
        }
    }

    /** The fields of a message by name: Integer, Long, Double, BigDecimal, Boolean or String, lists as lists of maps. */
    Map<String, Object> read(byte[] body) {
        String[] fields = new String(body, StandardCharsets.ISO_8859_1).split("\0", -1);
        Map<String, Object> values = new HashMap<>();
        int id = Integer.parseInt(fields[0]);
        values.put("message id", id);
        int end = read(messages.get(id), fields, 1, values);
        if (end != fields.length - 1) {
            throw new IllegalStateException("read " + end + " of " + (fields.length - 1) + " fields of " + values);
        }
        return values;
    }

    /** The names of a message's unconditional fields of the given codes. */
    List<String> names(Incoming kind, List<String> codes) {
        return messages.get(kind.id()).stream().filter(l -> l.kind().equals("field") && codes.contains(l.code()))
                .map(Line::name).toList();
    }

    private int read(List<Line> lines, String[] fields, int from, Map<String, Object> into) {
        int at = from;
        for (Line line : lines) {
            switch (line.kind()) {
                case "field" -> into.put(line.name(), value(line.code(), fields[at++]));
                case "when" -> {
                    if (holds(line.code(), into.get(line.name()))) {
                        at = read(line.inner(), fields, at, into);
                    }
                }
                default -> {
                    int count = Integer.parseInt(fields[at++]);
                    List<Map<String, Object>> elements = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        Map<String, Object> element = new HashMap<>();
                        at = read(line.inner(), fields, at, element);
                        elements.add(element);
                    }
                    into.put(line.name(), elements);
                }
            }
        }
        return at;
    }

    private static boolean holds(String test, Object value) {
        return switch (test) {
            case "not empty" -> !value.equals("");
            case "true" -> value.equals(true);
            case "positive" -> (double) value > 0 && (double) value != Double.MAX_VALUE;
            case "has elements" -> !((List<?>) value).isEmpty();
            default -> List.of(test.substring("is ".length()).split(" or ")).contains(value);
        };
    }

    private static Object value(String code, String text) {
        return switch (code) {
            case "i" -> text.isEmpty() ? 0 : Integer.parseInt(text);
            case "ix" -> text.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(text);
            case "l" -> text.isEmpty() ? 0L : Long.parseLong(text);
            case "d" -> text.isEmpty() ? 0.0 : Double.parseDouble(text);
            case "dx" -> text.isEmpty() ? Double.MAX_VALUE : Double.parseDouble(text);
            case "b", "b1" -> !text.isEmpty() && !text.equals("0");
            case "q" -> text.isEmpty() || text.equals(Sentinels.LONG_MIN_TEXT) ? "" : new BigDecimal(text);
            default -> text;
        };
    }

    /** The lines of the block or message that begins with these words. */
    private List<Line> below(String head) {
        for (int i = 0; i < file.size(); i++) {
            if ((file.get(i) + " ").startsWith(head)) {
                return body(i);
            }
        }
        throw new IllegalStateException("no " + head);
    }

    private List<Line> body(int head) {
        List<Line> lines = new ArrayList<>();
        int depth = depth(head) + 2;
        for (int i = head + 1; i < file.size() && depth(i) >= depth; i++) {
            if (depth(i) == depth) {
                lines.addAll(lines(i));
            }
        }
        return lines;
    }

    private int depth(int i) {
        return file.get(i).length() - file.get(i).stripLeading().length();
    }

    private List<Line> lines(int i) {
        String text = file.get(i).strip();
        Map<String, Integer> gates = new LinkedHashMap<>(Map.of("since", 0, "until", Integer.MAX_VALUE));
        String[] words = text.split(" ");
        for (int w = 0; w + 1 < words.length; w++) {
            if (gates.containsKey(words[w])) {
                gates.put(words[w], Integer.parseInt(words[w + 1]));
            }
        }
        if (version < gates.get("since") || version > gates.get("until")) {
            return List.of();
        }
        return switch (words[0]) {
            case "use" -> below("block " + words[1] + " ");
            case "list" -> List.of(new Line("list", words[1], "", body(i)));
            case "when" -> List.of(new Line("when", words[1], text.substring(words[0].length() + words[1].length() + 2),
                    body(i)));
            case "choose" -> List.of();
            default -> fields(words);
        };
    }

    private static List<Line> fields(String[] words) {
        List<Line> fields = new ArrayList<>();
        int code = 0;
        while (words[code].length() > 2 || words[code].equals("id")) {
            code++;
        }
        for (int w = 0; w < code; w++) {
            fields.add(new Line("field", words[w], words[code], List.of()));
        }
        return fields;
    }
}
