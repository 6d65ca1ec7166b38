package alvh.wire;

/** The numbers that stand for "unset", and the texts they travel as. */
public final class Sentinels {

    /** Double.MAX_VALUE as every TWS program spells it. */
    public static final String DOUBLE_UNSET_TEXT = "1.7976931348623157E308";
    /** Integer.MAX_VALUE. */
    public static final String INT_UNSET_TEXT = "2147483647";
    /** Long.MAX_VALUE. */
    public static final String LONG_UNSET_TEXT = "9223372036854775807";
    /** Long.MIN_VALUE, an unset decimal of openOrder. */
    public static final String LONG_MIN_TEXT = "-9223372036854775808";

    private Sentinels() {}

    /** Whether the text of a decimal field means "no value" ({@code NaN} is not among them). */
    public static boolean unsetDecimal(String text) {
        return switch (text) {
            case "", INT_UNSET_TEXT, LONG_UNSET_TEXT, LONG_MIN_TEXT, DOUBLE_UNSET_TEXT -> true;
            default -> false;
        };
    }
}
