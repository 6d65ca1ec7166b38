package alvh.wire;

import java.io.IOException;

/** The stream cannot be cut into frames any more; the connection must be closed. */
public final class FrameException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** A length outside 1 to {@link FrameReader#MAX_LENGTH}. */
        BAD_LENGTH,
        /** The stream ended inside a frame. */
        CUT,
        /** The other side does not begin as the protocol demands. */
        BAD_HELLO
    }

    private final Problem problem;

    FrameException(Problem problem, String detail) {
        super(problem + ": " + detail);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
