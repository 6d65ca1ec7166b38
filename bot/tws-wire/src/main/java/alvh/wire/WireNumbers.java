package alvh.wire;

import java.math.BigDecimal;
import java.util.Arrays;

/** Numbers read in place from the bytes of a frame. Every method throws NumberFormatException for what is no number. */
final class WireNumbers {

    private static final byte[] UNSET = WireText.bytes(Sentinels.DOUBLE_UNSET_TEXT);
    private static final int MOST_DIGITS = 19; // below 2^64
    private static final int NO_EXPONENT = Integer.MIN_VALUE;
    private static final int MOST_DECIMAL_DIGITS = 18; // below 2^63
    private static final BigDecimal[] WHOLE = whole();
    /** Digits of a decimal: enough for every double written out. */
    private static final int LONGEST_DECIMAL = 400;

    private WireNumbers() {}

    static int readInt(byte[] bytes, int from, int to) {
        long value = readLong(bytes, from, to);
        if (value != (int) value) {
            throw bad(bytes, from, to);
        }
        return (int) value;
    }

    static long readLong(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        int at = negative || from < to && bytes[from] == '+' ? from + 1 : from;
        if (at == to) {
            throw bad(bytes, from, to);
        }
        long value = 0; // kept negative, so that Long.MIN_VALUE fits
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
                throw bad(bytes, from, to);
            }
            value = value * 10 - digit;
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw bad(bytes, from, to);
        }
        return negative ? value : -value;
    }

    /** Numbers of up to 19 digits without an object; all others by the JDK; three spellings of infinity. */
    static double readDouble(byte[] bytes, int from, int to) {
        if (isUnset(bytes, from, to)) {
            return Double.MAX_VALUE;
        }
        boolean negative = from < to && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        long digits = 0;
        int count = 0;
        int point = -1;
        int at = first;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
            } else if (bytes[at] == '.' && point < 0) {
                point = count;
            } else {
                break;
            }
        }
        if (count == 0 || count > MOST_DIGITS) {
            return readAnyDouble(bytes, from, to);
        }
        int exponent = at < to ? exponent(bytes, at, to) : 0;
        double value = exponent == NO_EXPONENT
                ? Double.NaN
                : DecimalToDouble.of(digits, exponent - (point < 0 ? 0 : count - point));
        if (value != value) {
            return readAnyDouble(bytes, from, to);
        }
        return negative ? -value : value;
    }

    /** Whether the text is that of Double.MAX_VALUE, of which every openOrder has dozens. */
    private static boolean isUnset(byte[] bytes, int from, int to) {
        return to - from == UNSET.length && bytes[from] == '1'
                && Arrays.equals(bytes, from, to, UNSET, 0, UNSET.length);
    }

    /** The number behind an e, of up to three digits; {@link #NO_EXPONENT} for everything else. */
    private static int exponent(byte[] bytes, int at, int to) {
        if ((bytes[at] | ' ') != 'e' || at + 1 == to) {
            return NO_EXPONENT;
        }
        boolean signed = bytes[at + 1] == '-' || bytes[at + 1] == '+';
        int first = signed ? at + 2 : at + 1;
        if (first == to || to - first > 3) {
            return NO_EXPONENT;
        }
        int value = 0;
        for (int i = first; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NO_EXPONENT;
            }
            value = value * 10 + digit;
        }
        return bytes[at + 1] == '-' ? -value : value;
    }

    private static double readAnyDouble(byte[] bytes, int from, int to) {
        String text = WireText.text(bytes, from, to);
        return switch (text) {
            case "Infinity", "Infinite", "inf", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-Infinite", "-inf" -> Double.NEGATIVE_INFINITY;
            default -> javaDouble(text);
        };
    }

    private static double javaDouble(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("+-.0123456789eE".indexOf(text.charAt(i)) < 0 && !text.equals("NaN")) {
                throw new NumberFormatException("For input string: \"" + text + "\"");
            }
        }
        return Double.parseDouble(text);
    }

    static boolean readBool(byte[] bytes, int from, int to) {
        return readLong(bytes, from, to) != 0;
    }

    /** The number, or null for an unset one and for NaN. Thousands separators are dropped. */
    static BigDecimal readDecimal(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        long digits = 0;
        int scale = -1;
        int first = negative ? from + 1 : from;
        boolean plain = to > first && to - first <= MOST_DECIMAL_DIGITS && bytes[to - 1] != '.';
        for (int at = first; plain && at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                scale += scale < 0 ? 0 : 1;
            } else if (bytes[at] == '.' && scale < 0) {
                scale = 0;
            } else {
                plain = false;
            }
        }
        if (!plain || digits == Integer.MAX_VALUE) {
            return readAnyDecimal(bytes, from, to);
        }
        if (scale <= 0 && !negative && digits < WHOLE.length) {
            return WHOLE[(int) digits];
        }
        return BigDecimal.valueOf(negative ? -digits : digits, Math.max(scale, 0));
    }

    private static BigDecimal readAnyDecimal(byte[] bytes, int from, int to) {
        String text = WireText.text(bytes, from, to);
        if (Sentinels.unsetDecimal(text) || text.equals("NaN")) {
            return null;
        }
        if (text.length() > LONGEST_DECIMAL) {
            throw bad(bytes, from, to);
        }
        BigDecimal value = new BigDecimal(text.indexOf(',') < 0 ? text : text.replace(",", ""));
        if (Math.abs((long) value.scale()) > LONGEST_DECIMAL) { // 1E999999999 would fill the memory when written out
            throw bad(bytes, from, to);
        }
        return value;
    }

    private static NumberFormatException bad(byte[] bytes, int from, int to) {
        return new NumberFormatException("For input string: \"" + WireText.text(bytes, from, to) + "\"");
    }

    private static BigDecimal[] whole() {
        BigDecimal[] whole = new BigDecimal[1024];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = BigDecimal.valueOf(i);
        }
        return whole;
    }
}
