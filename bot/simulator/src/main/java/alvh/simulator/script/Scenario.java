package alvh.simulator.script;

import java.util.List;

/** A read scenario: what {@code --list} prints, what the world is built from, and what plays, in file order. */
public record Scenario(String name, String title, String about, List<Step> setup, List<Step> steps) {

    public Scenario {
        setup = List.copyOf(setup);
        steps = List.copyOf(steps);
    }
}
