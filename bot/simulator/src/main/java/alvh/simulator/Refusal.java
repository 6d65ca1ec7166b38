package alvh.simulator;

/** The simulator cannot start as asked: a sentence for the person, and the exit code for the program. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;
    static final int CONFIG = 2;
    static final int LOCKED = 4;
    static final int DISK = 8;
    static final int PORT_IN_USE = 16;
    static final int USAGE = 64;
    private final int exitCode;

    Refusal(int exitCode, String text) {
        super(text, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
