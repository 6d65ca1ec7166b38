package alvh.planner.risk;

/** A limit that an order or plan would break, and by what number. */
public record Breach(Limit limit, String because) {
    /** The limits, named after the control of reliability 3 or the limit of methodology 4.6. */
    public enum Limit {
        SHAPE, NAKED, UNDERLYING, QUANTITY, ORDER_DEBIT, PERIOD_BUDGET, DAILY_CAP, COLLAR, POSITION, EXPIRY, STEEPENER, MARKET_VALUE, BUYING_POWER, NAME_STRESS, NO_EXCHANGE_RATE, CASH, MARGIN_LOW
    }
}
