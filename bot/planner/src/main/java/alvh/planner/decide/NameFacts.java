package alvh.planner.decide;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.company.Figure;
import alvh.planner.company.Fragility;
import alvh.planner.company.HedgeCredit;

/**
 * What a name's file and market say of it before anything is sized.
 *
 * @param figures P/E compression, P/CF, quick ratio, WACC, its change, price over DDM; empty for an index
 * @param windows IPO and lock-up windows in which it stands
 */
public record NameFacts(String symbol, HedgeCredit credit, Fragility fragility, List<Figure> figures,
        List<String> windows) {

    public NameFacts {
        figures = List.copyOf(figures);
        windows = List.copyOf(windows);
    }

    /** Credit by symbol (F11). */
    static SortedMap<String, Double> credits(SortedMap<String, NameFacts> names) {
        SortedMap<String, Double> credits = new TreeMap<>();
        names.forEach((symbol, facts) -> credits.put(symbol, facts.credit().credit()));
        return credits;
    }
}
