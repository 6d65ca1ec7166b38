package alvh.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A frame written along the page's layout, each field with a text of its own, and what a reader must find in it. */
final class FactFrame {

    private final StringBuilder body = new StringBuilder();
    private final List<String> found = new ArrayList<>();
    private final int version;
    private final Map<String, String> forced;
    private int number = 100;

    /**
     * @param forced texts of fields that decide which groups are there
     */
    FactFrame(LayoutFacts.Message message, int version, Map<String, String> forced) {
        this.version = version;
        this.forced = forced;
        body.append(message.id()).append('|');
        write(message.lines(), new HashMap<>(), "");
    }

    byte[] bytes() {
        return Vectors.unprint(body.toString().replace("\\", "\\\\"));
    }

    /** Lines "path = text" in the order of the wire. */
    List<String> found() {
        return found;
    }

    private void write(List<LayoutFacts.Line> lines, Map<String, String> texts, String path) {
        for (LayoutFacts.Line line : lines) {
            if (!line.at(version)) {
                continue;
            }
            if (line.starts("when")) {
                if (holds(line.text(), texts)) {
                    write(line.below(), texts, path);
                }
            } else if (line.starts("choose")) {
                line.below().stream().filter(branch -> branch.word(1).equals(texts.get(line.word(1))))
                        .forEach(branch -> write(branch.below(), texts, path));
            } else if (line.starts("list")) {
                list(line, texts, path);
            } else {
                String text = forced.getOrDefault(path.isEmpty() ? line.name() : "", text(line));
                texts.put(line.name(), text);
                put(text, path + line.name());
            }
        }
    }

    private void list(LayoutFacts.Line list, Map<String, String> texts, String path) {
        String name = list.word(1);
        int count = Integer.parseInt(forced.getOrDefault(name, "2"));
        texts.put("count of " + name, Integer.toString(count));
        body.append(count).append('|');
        for (int i = 0; i < count; i++) {
            Map<String, String> own = new HashMap<>();
            List<LayoutFacts.Line> lines = list.below();
            if (name.equals("conditions")) {
                own.put("type", List.of("1", "3", "4", "5", "6", "7").get(i % 6));
                put(own.get("type"), path + name + own.get("type") + ".type");
                List<LayoutFacts.Line> cases = lines.stream().filter(line -> line.starts("case")).toList();
                cases.stream().filter(line -> line.word(1).equals(own.get("type")))
                        .forEach(line -> write(line.below(), own, path + name + own.get("type") + "."));
            } else {
                write(lines, own, path + name + i + ".");
            }
        }
    }

    private void put(String text, String path) {
        body.append(text).append('|');
        found.add(path + " = " + text);
    }

    private boolean holds(String when, Map<String, String> texts) {
        String[] words = when.split(" ", 3);
        String text = texts.getOrDefault(words[1], "");
        return switch (words[2]) {
            case "not empty" -> !text.isEmpty();
            case "positive" -> !text.isEmpty() && !text.startsWith("-") && !text.startsWith("1.797");
            case "true" -> text.equals("1");
            case "has elements" -> !texts.get("count of " + words[1]).equals("0");
            case "up to mid by competeAgainstBestOffset" -> text.startsWith("PEG MID") || text.equals("PEGMID")
                    || text.replace(" ", "").equals("PEGBEST")
                            && texts.get("competeAgainstBestOffset").equals("Infinity");
            default -> List.of(words[2].substring("is ".length()).split(" or ")).contains(text);
        };
    }

    private String text(LayoutFacts.Line line) {
        number++;
        return switch (line.code().toLowerCase(Locale.ROOT)) {
            case "c" -> line.ordinary();
            case "i", "ix", "l" -> Integer.toString(number);
            case "d", "dx" -> number + ".5";
            case "q" -> number + ".25";
            case "b", "b?", "b1" -> Integer.toString(number % 2);
            case "tv" -> "t" + number + "=v;";
            case "s", "e" -> "f" + number;
            default -> throw new IllegalStateException("no such code: " + line.text());
        };
    }
}
