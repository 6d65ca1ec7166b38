package alvh.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import alvh.planner.layer.NextStep;

/**
 * The plan explained, layer by layer: one object for text, JSON and the console.
 *
 * @param sections in a stable order; a section without lines is left out
 */
public record Explanation(List<Section> sections) {

    public static final Explanation NONE = new Explanation(List.of());

    /**
     * @param id stable, for scripts: "decision", "layer.L1", "votes", "lots", "buys", "cost", "rejected", ...
     * @param title for people
     */
    public record Section(String id, String title, List<Line> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** @param compared the number and the threshold of the sentence, null where it compares nothing */
    public record Line(String text, Compared compared) {

        public static Line of(String text) {
            return new Line(text, null);
        }

        public static Line of(NextStep step) {
            return new Line(step.text(), Compared.of(step.what(), step.now(), step.relation(), step.threshold()));
        }
    }

    /**
     * A comparison that the planner made.
     *
     * @param what the number's name and unit
     * @param now null when unknown, then {@code unknown} says why
     * @param relation {@code >=}, {@code <=}, {@code >} or {@code <}
     * @param threshold null when the rule is not a single number; {@code met} null when either is null
     */
    public record Compared(String what, Double now, String relation, Double threshold, Boolean met, String unknown) {

        public static Compared of(String what, double now, String relation, double threshold) {
            boolean both = Double.isFinite(now) && Double.isFinite(threshold);
            return new Compared(what, finite(now), relation, finite(threshold),
                    both ? (Boolean) holds(now, relation, threshold) : null,
                    Double.isFinite(now) ? null : "no value: the sentence says why");
        }

        private static boolean holds(double now, String relation, double threshold) {
            double left = Math.rint(now * 1e9) / 1e9;
            double right = Math.rint(threshold * 1e9) / 1e9;
            return switch (relation) {
                case ">=" -> left >= right;
                case "<=" -> left <= right;
                case "<" -> left < right;
                case ">" -> left > right;
                default -> throw new IllegalArgumentException("no relation " + relation);
            };
        }

        private static Double finite(double value) {
            return Double.isFinite(value) ? (Double) (Math.rint(value * 1e6) / 1e6 + 0.0) : null;
        }
    }

    public Explanation {
        sections = List.copyOf(sections);
    }

    /** The sentences alone, in order, each behind its section's title. */
    public List<String> lines() {
        var all = new ArrayList<String>();
        for (Section section : sections) {
            section.lines().forEach(line -> all.add(section.title() + ": " + line.text()));
        }
        return all;
    }

    /** Collects sections and leaves out empty ones. */
    public static final class Builder {
        private final List<Section> sections = new ArrayList<>();

        public void section(String id, String title, List<Line> lines) {
            if (!lines.isEmpty()) {
                sections.add(new Section(id, title, lines));
            }
        }

        public void sentences(String id, String title, List<String> sentences) {
            section(id, title, sentences.stream().map(Line::of).toList());
        }

        public Explanation done() {
            return new Explanation(sections);
        }
    }

    /** Whole percent: "18 %"; "unknown" when not finite. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "unknown";
        }
        String text = String.format(Locale.ROOT, "%.0f %%", 100 * share);
        return text.equals("-0 %") ? "0 %" : text;
    }

    /** "$1,234.50", "-$1,234.50" or "unknown". */
    public static String dollars(double amount) {
        if (!Double.isFinite(amount)) {
            return "unknown";
        }
        String text = String.format(Locale.ROOT, "$%,.2f", Math.abs(amount));
        return amount < 0 && !text.equals("$0.00") ? "-" + text : text;
    }
}
