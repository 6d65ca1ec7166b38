package alvh.planner.company;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The user's fundamentals by symbol; empty means "no file", which is shown. */
public record Companies(SortedMap<String, Company> bySymbol) {

    public static final Companies NONE = new Companies(new TreeMap<>());

    public Companies {
        bySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(bySymbol));
    }

    /** Everything unknown where the file does not name the symbol. */
    public Company of(String symbol) {
        return bySymbol.getOrDefault(symbol, Company.unknown(symbol));
    }

    /** The user's sector by symbol, where given. */
    public SortedMap<String, String> sectors() {
        SortedMap<String, String> sectors = new TreeMap<>();
        bySymbol.forEach((symbol, company) -> {
            if (company.sector() != null) {
                sectors.put(symbol, company.sector());
            }
        });
        return sectors;
    }
}
