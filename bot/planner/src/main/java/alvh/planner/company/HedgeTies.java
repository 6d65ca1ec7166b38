package alvh.planner.company;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.MarketSnapshot;

/** What market data say of the tie between a name and VIX (methodology F11): liquid options, a steady correlation. */
public final class HedgeTies {

    private static final int WINDOWS = 6;
    private static final int SESSIONS = 20;
    private static final int LEAST_PAIRS = 18;
    private static final int LEAST_QUOTES = 2;

    private HedgeTies() {}

    /**
     * The median of (ask - bid) / mid over the usable quotes of each name's options in the snapshot, as a decimal; a name
     * with fewer than two is left out.
     */
    public static SortedMap<String, Double> medianSpreads(MarketSnapshot market, Set<String> symbols, Duration oldest,
            boolean delayedAllowed) {
        SortedMap<String, List<Double>> spreads = new TreeMap<>();
        market.quotes().forEach((key, quote) -> {
            if (key.isOption() && symbols.contains(key.root())
                    && quote.fault(market.takenAt(), oldest, delayedAllowed) == null) {
                spreads.computeIfAbsent(key.root(), k -> new ArrayList<>()).add(quote.spread() / quote.mid());
            }
        });
        SortedMap<String, Double> medians = new TreeMap<>();
        spreads.forEach((symbol, list) -> {
            if (list.size() >= LEAST_QUOTES) {
                medians.put(symbol,
                        PriceEarnings.median(list.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        });
        return medians;
    }

    /**
     * Standard deviation (of a sample) of the correlations of daily log returns with changes of VIX in points, in the last
     * six windows of 20 sessions that do not overlap. NaN when a window has fewer than 18 pairs or does not vary.
     *
     * @param asOf the last complete close
     */
    public static double correlationSpread(DailyBars name, DailyBars vix, LocalDate asOf) {
        if (name == null || vix == null) {
            return Double.NaN;
        }
        Map<LocalDate, Double> closes = new HashMap<>();
        name.bars().forEach(bar -> closes.put(bar.date(), bar.close()));
        List<DailyBars.Bar> days = vix.bars().stream().filter(bar -> !bar.date().isAfter(asOf)).toList();
        int first = days.size() - WINDOWS * SESSIONS;
        if (first < 1) {
            return Double.NaN;
        }
        double[] correlations = new double[WINDOWS];
        for (int w = 0; w < WINDOWS; w++) {
            correlations[w] = correlation(days, closes, first + w * SESSIONS);
        }
        double mean = Arrays.stream(correlations).average().orElse(Double.NaN);
        double squares = Arrays.stream(correlations).map(c -> (c - mean) * (c - mean)).sum();
        return StrictMath.sqrt(squares / (WINDOWS - 1));
    }

    private static double correlation(List<DailyBars.Bar> days, Map<LocalDate, Double> closes, int from) {
        double[] x = new double[SESSIONS];
        double[] y = new double[SESSIONS];
        int n = 0;
        for (int i = from; i < from + SESSIONS; i++) {
            Double is = closes.get(days.get(i).date());
            Double was = closes.get(days.get(i - 1).date());
            if (is != null && was != null && is > 0 && was > 0) {
                x[n] = StrictMath.log(is / was);
                y[n++] = days.get(i).close() - days.get(i - 1).close();
            }
        }
        return n < LEAST_PAIRS ? Double.NaN : pearson(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(Double.NaN);
        double meanY = Arrays.stream(y).average().orElse(Double.NaN);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / StrictMath.sqrt(xx * yy) : Double.NaN;
    }
}
