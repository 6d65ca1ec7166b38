package com.ib.client;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An immutable decimal number, or one of two special values: INVALID (not given) and NaN. Adding an invalid number
 * gives the other one; multiplying or dividing by it gives INVALID.
 */
public final class Decimal implements Comparable<Decimal> {

    public static final Decimal INVALID = new Decimal(null, "");
    public static final Decimal NaN = new Decimal(null, "NaN");
    public static final Decimal ZERO = new Decimal(BigDecimal.ZERO, null);
    public static final Decimal ONE = new Decimal(BigDecimal.ONE, null);
    public static final Decimal MINUS_ONE = new Decimal(BigDecimal.ONE.negate(), null);
    public static final Decimal ONE_HUNDRED = new Decimal(BigDecimal.valueOf(100), null);

    private static final int SCALE = 16;
    /** Digits that a text may mean: enough for every double; 1E999999999 would fill the memory. */
    private static final int LONGEST = 400;
    private static final int WHOLE_DIGITS = 3;
    private static final MathContext PRECISION = new MathContext(16);

    private static final Decimal[] WHOLE = whole();

    private final BigDecimal value;
    private final String special;

    private Decimal(BigDecimal value, String special) {
        this.value = value == null || value.scale() <= SCALE ? value : value.setScale(SCALE, RoundingMode.HALF_UP);
        this.special = special;
    }

    public static Decimal get(BigDecimal value) {
        if (value == null) {
            return INVALID;
        }
        if (value.scale() == 0 && value.signum() >= 0 && value.precision() <= WHOLE_DIGITS) {
            return WHOLE[value.intValue()];
        }
        return new Decimal(value, null);
    }

    /** Sizes of most quotes, made once. */
    private static Decimal[] whole() {
        Decimal[] whole = new Decimal[1_000];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = new Decimal(BigDecimal.valueOf(i), null);
        }
        return whole;
    }

    public static Decimal get(long value) {
        return new Decimal(BigDecimal.valueOf(value), null);
    }

    /** The shortest decimal that is this double; NaN and the infinities are {@link #NaN} and {@link #INVALID}. */
    public static Decimal get(double value) {
        if (Double.isNaN(value)) {
            return NaN;
        }
        return Double.isInfinite(value) || value == Double.MAX_VALUE ? INVALID : get(BigDecimal.valueOf(value));
    }

    /** The number of a text, thousands separators dropped; null for an empty text and for what is no number. */
    public static Decimal parse(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        if (text.equals("NaN")) {
            return NaN;
        }
        try {
            BigDecimal value = new BigDecimal(text.replace(",", ""));
            return Math.abs((long) value.scale()) > LONGEST ? null : get(value);
        } catch (NumberFormatException garbage) {
            return null;
        }
    }

    public static boolean isValid(Decimal decimal) {
        return decimal != null && decimal.isValid();
    }

    public static boolean isValidNotZeroValue(Decimal decimal) {
        return isValid(decimal) && !decimal.isZero();
    }

    public static int compare(Decimal left, Decimal right) {
        return left.compareTo(right);
    }

    /** The number with 16 digits after the point, or null when it is INVALID or NaN. */
    public BigDecimal value() {
        return value == null ? null : value.setScale(SCALE);
    }

    public boolean isZero() { return value != null && value.signum() == 0; }

    public boolean isValid() { return value != null; }

    public Decimal negate() {
        return value == null ? this : get(value.negate());
    }

    public Decimal add(Decimal other) {
        if (!isValid(other)) {
            return this;
        }
        return value == null ? other : get(value.add(other.value));
    }

    public Decimal multiply(Decimal other) {
        return value == null || !isValid(other) ? INVALID : get(value.multiply(other.value));
    }

    public Decimal divide(Decimal other) {
        return value == null || !isValidNotZeroValue(other) ? INVALID : get(value.divide(other.value, PRECISION));
    }

    /** The whole part; Long.MAX_VALUE when INVALID or NaN. */
    public long longValue() {
        return value == null ? Long.MAX_VALUE : value.longValue();
    }

    /** INVALID and NaN come before every number. */
    @Override
    public int compareTo(Decimal other) {
        if (value == null || other.value == null) {
            return Boolean.compare(value != null, other.value != null);
        }
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Decimal decimal)) {
            return false;
        }
        return value == null
                ? decimal.value == null && special.equals(decimal.special)
                : decimal.value != null && value.compareTo(decimal.value) == 0;
    }

    @Override
    public int hashCode() {
        return value == null ? special.hashCode() : value.stripTrailingZeros().hashCode();
    }

    /** Plain digits without trailing zeros; "" for INVALID, "NaN" for NaN. */
    @Override
    public String toString() {
        if (value == null) {
            return special;
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
