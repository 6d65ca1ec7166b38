package alvh.daemon.ops;

/** A verb cannot go on: the exit code and the sentence that people see. No stack trace belongs to it. */
public final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final int exitCode;

    public Stop(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
