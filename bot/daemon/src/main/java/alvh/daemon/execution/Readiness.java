package alvh.daemon.execution;

/**
 * Whether orders may be sent, and if not, why in words.
 *
 * @param words one sentence for the screen
 */
public record Readiness(Level level, String words) {

    /** What a person must know of a gateway that takes no orders. */
    public static final String READ_ONLY_GATEWAY = "the gateway is read-only: plans are made, nothing is sent; clear "
            + "Configuration, API, Settings, Read-Only API";

    /** From nothing to everything. Plans need RECONCILING's reading to have ended once; sending needs READY. */
    public enum Level {
        /** No session. */
        DOWN,
        /** A session whose orders, executions and positions are being compared with the journal. */
        RECONCILING,
        /** Orders may be sent. */
        READY,
        /** Reconciled as far as a Read-Only gateway allows: plan, send nothing. */
        READ_ONLY,
        /** The session stands, but something forbids sending: the link behind the gateway, the clock, the disk. */
        DEGRADED
    }

    public boolean maySend() {
        return level == Level.READY;
    }

    /** Whether the book is known well enough to plan with. */
    public boolean mayPlan() {
        return level == Level.READY || level == Level.READ_ONLY;
    }
}
