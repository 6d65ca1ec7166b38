package alvh.simulator.script;

/** A line that cannot be read; carries the problem to the parser, which collects them all. */
final class BrokenLine extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    BrokenLine(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
