package alvh.planner.pricing;

/** An implied volatility, or why a price has none (methodology 5.4). */
public sealed interface Implied {

    /** @param vol decimal per square root of a year */
    record Vol(double vol) implements Implied {}

    record None(Reason reason) implements Implied {}

    /** Why a price implies no volatility. */
    enum Reason {
        /** Price, forward, strike, time or rate is not a positive finite number. */
        BAD_INPUT,
        /** The settlement instant has passed. */
        EXPIRED,
        /** At most half a tick above intrinsic value: what is left is rounding, not volatility. */
        AT_INTRINSIC,
        /** At or above what the option can be worth at any volatility. */
        ABOVE_BOUND,
        /** The volatility would lie outside 0.01 to 5. */
        OUT_OF_RANGE,
        /** The solver did not settle. */
        NO_CONVERGENCE
    }
}
