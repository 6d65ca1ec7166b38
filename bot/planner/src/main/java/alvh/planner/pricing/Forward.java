package alvh.planner.pricing;

/** The forward of one expiry, or why there is none. */
public sealed interface Forward {

    /** @param points level of the forward */
    record Known(double points, ForwardSource source) implements Forward {}

    /** @param detail what was looked for and found, for people */
    record Unknown(Reason reason, String detail) implements Forward {}

    /** Why there is no forward. */
    enum Reason {
        EXPIRED, NO_PAIRS, NO_NEIGHBOURS, BAD_VALUE
    }
}
