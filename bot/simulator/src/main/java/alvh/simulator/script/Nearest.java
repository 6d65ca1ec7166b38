package alvh.simulator.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that needs the fewest changed letters (Levenshtein), if it is near enough to be meant. */
final class Nearest {

    private Nearest() {}

    static Optional<String> to(String got, Collection<String> known) {
        int far = Math.max(1, got.length() / 2);
        return known.stream().filter(word -> distance(got, word) <= far)
                .min(Comparator.<String>comparingInt(word -> distance(got, word)).thenComparing(word -> word));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
