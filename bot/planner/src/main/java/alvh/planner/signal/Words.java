package alvh.planner.signal;

import java.util.Locale;

/** Numbers in the readings. */
final class Words {
    private Words() {}

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
