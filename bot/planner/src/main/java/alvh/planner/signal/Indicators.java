package alvh.planner.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Moving averages, MACD, Wilder RSI and its divergences (methodology F6, F9). Arrays run with time, oldest first. */
final class Indicators {

    static final int RSI_PERIOD = 14;
    private static final int WING = 5;
    private static final int NEAREST = 5;
    private static final int FURTHEST = 60;

    private Indicators() {}

    /** Alpha 2/(n+1), seeded by the simple mean of the first n; NaN before it. Leading NaNs are skipped. */
    static double[] ema(double[] values, int n) {
        double[] ema = new double[values.length];
        Arrays.fill(ema, Double.NaN);
        int start = 0;
        while (start < values.length && Double.isNaN(values[start])) {
            start++;
        }
        int seed = start + n - 1;
        if (seed >= values.length) {
            return ema;
        }
        double sum = 0;
        for (int i = start; i <= seed; i++) {
            sum += values[i];
        }
        ema[seed] = sum / n;
        double alpha = 2.0 / (n + 1);
        for (int i = seed + 1; i < values.length; i++) {
            ema[i] = ema[i - 1] + alpha * (values[i] - ema[i - 1]);
        }
        return ema;
    }

    /** Histogram of MACD(12, 26, 9): EMA12 - EMA26 less its EMA9; NaN while warming up. */
    static double[] macdHistogram(double[] closes) {
        double[] fast = ema(closes, 12);
        double[] slow = ema(closes, 26);
        double[] macd = new double[closes.length];
        for (int i = 0; i < closes.length; i++) {
            macd[i] = fast[i] - slow[i];
        }
        double[] signal = ema(macd, 9);
        double[] histogram = new double[closes.length];
        for (int i = 0; i < closes.length; i++) {
            histogram[i] = macd[i] - signal[i];
        }
        return histogram;
    }

    /** Wilder's RSI(14), 0 to 100; the first value at index 14. No losses give 100, no moves at all 50. */
    static double[] rsi(double[] closes) {
        double[] rsi = new double[closes.length];
        Arrays.fill(rsi, Double.NaN);
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < closes.length; i++) {
            double change = closes[i] - closes[i - 1];
            double up = Math.max(0, change);
            double down = Math.max(0, -change);
            boolean seeding = i <= RSI_PERIOD;
            gain = seeding ? gain + up / RSI_PERIOD : (gain * (RSI_PERIOD - 1) + up) / RSI_PERIOD;
            loss = seeding ? loss + down / RSI_PERIOD : (loss * (RSI_PERIOD - 1) + down) / RSI_PERIOD;
            if (i >= RSI_PERIOD) {
                rsi[i] = strength(gain, loss);
            }
        }
        return rsi;
    }

    private static double strength(double gain, double loss) {
        if (loss == 0) {
            return gain == 0 ? 50 : 100;
        }
        return 100 - 100 / (1 + gain / loss);
    }

    /**
     * A divergence between price and RSI.
     *
     * @param pivot index of the second pivot; {@code known} the index at which it is known, five bars later
     * @param extreme the first pivot's RSI is below 25 (above 75)
     */
    record Divergence(int first, int pivot, int known, boolean bullish, boolean extreme) {}

    /** All divergences that were known by the last bar, oldest first; each says when it became known. */
    static List<Divergence> divergences(double[] closes) {
        double[] rsi = rsi(closes);
        List<Divergence> found = new ArrayList<>();
        for (int second = WING; second < closes.length - WING; second++) {
            for (boolean bullish : new boolean[]{true, false}) {
                int first = pivot(closes, second, bullish) ? partner(closes, rsi, second, bullish) : -1;
                if (first >= 0) {
                    boolean extreme = bullish ? rsi[first] < 25 : rsi[first] > 75;
                    found.add(new Divergence(first, second, second + WING, bullish, extreme));
                }
            }
        }
        return found;
    }

    /** The lowest (highest) close of five bars either side. */
    private static boolean pivot(double[] closes, int at, boolean low) {
        for (int i = at - WING; i <= at + WING; i++) {
            if (i != at && (low ? closes[i] <= closes[at] : closes[i] >= closes[at])) {
                return false;
            }
        }
        return true;
    }

    /** The nearest earlier pivot, 5 to 60 bars back, from which price and RSI part; -1 when there is none. */
    private static int partner(double[] closes, double[] rsi, int second, boolean low) {
        int furthest = Math.max(WING, second - FURTHEST);
        for (int first = second - NEAREST; first >= furthest; first--) {
            boolean parts = low
                    ? closes[second] < closes[first] && rsi[second] > rsi[first] + 2 && rsi[first] <= 30
                    : closes[second] > closes[first] && rsi[second] < rsi[first] - 2 && rsi[first] >= 70;
            if (parts && pivot(closes, first, low)) {
                return first;
            }
        }
        return -1;
    }

    /** How many closes in a row the last values have fallen. */
    static int falls(double[] values) {
        int falls = 0;
        for (int i = values.length - 1; i > 0 && values[i] < values[i - 1]; i--) {
            falls++;
        }
        return falls;
    }

    /** Sample standard deviation of the last n values; NaN when there are fewer. */
    static double deviation(double[] values, int n) {
        if (values.length < n) {
            return Double.NaN;
        }
        double mean = 0;
        for (int i = values.length - n; i < values.length; i++) {
            mean += values[i] / n;
        }
        double sum = 0;
        for (int i = values.length - n; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return StrictMath.sqrt(sum / (n - 1));
    }

    static double max(double[] values, int n) {
        return Arrays.stream(values, Math.max(0, values.length - n), values.length).max().orElse(Double.NaN);
    }

    /** Realised volatility of the last 20 daily log returns, in points per year. */
    static double realised20(double[] closes) {
        if (closes.length < 21) {
            return Double.NaN;
        }
        double[] returns = new double[20];
        for (int i = 0; i < 20; i++) {
            int at = closes.length - 20 + i;
            returns[i] = StrictMath.log(closes[at] / closes[at - 1]);
        }
        return 100 * StrictMath.sqrt(252) * deviation(returns, 20);
    }
}
