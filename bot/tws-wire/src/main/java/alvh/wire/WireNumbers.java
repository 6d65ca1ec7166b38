package alvh.wire;

import java.math.BigDecimal;

/** Numbers read in place from the bytes of a frame. Every method throws NumberFormatException for what is no number. */
final class WireNumbers {

    private static final double[] POWERS_OF_TEN = powersOfTen();
    private static final int EXACT_DIGITS = 15;
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

    /** Short plain numbers exactly without an object; all others by the JDK; three spellings of infinity. */
    static double readDouble(byte[] bytes, int from, int to) {
        boolean negative = from < to && bytes[from] == '-';
        long digits = 0;
        int count = 0;
        int scale = -1;
        for (int at = negative ? from + 1 : from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
                scale += scale < 0 ? 0 : 1;
            } else if (bytes[at] == '.' && scale < 0) {
                scale = 0;
            } else {
                return readAnyDouble(WireText.text(bytes, from, to));
            }
            if (count > EXACT_DIGITS) {
                return readAnyDouble(WireText.text(bytes, from, to));
            }
        }
        if (count == 0) {
            throw bad(bytes, from, to);
        }
        double value = scale > 0 ? digits / POWERS_OF_TEN[scale] : digits;
        return negative ? -value : value;
    }

    private static double readAnyDouble(String text) {
        return switch (text) {
            case Sentinels.DOUBLE_UNSET_TEXT -> Double.MAX_VALUE;
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
        boolean plain = to > first && to - first <= EXACT_DIGITS && bytes[to - 1] != '.';
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

    private static double[] powersOfTen() {
        double[] powers = new double[EXACT_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
