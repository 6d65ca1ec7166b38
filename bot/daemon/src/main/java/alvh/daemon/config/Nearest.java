package alvh.daemon.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The known word that a mistyped one was probably meant to be. */
public final class Nearest {

    private Nearest() {}

    static String to(String key) {
        return to(key, Arrays.stream(Setting.values()).map(Setting::key).toList());
    }

    /** @param known not empty; of several equally near the first */
    public static String to(String word, List<String> known) {
        return known.stream().min(Comparator.comparingInt(k -> distance(k, word))).orElseThrow();
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
