package alvh.daemon.broker;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one reader of the broker's unset values: null, "", "?", the maxima of double, int and long, NaN, infinities, -1 and
 * 0 for prices. What is unset becomes NaN, 0, -1 or an empty text by the method's name, never a number that trades.
 */
final class Unset {
    /** No price of ours is above this; 1e308 and the like are noise. */
    private static final double ABSURD = 1e9;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_CODE = 20_000;
    /** What moves a cursor, ends a line or turns the direction of writing. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private Unset() {}

    /** A price of one side: positive and sane, else NaN. */
    static double price(double raw) {
        return raw > 0 && raw < ABSURD ? raw : Double.NaN;
    }

    /** A last value: -1 and 0 mean none, other negative values are real (index breadth). */
    static double level(double raw) {
        return raw == 0 || raw == -1 ? Double.NaN : value(raw);
    }

    /** An option's delta, -1 to 1 (the broker's -2 means none), else NaN. */
    static double delta(double raw) {
        return Math.abs(raw) <= 1 ? raw : Double.NaN;
    }

    /** A value that may be zero or negative (index breadth, a combo's net price): finite and sane, else NaN. */
    static double value(double raw) {
        return Math.abs(raw) < ABSURD ? raw : Double.NaN;
    }

    /** A text for people: never null, control characters and line ends blanked, cut. */
    static String text(String raw) {
        if (raw == null) {
            return "";
        }
        String cut = raw.length() > LONGEST_TEXT ? raw.substring(0, LONGEST_TEXT) + "..." : raw;
        return INVISIBLE.matcher(cut).replaceAll(" ").trim();
    }

    /**
     * A code-like text as the broker wrote it: never null, {@code ?} is empty; blanks inside stay (OCC symbols). What no
     * code contains, or is too long for one, is made a text for people: it equals no code of ours any more.
     */
    static String code(String raw) {
        if (raw == null || raw.equals("?")) {
            return "";
        }
        return raw.length() > LONGEST_CODE || INVISIBLE.matcher(raw).find() ? text(raw) : raw;
    }

    /** permId 0 and the maxima all mean "not yet": 0. */
    static long permId(long raw) {
        return raw <= 0 || raw == Long.MAX_VALUE || raw == Integer.MAX_VALUE ? 0 : raw;
    }

    /** Order id 0, negative or the maximum mean "not ours, or unbound": 0. */
    static int orderId(int raw) {
        return raw <= 0 || raw == Integer.MAX_VALUE ? 0 : raw;
    }

    /** Whole units, signed; empty for null, invalid, a fraction or anything above a billion. */
    static Optional<Long> units(BigDecimal raw) {
        if (raw == null || raw.abs().compareTo(BigDecimal.valueOf(1_000_000_000L)) >= 0) {
            return Optional.empty();
        }
        boolean whole = raw.stripTrailingZeros().scale() <= 0;
        return whole ? Optional.of(raw.longValueExact()) : Optional.empty();
    }

    /** A multiplier text; 1 when it is empty, -1 when it is no whole number. */
    static int multiplier(String raw) {
        String text = raw == null ? "" : raw.trim();
        if (text.isEmpty()) {
            return 1;
        }
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : -1;
    }

    /** The broker's form of a day, YYYYMMDD. */
    static String basic(LocalDate date) {
        return BASIC.format(date);
    }

    /** A day at the start of a text, YYYYMMDD. */
    static Optional<LocalDate> date(String text) {
        if (text == null || !text.matches("\\d{8}.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)), Integer.parseInt(text.substring(6, 8))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
