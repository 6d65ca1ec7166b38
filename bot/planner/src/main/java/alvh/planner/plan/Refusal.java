package alvh.planner.plan;

/** One named reason not to trade: a code that log, screen and tests share, what it concerns, and a sentence. */
public record Refusal(Code code, String subject, String because) {

    /** Every reason that ends in "no buy" or "no plan"; the quote codes are those of reliability 8.3. */
    public enum Code {
        NO_BOOK, BUDGET_USED, BOOK_TOO_SMALL, LAYER_OFF, LAYER_ARMED, LAYER_CAP, PACING, THROTTLE, FORWARD_ABOVE_50, VVIX_ABOVE_140, AFTER_HARVEST_REST, EVENT_BLACKOUT, CERTIFICATE_MISSING, NO_LINE_FITS, OVER_HEDGE, GREEK_LIMIT, MARGIN_LOW, NO_EXCHANGE_RATE, NO_CANDIDATE, DATA_MISSING, SURFACE_OLD, Q_EMPTY, Q_ONESIDED, Q_CROSSED, Q_TYPE, Q_STALE, Q_WIDE, Q_ARB, Q_SPOT, OUTSIDE_WINDOW, MARKET_CLOSED, PRESET_OFF, STEEPENER, FUTURES, WEEKLY_ORDERS, NOT_ROLL_DAY
    }
}
