package alvh.planner.signal;

import java.util.Locale;

/** Numbers in the readings. */
final class Words {
    private Words() {}

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** "half a vote from 0.95", "a vote from 1.00" or what was reached. */
    static String next(double value, double half, double one, String format) {
        if (Compare.atLeast(value, one)) {
            return "a vote from " + text(format, one);
        }
        boolean halfway = Compare.atLeast(value, half);
        return (halfway ? "half a vote, one from " : "half a vote from ") + text(format, halfway ? one : half);
    }

    static double vote(double value, double half, double one) {
        if (Compare.atLeast(value, one)) {
            return 1;
        }
        return Compare.atLeast(value, half) ? 0.5 : 0;
    }
}
