package alvh.simulator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text to {@link Scenario}, line by line; all problems of a file are reported at once. */
public final class ScenarioParser {

    private ScenarioParser() {}

    /**
     * @param name file name without folder, as problems shall show it
     * @param text the whole file; lines end with LF or CRLF
     */
    public static ParseOutcome parse(String name, String text) {
        List<Problem> problems = new ArrayList<>();
        List<Step> setup = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                Optional<Step> step = line(name, i + 1, lines[i]);
                step.ifPresent(read -> sort(read, setup, steps));
                if (step.isPresent() && step.get().line() instanceof Line.Setup && !steps.isEmpty()) {
                    problems.add(new Problem(name, i + 1, "'" + step.get().text() + "' after the play has begun",
                            "setup lines above the first line that plays", Optional.empty()));
                }
            } catch (BrokenLine broken) {
                problems.add(broken.problem());
            }
        }
        String title = heading(setup, Line.Title.class).map(Line.Title::text).orElse("");
        String about = heading(setup, Line.About.class).map(Line.About::text).orElse("");
        if (title.isEmpty() || about.isEmpty()) {
            problems.add(new Problem(name, 1, "no " + (title.isEmpty() ? "title" : "about") + " line",
                    "'title TEXT' and 'about ONE SENTENCE' at the top", Optional.empty()));
        }
        return problems.isEmpty()
                ? new ParseOutcome.Parsed(new Scenario(name, title, about, setup, steps))
                : new ParseOutcome.Broken(List.copyOf(problems));
    }

    /**
     * One line as typed into the simulator's standard input or taken from a file.
     *
     * @return empty for a blank or comment line
     * @throws BrokenLine if it says nothing the language knows
     */
    static Optional<Step> line(String file, int number, String text) throws BrokenLine {
        Words words = Words.of(file, number, text);
        if (!words.more()) {
            return Optional.empty();
        }
        When when = Verbs.when(words);
        Line line = Verbs.line(words);
        if (line instanceof Line.Setup && !(when instanceof When.InTurn)) {
            throw words.broken(text.strip(), "a setup line without 'at' or 'after'", List.of());
        }
        return Optional.of(new Step(number, text.strip(), when, line));
    }

    /** As {@link #line}, with the problem as a value. */
    public static LineOutcome readLine(String file, int number, String text) {
        try {
            return line(file, number, text).<LineOutcome>map(LineOutcome.Read::new)
                    .orElseGet(LineOutcome.Nothing::new);
        } catch (BrokenLine broken) {
            return new LineOutcome.Wrong(broken.problem());
        }
    }

    /** What one typed line turned out to be. */
    public sealed interface LineOutcome {

        record Read(Step step) implements LineOutcome {}

        record Nothing() implements LineOutcome {}

        record Wrong(Problem problem) implements LineOutcome {}
    }

    private static void sort(Step step, List<Step> setup, List<Step> steps) {
        switch (step.line()) {
            case Line.Setup s -> setup.add(step);
            case Line.World w -> steps.add(step);
            case Line.Play p -> steps.add(step);
        }
    }

    private static <T extends Line.Setup> Optional<T> heading(List<Step> setup, Class<T> kind) {
        return setup.stream().map(Step::line).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
