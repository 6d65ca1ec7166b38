package alvh.simulator.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels of everything that has a level of its own, at one moment. Positions in the array are fixed for a world: the
 * index family first, then the names as the spec lists them. Points; for breadth, issues.
 */
final class Board {

    static final int SPX = 0;
    static final int VIX = 1;
    static final int VIX9D = 2;
    static final int VIX3M = 3;
    static final int VIX6M = 4;
    static final int VVIX = 5;
    static final int ADVANCES = 6;
    static final int DECLINES = 7;
    static final int FIRST_NAME = 8;
    private static final List<String> FAMILY = List.of("SPX", "VIX", "VIX9D", "VIX3M", "VIX6M", "VVIX", "ADVANCES",
            "DECLINES");

    private final Map<String, Integer> places;
    private final double[] levels;

    private Board(Map<String, Integer> places, double[] levels) {
        this.places = places;
        this.levels = levels;
    }

    static Board of(WorldSpec spec) {
        List<String> symbols = new ArrayList<>(FAMILY);
        spec.names().forEach(name -> symbols.add(name.symbol()));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            places.put(symbols.get(i), i);
        }
        WorldSpec.Levels at = spec.levels();
        double[] levels = new double[symbols.size()];
        double[] family = {at.spx(), at.vix(), at.vix9d(), at.vix3m(), at.vix6m(), at.vvix(), at.advances(),
                at.declines()};
        System.arraycopy(family, 0, levels, 0, family.length);
        for (int i = 0; i < spec.names().size(); i++) {
            levels[FIRST_NAME + i] = spec.names().get(i).price();
        }
        return new Board(places, levels);
    }

    Board copy() {
        return new Board(places, Arrays.copyOf(levels, levels.length));
    }

    int size() {
        return levels.length;
    }

    double at(int place) {
        return levels[place];
    }

    void set(int place, double level) {
        levels[place] = level;
    }

    /** -1 when the symbol has no level of its own. */
    int place(String symbol) {
        return places.getOrDefault(symbol, -1);
    }

    boolean knows(String symbol) {
        return symbol.equals("XSP") || symbol.equals("VRO") || place(symbol) >= 0;
    }

    /** Level by symbol; XSP is a tenth of SPX, VRO stands at VIX. NaN for what has no level. */
    double level(String symbol) {
        return switch (symbol) {
            case "XSP" -> levels[SPX] / 10;
            case "VRO" -> levels[VIX];
            default -> places.containsKey(symbol) ? levels[places.get(symbol)] : Double.NaN;
        };
    }

    /** The same board with one level replaced. */
    Board with(String symbol, double level) {
        Board changed = copy();
        if (symbol.equals("XSP")) {
            changed.levels[SPX] = level * 10;
        } else if (place(symbol) >= 0) {
            changed.levels[place(symbol)] = level;
        }
        return changed;
    }
}
