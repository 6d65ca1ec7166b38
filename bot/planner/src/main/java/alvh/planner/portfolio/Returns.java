package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;

/**
 * Daily log returns of a name beside those of SPX, over the last sessions before a close (methodology F1): days on which
 * one of both is missing are dropped from both.
 *
 * @param name returns of the name, oldest first; {@code market} the same days of SPX
 * @param before SPX return of the session before each of them, {@code after} of the session after (NaN at the end)
 * @param possible sessions that could have given a return
 */
record Returns(double[] name, double[] market, double[] before, double[] after, int possible) {

    private record Row(double name, double market, double before, double after) {}

    /** @param sessions at most this many returns, ending with the one of {@code asOf} */
    static Returns of(DailyBars name, DailyBars spx, LocalDate asOf, int sessions) {
        Map<LocalDate, Double> closes = new TreeMap<>();
        name.bars().forEach(bar -> closes.put(bar.date(), bar.close()));
        List<DailyBars.Bar> market = spx.bars().stream().filter(bar -> !bar.date().isAfter(asOf)).toList();
        LocalDate first = name.bars().isEmpty() ? LocalDate.MAX : name.bars().get(0).date();
        List<Row> rows = new ArrayList<>();
        int possible = 0;
        for (int i = Math.max(1, market.size() - sessions); i < market.size(); i++) {
            LocalDate from = market.get(i - 1).date();
            if (from.isBefore(first)) {
                continue;
            }
            possible++;
            Double was = closes.get(from);
            Double is = closes.get(market.get(i).date());
            if (was != null && is != null && was > 0 && is > 0) {
                rows.add(new Row(StrictMath.log(is / was), change(market, i), change(market, i - 1),
                        change(market, i + 1)));
            }
        }
        return new Returns(rows.stream().mapToDouble(Row::name).toArray(),
                rows.stream().mapToDouble(Row::market).toArray(), rows.stream().mapToDouble(Row::before).toArray(),
                rows.stream().mapToDouble(Row::after).toArray(), possible);
    }

    private static double change(List<DailyBars.Bar> bars, int i) {
        return i < 1 || i >= bars.size()
                ? Double.NaN
                : StrictMath.log(bars.get(i).close() / bars.get(i - 1).close());
    }

    int size() {
        return name.length;
    }

    /** Share of days on which the name did not move: more than 5 % is thin trading. */
    double zeroShare() {
        int zeros = 0;
        for (double r : name) {
            zeros += r == 0 ? 1 : 0;
        }
        return zeros / (double) name.length;
    }
}
