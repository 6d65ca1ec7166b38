package alvh.simulator.script;

/** One line of a scenario with its place in the file. */
public record Step(int lineNumber, String text, When when, Line line) {}
