package alvh.simulator.script;

import java.util.List;

/** A scenario, or everything that is wrong with its text at once. */
public sealed interface ParseOutcome {

    record Parsed(Scenario scenario) implements ParseOutcome {}

    record Broken(List<Problem> problems) implements ParseOutcome {}
}
