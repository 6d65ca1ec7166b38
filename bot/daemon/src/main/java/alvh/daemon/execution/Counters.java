package alvh.daemon.execution;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hard counters of C9 and C25 by New York trade date; folds of the journal, so that a restart forgets nothing. Orders
 * of a day and repeats of a step are counted from the intents themselves.
 *
 * @param cancels cancel requests; {@code rejects} broker rejects
 * @param rejectsInRow rejects since the last order that worked, or since a person resumed
 */
record Counters(SortedMap<LocalDate, Integer> cancels, SortedMap<LocalDate, Integer> rejects, int rejectsInRow) {

    static final Counters NONE = new Counters(Collections.emptySortedMap(), Collections.emptySortedMap(), 0);

    Counters cancelled(LocalDate day) {
        return new Counters(plusOne(cancels, day), rejects, rejectsInRow);
    }

    Counters rejected(LocalDate day) {
        return new Counters(cancels, plusOne(rejects, day), rejectsInRow + 1);
    }

    Counters worked() {
        return rejectsInRow == 0 ? this : new Counters(cancels, rejects, 0);
    }

    int cancelsOn(LocalDate day) {
        return cancels.getOrDefault(day, 0);
    }

    int rejectsOn(LocalDate day) {
        return rejects.getOrDefault(day, 0);
    }

    private static SortedMap<LocalDate, Integer> plusOne(SortedMap<LocalDate, Integer> counts, LocalDate day) {
        SortedMap<LocalDate, Integer> copy = new TreeMap<>(counts);
        copy.merge(day, 1, Integer::sum);
        return Collections.unmodifiableSortedMap(copy);
    }
}
