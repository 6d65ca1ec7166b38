package alvh.simulator.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The bar sizes a client may ask for (protocol page 4.4), in seconds. */
final class BarSizes {

    static final int DAY = 86_400;
    static final int WEEK = 7 * DAY;
    static final int MONTH = 30 * DAY;
    /** Sizes up to this are paced. */
    static final int SMALL = 30;
    private static final int[] SECONDS = {1, 5, 10, 15, 30};
    private static final int[] MINUTES = {1, 2, 3, 5, 10, 15, 20, 30};
    private static final int[] HOURS = {1, 2, 3, 4, 8};
    private static final Map<String, Integer> ALL = new LinkedHashMap<>();

    static {
        for (int n : SECONDS) {
            ALL.put(n + " secs", n);
        }
        for (int n : MINUTES) {
            ALL.put(n + (n == 1 ? " min" : " mins"), n * 60);
        }
        for (int n : HOURS) {
            ALL.put(n + (n == 1 ? " hour" : " hours"), n * 3600);
        }
        ALL.put("1 day", DAY);
        ALL.put("1 week", WEEK);
        ALL.put("1 month", MONTH);
    }

    private BarSizes() {}

    static OptionalInt of(String text) {
        Integer seconds = ALL.get(text);
        return seconds == null ? OptionalInt.empty() : OptionalInt.of(seconds);
    }

    static String legal() {
        return String.join(", ", ALL.keySet());
    }
}
