package alvh.simulator.gateway;

import java.math.BigDecimal;
import java.math.RoundingMode;

import alvh.planner.money.Usd;

/** How numbers travel: plain decimals without exponent or trailing zeros. */
final class Numbers {

    /** The text of a double that is not set. */
    static final String UNSET = "1.7976931348623157E308";

    private Numbers() {}

    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return UNSET;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** Two places, as account values come. */
    static String money(Usd amount) {
        return amount.toDecimal().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Rounded, for computed values whose last digits mean nothing. */
    static String rounded(double value, int places) {
        if (!Double.isFinite(value)) {
            return UNSET;
        }
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros()
                .toPlainString();
    }
}
