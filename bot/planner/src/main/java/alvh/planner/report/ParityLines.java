package alvh.planner.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import alvh.planner.plan.MarketReport;
import alvh.planner.pricing.Parity;
import alvh.planner.scenario.ParityReading;

/** The parity monitor as data and sentences (methodology F20, S48, S49). */
final class ParityLines {
    private ParityLines() {}

    /** Greatest edge first; what is noise is not here. */
    static List<MarketReport.Pair> pairs(ParityReading parity) {
        return parity.pairs().stream()
                .map(pair -> new MarketReport.Pair(pair.expiry().tradingClass(), pair.expiry().settlement(),
                        pair.strikeMilli() / 1000.0, pair.against(), pair.conversion(), pair.reversal(),
                        pair.violation(), pair.rejected()))
                .sorted(Comparator.comparingDouble((MarketReport.Pair pair) -> -Math.rint(pair.edge() * 1e9))
                        .thenComparing(MarketReport.Pair::root).thenComparing(MarketReport.Pair::expiry)
                        .thenComparingDouble(MarketReport.Pair::strike))
                .toList();
    }

    static List<MarketReport.Box> boxes(ParityReading parity, double configured) {
        return parity.boxes().stream().map(box -> new MarketReport.Box(box.expiry().tradingClass(),
                box.expiry().settlement(), box.rate(), configured)).toList();
    }

    static List<String> words(ParityReading parity, double configured) {
        var lines = new ArrayList<String>();
        long rejected = parity.pairs().stream().filter(ParityReading.Pair::rejected).count();
        lines.add(String.format(Locale.ROOT,
                "parity: %d pairs compared with their underlying, %d with an edge of %.2f or more, %d rejected; an edge "
                        + "is a sign of a stale quote and is never traded",
                parity.checked(), parity.pairs().size(), Parity.NOISE, rejected));
        parity.pairs().forEach(pair -> lines.add((pair.rejected() ? "rejected: " : "seen: ") + pair.because()));
        parity.futures().forEach(future -> lines.add("rejected: " + future.because()));
        for (ParityReading.Box box : parity.boxes()) {
            lines.add(Double.isNaN(box.rate())
                    ? box.expiry() + ": no box rate, fewer than six strikes have both quotes"
                    : String.format(Locale.ROOT, "%s: the widest boxes imply a rate of %.2f %%, %.2f %% is configured",
                            box.expiry(), 100 * box.rate(), 100 * configured));
        }
        return lines;
    }
}
