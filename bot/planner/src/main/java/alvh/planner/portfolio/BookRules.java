package alvh.planner.portfolio;

import java.util.SortedSet;
import java.util.TreeSet;

import alvh.planner.money.Usd;

/**
 * What a user may turn of the recogniser (methodology 3.1).
 *
 * @param indexStructures SPX and XSP structures may pay for hedges
 * @param securingCash US dollar cash that can secure short puts (strike x 100 each), or zero
 * @param blacklist underlyings that are never income structures
 */
public record BookRules(boolean indexStructures, Usd securingCash, SortedSet<String> blacklist) {

    public static BookRules of(boolean indexStructures, Usd securingCash) {
        return new BookRules(indexStructures, securingCash, new TreeSet<>());
    }
}
