package alvh.planner.scenario;

/**
 * Why a part of the market could not be read as asked; the state goes on without it, or with the default named in
 * {@code detail}.
 */
public record MarketFault(Reason reason, String detail) {

    /** What was missing. */
    public enum Reason {
        NO_LEVEL, NO_SPOT, NO_FORWARD, FORWARD_INTERPOLATED, NO_SMILE, NO_CURVE, EXPIRED, UNKNOWN_CLASS, INCONSISTENT
    }

    @Override
    public String toString() {
        return reason + ": " + detail;
    }
}
