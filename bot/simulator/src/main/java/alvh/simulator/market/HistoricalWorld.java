package alvh.simulator.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.money.Usd;

/**
 * A world that walks through days that were: bars before the start become its history, those after it lead the prices.
 * What daily files do not tell (VVIX, the other VIX indices, option volatilities) follows the model.
 */
public final class HistoricalWorld {

    private static final int YEAR = 252;
    private static final int RECENT = 60;
    private static final double SPY_TO_SPX = 10;
    private static final double USUAL_VVIX = 96;

    private HistoricalWorld() {}

    /** Bars from lines {@code date,open,high,low,close} under a heading; a line that is none: IllegalArgumentException. */
    public static List<DailyBars.Bar> bars(List<String> lines) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] f = line.split(",");
            try {
                bars.add(new DailyBars.Bar(LocalDate.parse(f[0]), Double.parseDouble(f[1]), Double.parseDouble(f[2]),
                        Double.parseDouble(f[3]), Double.parseDouble(f[4])));
            } catch (java.time.DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        "not a daily bar: '" + line + "'; expected date,open,high,low,close", e);
            }
        }
        return bars;
    }

    /**
     * @param series bars by symbol; VIX and one of SPX and SPY (then SPX is ten times SPY) are needed; the rest are names
     * @param start exchange time of the first moment, with at least a year of bars before its date
     */
    public static WorldSpec of(Map<String, List<DailyBars.Bar>> series, Instant start, long seed) {
        Map<String, List<DailyBars.Bar>> all = new TreeMap<>(series);
        if (!all.containsKey("SPX") && all.containsKey("SPY")) {
            all.put("SPX", all.get("SPY").stream().map(HistoricalWorld::tenfold).toList());
        }
        if (!all.containsKey("SPX") || !all.containsKey("VIX")) {
            throw new IllegalArgumentException("a historical world needs VIX and SPX or SPY; got " + series.keySet());
        }
        LocalDate first = start.atZone(SessionCalendar.NEW_YORK).toLocalDate();
        Map<String, List<DailyBars.Bar>> past = new TreeMap<>();
        Map<LocalDate, Map<String, DailyBars.Bar>> ahead = new TreeMap<>();
        all.forEach((symbol, bars) -> {
            past.put(symbol, bars.stream().filter(b -> b.date().isBefore(first)).toList());
            bars.stream().filter(b -> !b.date().isBefore(first))
                    .forEach(b -> ahead.computeIfAbsent(b.date(), d -> new TreeMap<>()).put(symbol, b));
        });
        double vix = last(past, "VIX");
        double vix3m = vix + 0.35 * (17.5 - vix) + 1.2;
        List<WorldSpec.Name> names = new ArrayList<>();
        past.forEach((symbol, bars) -> {
            if (!symbol.equals("SPX") && !symbol.equals("VIX")) {
                names.add(name(symbol, bars, past.get("SPX")));
            }
        });
        List<ScriptedDay> days = ahead.entrySet().stream().map(e -> new ScriptedDay(e.getKey(), e.getValue())).toList();
        return new WorldSpec("DUSIM0001", start, seed,
                new WorldSpec.Levels(last(past, "SPX"), vix, vix - 0.5, vix3m, vix3m + 1.2, USUAL_VVIX, 1_450, 1_400),
                names, List.of(), Usd.ofDollars(100_000), 0.02, WorldSpec.Recent.QUIET, past, days);
    }

    private static DailyBars.Bar tenfold(DailyBars.Bar b) {
        return new DailyBars.Bar(b.date(), b.open() * SPY_TO_SPX, b.high() * SPY_TO_SPX, b.low() * SPY_TO_SPX,
                b.close() * SPY_TO_SPX);
    }

    private static double last(Map<String, List<DailyBars.Bar>> past, String symbol) {
        List<DailyBars.Bar> bars = past.get(symbol);
        if (bars.size() <= YEAR) {
            throw new IllegalArgumentException(
                    symbol + " has " + bars.size() + " bars before the start; expected more than "
                            + YEAR);
        }
        return bars.get(bars.size() - 1).close();
    }

    /** Beta and residual of the last year, implied volatility a tenth above the realised of the last quarter. */
    private static WorldSpec.Name name(String symbol, List<DailyBars.Bar> bars, List<DailyBars.Bar> spx) {
        Map<LocalDate, Double> market = new TreeMap<>();
        for (int i = 1; i < spx.size(); i++) {
            market.put(spx.get(i).date(), StrictMath.log(spx.get(i).close() / spx.get(i - 1).close()));
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double recent = 0;
        int n = bars.size();
        for (int i = n - YEAR; i < n; i++) {
            double r = StrictMath.log(bars.get(i).close() / bars.get(i - 1).close());
            double m = market.getOrDefault(bars.get(i).date(), 0.0);
            xx += m * m;
            xy += m * r;
            yy += r * r;
            recent += i >= n - RECENT ? r * r : 0;
        }
        double beta = xy / xx;
        double residual = StrictMath.sqrt(Math.max(0, yy - beta * xy));
        double vol = 1.1 * StrictMath.sqrt(recent / RECENT * YEAR);
        boolean fund = symbol.equals("SPY") || symbol.equals("IWM") || symbol.equals("RSP");
        return new WorldSpec.Name(symbol, symbol, last(Map.of(symbol, bars), symbol), Math.max(0.10, vol), beta,
                residual, 0.015, fund);
    }
}
