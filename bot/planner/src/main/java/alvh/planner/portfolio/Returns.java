package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import alvh.planner.market.DailyBars;

/**
 * Daily log returns of a name beside those of SPX, day by day of SPX (methodology F1). Day i is the i-th SPX bar; its
 * returns are those from day i - 1; the name's is NaN where one of its two closes is missing.
 */
public final class Returns {

    private final LocalDate[] dates;
    private final double[] market;
    private final double[] name;
    private final int firstDay;

    private Returns(LocalDate[] dates, double[] market, double[] name, int firstDay) {
        this.dates = dates;
        this.market = market;
        this.name = name;
        this.firstDay = firstDay;
    }

    public static Returns of(DailyBars name, DailyBars spx) {
        Map<LocalDate, Double> closes = new HashMap<>();
        name.bars().forEach(bar -> closes.put(bar.date(), bar.close()));
        List<DailyBars.Bar> bars = spx.bars();
        int n = bars.size();
        LocalDate[] dates = new LocalDate[n];
        double[] market = new double[n];
        double[] returns = new double[n];
        int first = n;
        for (int i = 0; i < n; i++) {
            dates[i] = bars.get(i).date();
            Double is = closes.get(dates[i]);
            Double was = i == 0 ? null : closes.get(dates[i - 1]);
            market[i] = i == 0 ? Double.NaN : log(bars.get(i - 1).close(), bars.get(i).close());
            returns[i] = was == null || is == null ? Double.NaN : log(was, is);
            first = is != null ? Math.min(first, i) : first;
        }
        return new Returns(dates, market, returns, first);
    }

    private static double log(double was, double is) {
        return was > 0 && is > 0 ? StrictMath.log(is / was) : Double.NaN;
    }

    /** The last {@code sessions} returns of the name up to a close, oldest first, NaN where missing. */
    public double[] last(LocalDate asOf, int sessions) {
        int to = end(asOf);
        return Arrays.copyOfRange(name, Math.max(0, to - sessions), to);
    }

    private int end(LocalDate asOf) {
        int at = Arrays.binarySearch(dates, asOf);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /**
     * The days up to a close on which both have a return, oldest first.
     *
     * @param before SPX return of the session before each of them, {@code after} of the session after, NaN when not yet
     *        known at the close
     * @param possible sessions since the name's first close that could have given a return
     */
    record Window(double[] name, double[] market, double[] before, double[] after, int possible) {

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

    Window window(LocalDate asOf, int sessions) {
        int to = end(asOf);
        int from = Math.max(Math.max(1, firstDay + 1), to - sessions);
        int n = 0;
        for (int i = from; i < to; i++) {
            n += known(i) ? 1 : 0;
        }
        Window window = new Window(new double[n], new double[n], new double[n], new double[n],
                Math.max(0, to - from));
        int row = 0;
        for (int i = from; i < to; i++) {
            if (known(i)) {
                window.name()[row] = name[i];
                window.market()[row] = market[i];
                window.before()[row] = market[i - 1];
                window.after()[row] = i + 1 < to ? market[i + 1] : Double.NaN;
                row++;
            }
        }
        return window;
    }

    private boolean known(int day) {
        return !Double.isNaN(name[day]) && !Double.isNaN(market[day]);
    }
}
