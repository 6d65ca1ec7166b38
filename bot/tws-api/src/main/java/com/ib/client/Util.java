package com.ib.client;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Small conversions around unset values. */
public class Util {

    private Util() {}

    public static boolean isValidValue(double value) {
        return value != Double.MAX_VALUE;
    }

    public static boolean isValidValue(int value) {
        return value != Integer.MAX_VALUE;
    }

    public static boolean isValidValue(long value) {
        return value != Long.MAX_VALUE;
    }

    public static boolean isValidValue(Decimal value) {
        return Decimal.isValid(value);
    }

    public static boolean StringIsEmpty(String text) {
        return text == null || text.isEmpty();
    }

    public static String NormalizeString(String text) {
        return text == null ? "" : text;
    }

    public static int StringCompare(String left, String right) {
        return NormalizeString(left).compareTo(NormalizeString(right));
    }

    public static String IntMaxString(int value) {
        return isValidValue(value) ? Integer.toString(value) : "";
    }

    public static String DoubleMaxString(double value) {
        return isValidValue(value) ? Double.toString(value) : "";
    }

    public static String LongMaxString(long value) {
        return isValidValue(value) ? Long.toString(value) : "";
    }

    /** The number of a text as the broker sends it: every unset form is INVALID. */
    public static Decimal stringToDecimal(String text) {
        if (text == null || alvh.wire.Sentinels.unsetDecimal(text)) {
            return Decimal.INVALID;
        }
        Decimal parsed = Decimal.parse(text);
        return parsed == null ? Decimal.INVALID : parsed;
    }

    /** The digits of a number, "" when it is unset or zero. */
    public static String decimalToStringNoZero(Decimal value) {
        return Decimal.isValidNotZeroValue(value) ? value.toString() : "";
    }

    public static String UnixSecondsToString(long seconds, String pattern) {
        return format(Instant.ofEpochSecond(seconds), pattern);
    }

    public static String UnixMillisecondsToString(long milliseconds, String pattern) {
        return format(Instant.ofEpochMilli(milliseconds), pattern);
    }

    public static long currentTimeMillis() {
        return System.currentTimeMillis();
    }

    /** In the zone of the computer, as the API promises. */
    private static String format(Instant time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneId.systemDefault()).format(time);
    }
}
