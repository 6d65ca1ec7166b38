package alvh.simulator.script;

import java.util.List;

/** A read scenario: what {@code --list} prints, what the world is built from, and what plays, in file order. */
public record Scenario(String name, String title, String about, List<Step> setup, List<Step> steps) {

    public Scenario {
        setup = List.copyOf(setup);
        steps = List.copyOf(steps);
    }

    /** How many plans the story holds: one, unless a line says otherwise. */
    public int plans() {
        return setup.stream().map(Step::line).filter(Line.Plans.class::isInstance).map(Line.Plans.class::cast)
                .mapToInt(Line.Plans::plans).reduce(1, (first, last) -> last);
    }
}
