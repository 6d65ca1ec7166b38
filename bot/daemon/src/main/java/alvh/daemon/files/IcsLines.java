package alvh.daemon.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Content lines of an iCalendar text (RFC 5545, 3.1): folded lines put together, each split into name, parameters and
 * value.
 */
final class IcsLines {

    private IcsLines() {}

    /** @param number of the line where it begins; names in capitals */
    record Line(int number, String name, Map<String, String> parameters, String value) {}

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int began = 0;
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            boolean folded = raw.startsWith(" ") || raw.startsWith("\t");
            if (folded && !open.isEmpty()) {
                open.append(raw, 1, raw.length());
                continue;
            }
            add(open, began, lines);
            open.append(raw);
            began = number;
        }
        add(open, began, lines);
        return lines;
    }

    private static void add(StringBuilder open, int number, List<Line> lines) {
        String line = open.toString();
        open.setLength(0);
        int colon = outsideQuotes(line, ':', 0);
        if (colon <= 0) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        int at = outsideQuotes(line.substring(0, colon), ';', 0);
        String name = line.substring(0, at < 0 ? colon : at);
        while (at >= 0) {
            int next = outsideQuotes(line.substring(0, colon), ';', at + 1);
            String parameter = line.substring(at + 1, next < 0 ? colon : next);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals).toUpperCase(Locale.ROOT),
                        parameter.substring(equals + 1).replace("\"", ""));
            }
            at = next;
        }
        lines.add(
                new Line(number, name.strip().toUpperCase(Locale.ROOT), parameters, line.substring(colon + 1).strip()));
    }

    private static int outsideQuotes(String line, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted = c == '"' ? !quoted : quoted;
            if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** A text value without its escapes: {@code \\n}, {@code \\,}, {@code \\;}, {@code \\\\}. */
    static String plain(String value) {
        return value.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1").strip();
    }

    /** A list value, split at its unescaped commas. */
    static List<String> list(String value) {
        return List.of(value.split("(?<!\\\\),")).stream().map(IcsLines::plain).filter(v -> !v.isEmpty()).toList();
    }
}
