package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;

/**
 * V2 (methodology F8): the advance/decline line rolls over while SPX is still near its high, or breadth is plainly
 * negative. Read from recorded AD-NYSE days, else from RSP/SPY as a proxy with half a vote.
 */
final class Breadth {

    /** Days before the first judged one: EMA21 and its warm-up. */
    private static final int WARM_UP = 42;
    private static final double NEAR_HIGH = 0.96;
    private static final double NEGATIVE = -0.10;
    private static final double THRUST_FROM = 0.40;
    private static final double THRUST_TO = 0.615;

    /**
     * The line up to the moment.
     *
     * @param line ADL or the proxy ratio
     * @param net NA/(A+D) by day, empty for the proxy
     * @param spx closes of SPX on the same days
     */
    record Line(String name, List<LocalDate> dates, double[] line, double[] net, double[] spx, double weight) {}

    private Breadth() {}

    static Signal of(History history) {
        Line line = line(history);
        if (line == null) {
            return Signal.missing(SignalId.BREADTH, why(history));
        }
        boolean on = false;
        int above = 0;
        double[] fast = Indicators.ema(line.line(), 10);
        double[] slow = Indicators.ema(line.line(), 21);
        for (int i = WARM_UP - 1; i < line.line().length; i++) {
            above = line.line()[i] > slow[i] ? above + 1 : 0;
            on = (on || rolledOver(line, fast, slow, i)) && above < 3 && !thrust(line, i);
        }
        int last = line.line().length - 1;
        return new Signal(SignalId.BREADTH, line.line()[last] - slow[last], on ? line.weight() : 0,
                reading(line, fast[last], slow[last], on), history.ageOfClose(),
                List.of(new Signal.Input(line.name(), line.line()[last], "line"),
                        new Signal.Input("EMA10", fast[last], "line"), new Signal.Input("EMA21", slow[last], "line")),
                null);
    }

    private static String why(History history) {
        String own = history.closes("AD-NYSE").shortOf(WARM_UP);
        String unread = history.market().missing().get(InstrumentKey.of("AD-NYSE"));
        if (own != null && unread != null) {
            own += " (" + unread + ")";
        }
        Series proxy = history.closes("RSP");
        return "AD-NYSE: " + (own == null ? "its bars are not recorded advances and declines" : own) + "; proxy: "
                + (proxy.shortOf(WARM_UP) != null ? proxy : history.closes("SPY")).shortOf(WARM_UP);
    }

    private static String reading(Line line, double fast, double slow, boolean on) {
        String where = line.line()[line.line().length - 1] < slow ? "below" : "above";
        return (line.weight() < 1 ? "AD-NYSE not available; " : "") + line.name() + " " + where + " EMA21, EMA10 "
                + (fast < slow ? "below EMA21" : "above EMA21") + (on ? ": rolled over" : "");
    }

    private static boolean rolledOver(Line line, double[] fast, double[] slow, int i) {
        boolean falling = fast[i] < fast[i - 1] && fast[i - 1] < fast[i - 2] && fast[i - 2] < fast[i - 3];
        return falling && line.line()[i] < slow[i] && (divergence(line, i) || negative(line, i));
    }

    /** SPX within 4 % of its 63-day high of closes. */
    private static boolean divergence(Line line, int i) {
        return line.spx()[i] >= NEAR_HIGH * Indicators.max(Arrays.copyOf(line.spx(), i + 1), 63);
    }

    private static boolean negative(Line line, int i) {
        if (line.net().length == 0) {
            return false;
        }
        double sum = 0;
        for (int k = i - 9; k <= i; k++) {
            sum += line.net()[k];
        }
        return sum / 10 < NEGATIVE;
    }

    /** A thrust of the other sign cancels: ten-day mean of A/(A+D) from below 0.40 to above 0.615 within ten days. */
    private static boolean thrust(Line line, int i) {
        if (line.net().length == 0 || advancing(line, i) <= THRUST_TO) {
            return false;
        }
        for (int k = i - 1; k >= i - 10; k--) {
            if (advancing(line, k) < THRUST_FROM) {
                return true;
            }
        }
        return false;
    }

    private static double advancing(Line line, int i) {
        double sum = 0;
        for (int k = i - 9; k <= i; k++) {
            sum += (1 + line.net()[k]) / 2;
        }
        return sum / 10;
    }

    /** Rolled over while SPX is near its high, or SPX above its EMA50 with the line below its own (for F17). */
    static boolean diverging(History history) {
        Line line = line(history);
        if (line == null || line.line().length < 50) {
            return false;
        }
        int last = line.line().length - 1;
        boolean below = line.line()[last] < Indicators.ema(line.line(), 50)[last];
        boolean above = line.spx()[last] > Indicators.ema(line.spx(), 50)[last];
        return below && above || of(history).vote() > 0 && divergence(line, last);
    }

    static boolean known(History history) {
        return line(history) != null;
    }

    private static Line line(History history) {
        Line own = own(history);
        return own != null ? own : proxy(history);
    }

    private static Line own(History history) {
        Series net = history.closes("AD-NYSE");
        Series spx = history.closes("SPX");
        if (net.shortOf(WARM_UP) != null || spx.missing() != null) {
            return null;
        }
        double[] advances = history.values("AD-NYSE", DailyBars.Bar::high).values();
        double[] declines = history.values("AD-NYSE", DailyBars.Bar::low).values();
        double[] level = new double[net.size()];
        double[] share = new double[net.size()];
        for (int i = 0; i < level.length; i++) {
            if (!new AdvanceDecline((int) advances[i], (int) declines[i]).sane()) {
                return null;
            }
            double day = advances[i] - declines[i];
            level[i] = (i == 0 ? 0 : level[i - 1]) + day;
            share[i] = day / (advances[i] + declines[i]);
        }
        double[] beside = beside(net.dates(), spx);
        return beside == null ? null : new Line("AD line", net.dates(), level, share, beside, 1);
    }

    private static Line proxy(History history) {
        Series equal = history.closes("RSP");
        Series spy = history.closes("SPY");
        Series spx = history.closes("SPX");
        if (equal.missing() != null || spy.missing() != null || spx.missing() != null) {
            return null;
        }
        List<LocalDate> dates = new ArrayList<>(equal.dates());
        dates.retainAll(Set.copyOf(spy.dates()));
        dates.retainAll(Set.copyOf(spx.dates()));
        if (dates.size() < WARM_UP) {
            return null;
        }
        double[] a = beside(dates, equal);
        double[] b = beside(dates, spy);
        double[] ratio = new double[dates.size()];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = a[i] / b[i];
        }
        return new Line("RSP/SPY", dates, ratio, new double[0], beside(dates, spx), 0.5);
    }

    /** The values of a series on these dates; null when one is missing. */
    private static double[] beside(List<LocalDate> dates, Series series) {
        double[] values = new double[dates.size()];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            while (at < series.size() && series.dates().get(at).isBefore(dates.get(i))) {
                at++;
            }
            if (at == series.size() || !series.dates().get(at).equals(dates.get(i))) {
                return null;
            }
            values[i] = series.values()[at];
        }
        return values;
    }
}
