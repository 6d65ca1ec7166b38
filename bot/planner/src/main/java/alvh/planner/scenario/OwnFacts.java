package alvh.planner.scenario;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.pricing.Dividends;

/**
 * What the user's files say of single stocks, by symbol; a name that is missing here is unknown.
 *
 * @param dividends expected cash dividends, from the snapshot's {@code asOf}
 * @param borrowFees dollars a year per dollar sold short
 */
public record OwnFacts(SortedMap<String, Dividends> dividends, SortedMap<String, Double> borrowFees) {

    public static final OwnFacts NONE = new OwnFacts(new TreeMap<>(), new TreeMap<>());

    public OwnFacts {
        dividends = Collections.unmodifiableSortedMap(new TreeMap<>(dividends));
        borrowFees = Collections.unmodifiableSortedMap(new TreeMap<>(borrowFees));
    }

    public static OwnFacts ofDividends(SortedMap<String, Dividends> dividends) {
        return new OwnFacts(dividends, new TreeMap<>());
    }
}
