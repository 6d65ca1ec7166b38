package alvh.daemon.execution;

/** A named reason why an order is not sent, found at the last point before the wire. */
public record Refused(Code code, String because) {

    /** Promise, control or machine that refuses. */
    public enum Code {
        KILLED, STOPPING, NOT_READY, HALTED, POSITION_CASE, CLAIM_CASE, UNKNOWN_ORDER, ORDERS_PER_DAY, CANCELS_PER_DAY, STEP_REPEATED, DUPLICATE, LINK, QUOTE, WIDE, SESSION, DRIFTED, COLLAR, BUDGET, DAILY_CAP, ORDER_CAP, PERIOD_COLLAR, EXTENSION, CONTRACTS, POSITION_LIMIT, NOT_LISTED, SHAPE, NOT_OWNED, EXPIRY_NEAR, WORKING_LIMIT, PARENT_QUANTITY, LIFE_OVER, ORDER_ID
    }
}
