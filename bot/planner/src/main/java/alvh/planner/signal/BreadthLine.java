package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A line of breadth with its averages and its vote day by day (methodology F8), over all days there are; nothing of a day
 * depends on later ones.
 *
 * @param line ADL or the proxy ratio
 * @param net NA/(A+D) by day, empty for the proxy
 * @param spx closes of SPX on the same days
 * @param on whether the vote stands after that day
 * @param good how many days from the first on are sane and have their close of SPX
 */
record BreadthLine(String name, List<LocalDate> dates, double[] line, double[] net, double[] spx, double[] fast,
        double[] slow, boolean[] on, int good, double weight) {

    /** Days before the first judged one: EMA21 and its warm-up. */
    static final int WARM_UP = 42;
    private static final double NEAR_HIGH = 0.96;
    private static final int HIGH_DAYS = 63;
    private static final double NEGATIVE = -0.10;
    private static final double THRUST_FROM = 0.40;
    private static final double THRUST_TO = 0.615;
    private static final double[] NONE = {};

    /** The sum of recorded advances less declines. */
    static BreadthLine recorded(Studies studies) {
        List<LocalDate> dates = studies.dates(AdvanceDecline.SYMBOL);
        double[] advances = studies.advances(AdvanceDecline.SYMBOL);
        double[] declines = studies.declines(AdvanceDecline.SYMBOL);
        int n = dates.size();
        double[] level = new double[n];
        double[] share = new double[n];
        double[] spx = new double[n];
        int good = 0;
        for (int i = 0; i < n; i++) {
            double day = advances[i] - declines[i];
            level[i] = (i == 0 ? 0 : level[i - 1]) + day;
            share[i] = day / (advances[i] + declines[i]);
            int at = Collections.binarySearch(studies.dates("SPX"), dates.get(i));
            spx[i] = at >= 0 ? studies.closes("SPX")[at] : Double.NaN;
            boolean sane = at >= 0 && new AdvanceDecline((int) advances[i], (int) declines[i]).sane();
            good = sane && good == i ? i + 1 : good;
        }
        return of("AD line", dates, level, share, spx, good, 1);
    }

    /** RSP over SPY, on days that both and SPX have. */
    static BreadthLine proxy(Studies studies) {
        List<LocalDate> dates = new ArrayList<>(studies.dates("RSP"));
        dates.retainAll(Set.copyOf(studies.dates("SPY")));
        dates.retainAll(Set.copyOf(studies.dates("SPX")));
        double[] ratio = new double[dates.size()];
        double[] spx = new double[dates.size()];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = on(studies, "RSP", dates.get(i)) / on(studies, "SPY", dates.get(i));
            spx[i] = on(studies, "SPX", dates.get(i));
        }
        return of("RSP/SPY", List.copyOf(dates), ratio, NONE, spx, ratio.length, 0.5);
    }

    private static double on(Studies studies, String symbol, LocalDate date) {
        return studies.closes(symbol)[Collections.binarySearch(studies.dates(symbol), date)];
    }

    private static BreadthLine of(String name, List<LocalDate> dates, double[] line, double[] net, double[] spx,
            int good, double weight) {
        boolean[] on = new boolean[line.length];
        var whole = new BreadthLine(name, dates, line, net, spx, Indicators.ema(line, 10), Indicators.ema(line, 21), on,
                good, weight);
        whole.judge();
        return whole;
    }

    private void judge() {
        boolean stands = false;
        int above = 0;
        for (int i = WARM_UP - 1; i < good; i++) {
            above = line[i] > slow[i] ? above + 1 : 0;
            stands = (stands || rolledOver(i)) && above < 3 && !thrust(i);
            on[i] = stands;
        }
    }

    private boolean rolledOver(int i) {
        boolean falling = fast[i] < fast[i - 1] && fast[i - 1] < fast[i - 2] && fast[i - 2] < fast[i - 3];
        return falling && line[i] < slow[i] && (nearHigh(i) || negative(i));
    }

    /** SPX within 4 % of its 63-day high of closes. */
    boolean nearHigh(int i) {
        double high = Arrays.stream(spx, Math.max(0, i + 1 - HIGH_DAYS), i + 1).max().orElse(Double.NaN);
        return spx[i] >= NEAR_HIGH * high;
    }

    private boolean negative(int i) {
        if (net.length == 0) {
            return false;
        }
        double sum = 0;
        for (int k = i - 9; k <= i; k++) {
            sum += net[k];
        }
        return sum / 10 < NEGATIVE;
    }

    /** A thrust of the other sign cancels: ten-day mean of A/(A+D) from below 0.40 to above 0.615 within ten days. */
    private boolean thrust(int i) {
        if (net.length == 0 || advancing(i) <= THRUST_TO) {
            return false;
        }
        for (int k = i - 1; k >= i - 10; k--) {
            if (advancing(k) < THRUST_FROM) {
                return true;
            }
        }
        return false;
    }

    private double advancing(int i) {
        double sum = 0;
        for (int k = i - 9; k <= i; k++) {
            sum += (1 + net[k]) / 2;
        }
        return sum / 10;
    }

    /** SPX above its EMA50 with the line below its own, after {@code days} of them. */
    boolean belowWhileSpxIsAbove(int days) {
        double[] own = Indicators.ema(Arrays.copyOf(line, days), 50);
        double[] market = Indicators.ema(Arrays.copyOf(spx, days), 50);
        return line[days - 1] < own[days - 1] && spx[days - 1] > market[days - 1];
    }
}
