package alvh.daemon.config;

import java.util.Arrays;
import java.util.Comparator;

/** The known key that a mistyped one was probably meant to be. */
final class Nearest {

    private Nearest() {}

    static String to(String key) {
        return Arrays.stream(Setting.values()).map(Setting::key).min(Comparator.comparingInt(k -> distance(k, key)))
                .orElseThrow();
    }

    /** Edit distance (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
