package alvh.planner.signal;

import java.util.Arrays;
import java.util.List;

/**
 * V3 (methodology F9): the MACD histogram of SPX rolls over when it crosses below zero, or falls on three closes in a row
 * from a positive peak of at least one standard deviation (63 days) of itself. The vote stands while that fall is not
 * broken by a rise.
 */
final class MacdRollover {

    private static final int WARM_UP = 120;
    private static final int SD_DAYS = 63;
    private static final int CLOSES = 3;

    private MacdRollover() {}

    static Signal of(History history) {
        Series spx = history.closes("SPX");
        String missing = spx.shortOf(WARM_UP);
        if (missing != null) {
            return Signal.missing(SignalId.MACD, missing);
        }
        double[] histogram = Arrays.copyOf(history.studies().macdHistogram("SPX"), spx.size());
        double now = histogram[histogram.length - 1];
        int falls = Indicators.falls(histogram);
        double peak = histogram[histogram.length - 1 - falls];
        double deviation = Indicators.deviation(Arrays.copyOf(histogram, histogram.length - falls), SD_DAYS);
        boolean crossed = falls > 0 && now < 0 && peak >= 0;
        boolean fell = falls >= CLOSES && peak > 0 && peak >= deviation;
        return new Signal(SignalId.MACD, now, crossed || fell ? 1 : 0,
                reading(now, falls, peak, deviation, crossed, fell),
                history.ageOfClose(), List.of(new Signal.Input("histogram", now, "points"),
                        new Signal.Input("peak", peak, "points"), new Signal.Input("sd 63", deviation, "points")),
                null);
    }

    private static String reading(double now, int falls, double peak, double deviation, boolean crossed, boolean fell) {
        if (crossed) {
            return Words.text("histogram %.2f crossed below zero: rolled over", now);
        }
        if (fell) {
            return Words.text("histogram fell on %d closes from a peak of %.2f: rolled over", falls, peak);
        }
        return falls == 0
                ? Words.text("histogram %.2f, rising", now)
                : Words.text("histogram %.2f, fell on %d of 3 closes from %.2f (a peak is %.2f)", now, falls, peak,
                        deviation);
    }
}
