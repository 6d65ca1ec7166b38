package alvh.planner.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import alvh.planner.plan.PlanOutcome;

/**
 * One page of the golden book: a world in a few lines, the plan that is right for it, and why it is right. The head is
 * free text; {@code because} lines in it name the rule of the methodology. Then sections:
 *
 * <ul>
 * <li>{@code [world]} what {@link SituationWorld} reads
 * <li>{@code [expect]} decisions as {@link SituationText} writes them, compared line by line
 * <li>{@code [says]} sentences that must be found, in this order, in the notes and the explanation
 * <li>{@code [explanation]} if present, the whole explanation, compared line by line
 * </ul>
 */
public record Situation(Path file, List<String> head, Map<String, List<String>> sections) {
    public static final Path FOLDER = Path.of("src/test/resources/alvh/planner/plan/situations");
    public static final String WORLD = "world";
    public static final String EXPECT = "expect";
    public static final String SAYS = "says";
    public static final String EXPLANATION = "explanation";
    private static final List<String> KNOWN = List.of(WORLD, EXPECT, SAYS, EXPLANATION);

    public static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".situation")).sorted().toList();
        }
    }

    public static Situation read(Path file) throws IOException {
        var head = new ArrayList<String>();
        Map<String, List<String>> sections = new TreeMap<>();
        List<String> into = head;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                String name = line.substring(1, line.length() - 1);
                if (!KNOWN.contains(name) || sections.containsKey(name)) {
                    throw new IllegalArgumentException(file + ": section " + line + " is unknown or there twice; "
                            + "expected " + KNOWN);
                }
                into = new ArrayList<>();
                sections.put(name, into);
            } else {
                into.add(line.stripTrailing());
            }
        }
        if (head.stream().noneMatch(line -> line.startsWith("because "))) {
            throw new IllegalArgumentException(file + ": no line 'because ...' says which rule makes this plan right");
        }
        if (!sections.containsKey(WORLD)) {
            throw new IllegalArgumentException(file + ": no section [world]");
        }
        return new Situation(file, head, sections);
    }

    /** Lines of a section without empty ones; empty when there is no such section. */
    public List<String> lines(String section) {
        return sections.getOrDefault(section, List.of()).stream().filter(line -> !line.isBlank()).toList();
    }

    public boolean has(String section) {
        return sections.containsKey(section);
    }

    String name() {
        return file.getFileName().toString().replace(".situation", "");
    }

    public World world() {
        return SituationWorld.of(this);
    }

    /** The file with what was planned in place of what was expected. */
    String withExpected(PlanOutcome outcome) {
        Map<String, List<String>> changed = new TreeMap<>(sections);
        changed.put(EXPECT, SituationText.decisions(outcome));
        if (has(EXPLANATION)) {
            changed.put(EXPLANATION, SituationText.explanation(outcome));
        }
        var text = new StringBuilder();
        trimmed(head).forEach(line -> text.append(line).append('\n'));
        for (String section : KNOWN) {
            if (changed.containsKey(section)) {
                text.append("\n[").append(section).append("]\n");
                trimmed(changed.get(section)).forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> trimmed(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }
}
