package alvh.planner.signal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;

/**
 * Indicators of whole series, each computed once for all closes that are looked at. Every value depends on its own day and
 * earlier ones alone: who stands at a close reads these arrays up to its day and no further ({@link History} cuts them).
 * Not for several threads.
 */
final class Studies {

    private final MarketSnapshot market;
    private final Map<String, Object> kept = new HashMap<>();

    Studies(MarketSnapshot market) {
        this.market = market;
    }

    private List<DailyBars.Bar> bars(String symbol) {
        DailyBars bars = market.bars().get(InstrumentKey.of(symbol));
        return bars == null ? List.of() : bars.bars();
    }

    List<LocalDate> dates(String symbol) {
        return once("dates " + symbol, () -> bars(symbol).stream().map(DailyBars.Bar::date).toList());
    }

    /** How many bars there are up to and with a day. */
    int upTo(String symbol, LocalDate day) {
        int at = Collections.binarySearch(dates(symbol), day);
        return at >= 0 ? at + 1 : -at - 1;
    }

    double[] closes(String symbol) {
        return values("close " + symbol, symbol, DailyBars.Bar::close);
    }

    /** Of AD-NYSE's recorded days. */
    double[] advances(String symbol) {
        return values("high " + symbol, symbol, DailyBars.Bar::high);
    }

    double[] declines(String symbol) {
        return values("low " + symbol, symbol, DailyBars.Bar::low);
    }

    private double[] values(String name, String symbol, ToDoubleFunction<DailyBars.Bar> field) {
        return once(name, () -> bars(symbol).stream().mapToDouble(field).toArray());
    }

    double[] rsi(String symbol) {
        return once("rsi " + symbol, () -> Indicators.rsi(closes(symbol)));
    }

    double[] macdHistogram(String symbol) {
        return once("macd " + symbol, () -> Indicators.macdHistogram(closes(symbol)));
    }

    /** By the index of the bar on which each became known. */
    Map<Integer, Indicators.Divergence> divergences(String symbol) {
        return once("divergences " + symbol, () -> {
            Map<Integer, Indicators.Divergence> known = new HashMap<>();
            Indicators.divergences(closes(symbol)).forEach(found -> known.put(found.known(), found));
            return known;
        });
    }

    /** The recorded advance/decline line, and its proxy. */
    BreadthLine recordedBreadth() {
        return once("recorded breadth", () -> BreadthLine.recorded(this));
    }

    BreadthLine proxyBreadth() {
        return once("proxy breadth", () -> BreadthLine.proxy(this));
    }

    @SuppressWarnings("unchecked") // each name has one type, that of its only caller above
    private <T> T once(String name, Supplier<T> make) {
        Object value = kept.get(name);
        if (value == null) {
            value = make.get();
            kept.put(name, value);
        }
        return (T) value;
    }
}
