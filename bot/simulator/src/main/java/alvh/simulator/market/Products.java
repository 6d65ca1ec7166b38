package alvh.simulator.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.money.PriceIncrements;

/** All classes of one world: the index family, and one option class for each name. */
final class Products {

    private static final PriceIncrements PENNY = PriceIncrements.of("0.01");
    private static final PriceIncrements PENNY_NICKEL = PriceIncrements.of("0.01", "3", "0.05");
    private static final PriceIncrements NICKEL_DIME = PriceIncrements.of("0.05", "3", "0.10");
    private static final PriceIncrements NICKEL = PriceIncrements.of("0.05");
    /** The broker's numbers for its price grids; invented, but one for each grid. */
    private static final Map<Integer, PriceIncrements> RULES = Map.of(26, PENNY, 109, PENNY_NICKEL, 110, NICKEL_DIME,
            239, NICKEL, 240, PENNY_NICKEL, 67, PENNY);
    /** Names with a number of their own for ever; others take the next free ones in order of the alphabet. */
    private static final List<String> KNOWN = List.of("AAPL", "DIS", "JPM", "KO", "NVDA", "XOM", "BAC", "WMT", "PFE",
            "CVX", "SPY", "RSP", "IBM", "IWM");
    private static final int FIRST_NAME = 8;
    private static final int LAST_NUMBER = 31;

    private final SortedMap<String, Product> byRoot = new TreeMap<>();
    private final Product[] byNumber = new Product[LAST_NUMBER + 1];

    Products(List<WorldSpec.Name> names) {
        add(option(1, "VIX", "VIX", true, 0.5, "240", PENNY_NICKEL));
        add(option(2, "VIXW", "VIX", true, 0.5, "67", PENNY));
        add(option(3, "SPX", "SPX", true, 5, "110", NICKEL_DIME));
        add(option(4, "SPXW", "SPX", false, 5, "110", NICKEL_DIME));
        add(option(5, "XSP", "XSP", false, 1, "67", PENNY));
        add(new Product(6, "VX", "VIX", "FUT", 1000, true, true, 1, "CFE", "239", NICKEL, 0.05));
        int next = FIRST_NAME + KNOWN.size();
        for (WorldSpec.Name name : names.stream().sorted((a, b) -> a.symbol().compareTo(b.symbol())).toList()) {
            int known = KNOWN.indexOf(name.symbol());
            int number = known >= 0 ? FIRST_NAME + known : next++;
            if (number > LAST_NUMBER) {
                throw new IllegalArgumentException("too many names in one world: no number left for " + name.symbol()
                        + "; at most " + (LAST_NUMBER - FIRST_NAME - KNOWN.size() + 1) + " besides " + KNOWN);
            }
            add(stockOption(number, name));
        }
    }

    private static Product option(int number, String root, String underlying, boolean am, double unit, String rule,
            PriceIncrements grid) {
        return new Product(number, root, underlying, "OPT", 100, am, true, unit, "SMART,CBOE", rule + "," + rule, grid,
                grid.rows().get(0).incrementE4() / 10_000.0);
    }

    private static Product stockOption(int number, WorldSpec.Name name) {
        boolean pennyEverywhere = name.etf();
        String rule = pennyEverywhere ? "67" : "109";
        return new Product(number, name.symbol(), name.symbol(), "OPT", 100, false, false, 0.5, "SMART,AMEX,CBOE,PHLX",
                String.join(",", rule, rule, rule, rule), pennyEverywhere ? PENNY : PENNY_NICKEL, 0.01);
    }

    private void add(Product product) {
        byRoot.put(product.root(), product);
        byNumber[product.number()] = product;
    }

    Optional<Product> byRoot(String root) {
        return Optional.ofNullable(byRoot.get(root));
    }

    Optional<Product> byNumber(int number) {
        return number < 0 || number > LAST_NUMBER ? Optional.empty() : Optional.ofNullable(byNumber[number]);
    }

    /** In order of their roots. */
    Collection<Product> all() {
        return byRoot.values();
    }

    /** Classes of one underlying and security type, in order of their roots. */
    List<Product> of(String underlying, String secType) {
        List<Product> found = new ArrayList<>();
        for (Product product : byRoot.values()) {
            if (product.underlying().equals(underlying) && product.secType().equals(secType)) {
                found.add(product);
            }
        }
        return found;
    }

    static Optional<PriceIncrements> rule(int id) {
        return Optional.ofNullable(RULES.get(id));
    }

    static PriceIncrements penny() {
        return PENNY;
    }
}
