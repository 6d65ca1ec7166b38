package alvh.simulator.market;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo's market must give its signals the reasons that the demo tells; formulas of methodology 1.2 (F5-F9). */
class DemoStoryTest {

    private final Market market = Market.open(Worlds.demo());

    private double[] closes(String symbol) {
        return market.dailyBars(InstrumentKey.of(symbol)).closes();
    }

    private static double[] ema(double[] x, int n) {
        double[] out = new double[x.length];
        double seed = 0;
        for (int i = 0; i < x.length; i++) {
            if (i < n) {
                seed += x[i] / n;
                out[i] = seed;
            } else {
                out[i] = out[i - 1] + 2.0 / (n + 1) * (x[i] - out[i - 1]);
            }
        }
        return out;
    }

    @Test
    void theMacdHistogramFellOnThreeClosesFromAProperPeak() {
        double[] spx = closes("SPX");
        double[] fast = ema(spx, 12);
        double[] slow = ema(spx, 26);
        double[] macd = new double[spx.length];
        for (int i = 0; i < spx.length; i++) {
            macd[i] = fast[i] - slow[i];
        }
        double[] signal = ema(macd, 9);
        int n = spx.length;
        List<Double> histogram = new ArrayList<>();
        for (int i = n - 63; i < n; i++) {
            histogram.add(macd[i] - signal[i]);
        }
        double mean = histogram.stream().mapToDouble(h -> h).average().orElseThrow();
        double sd = Math.sqrt(histogram.stream().mapToDouble(h -> (h - mean) * (h - mean)).sum() / 62);
        assertThat(histogram.get(62)).isLessThan(histogram.get(61)).isPositive();
        assertThat(histogram.get(61)).isLessThan(histogram.get(60));
        assertThat(histogram.get(60)).isLessThan(histogram.get(59));
        assertThat(histogram.get(59)).isGreaterThanOrEqualTo(sd);
    }

    @Test
    void equalWeightsLagBehindWhileSpxIsNearItsHigh() {
        double[] rsp = closes("RSP");
        double[] spy = closes("SPY");
        double[] ratio = new double[rsp.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = rsp[i] / spy[i];
        }
        double[] ten = ema(ratio, 10);
        double[] twentyOne = ema(ratio, 21);
        int n = ratio.length;
        assertThat(ten[n - 1]).isLessThan(twentyOne[n - 1]).isLessThan(ten[n - 2]);
        assertThat(ten[n - 2]).isLessThan(ten[n - 3]);
        assertThat(ten[n - 3]).isLessThan(ten[n - 4]);
        double[] spx = closes("SPX");
        double high = 0;
        for (int i = n - 63; i < n; i++) {
            high = Math.max(high, spx[i]);
        }
        assertThat(spx[n - 1]).isGreaterThan(0.96 * high);
    }

    @Test
    void disneyIsOversold() {
        double[] x = closes("DIS");
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < x.length; i++) {
            double up = Math.max(0, x[i] - x[i - 1]);
            double down = Math.max(0, x[i - 1] - x[i]);
            gain = i <= 14 ? gain + up / 14 : (13 * gain + up) / 14;
            loss = i <= 14 ? loss + down / 14 : (13 * loss + down) / 14;
        }
        assertThat(100 - 100 / (1 + gain / loss)).isBetween(15.0, 25.0);
    }

    @Test
    void betasOfTheBookHaveExpanded() {
        double[] weights = {79, 70, 15, 57, 101};
        String[] names = {"AAPL", "DIS", "JPM", "KO", "NVDA"};
        double expansion = 0;
        for (int i = 0; i < names.length; i++) {
            double[] fast = beta(closes(names[i]), closes("SPX"), 10);
            double[] slow = beta(closes(names[i]), closes("SPX"), Double.POSITIVE_INFINITY);
            expansion += weights[i] / 322 * (shrunk(fast) - shrunk(slow));
        }
        assertThat(expansion).isBetween(0.15, 0.32);
    }

    private static double shrunk(double[] betaAndError) {
        double w = 0.16 / (0.16 + betaAndError[1] * betaAndError[1]);
        return w * betaAndError[0] + 1 - w;
    }

    /** Weighted regression over 252 sessions: beta and its standard error. */
    private static double[] beta(double[] y, double[] x, double halfLife) {
        int n = y.length;
        double sw = 0;
        double sww = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int k = 0; k < 252; k++) {
            int i = n - 1 - k;
            double w = Math.pow(0.5, k / halfLife);
            double rx = Math.log(x[i] / x[i - 1]);
            double ry = Math.log(y[i] / y[i - 1]);
            sw += w;
            sww += w * w;
            sx += w * rx;
            sy += w * ry;
            sxx += w * rx * rx;
            sxy += w * rx * ry;
            syy += w * ry * ry;
        }
        double vx = sxx / sw - sx * sx / sw / sw;
        double cov = sxy / sw - sx * sy / sw / sw;
        double vy = syy / sw - sy * sy / sw / sw;
        double beta = cov / vx;
        double effective = sw * sw / sww;
        return new double[]{beta, Math.sqrt(Math.max(0, vy - beta * cov) / vx / (effective - 2))};
    }

    @Test
    void volatilityIsCalmEnoughForNoOtherVote() {
        double vix = market.tape(InstrumentKey.of("VIX")).last();
        double[] past = closes("VIX");
        assertThat(vix / market.tape(InstrumentKey.of("VIX3M")).last()).isBetween(0.88, 0.94);
        assertThat(vix - past[past.length - 5]).isLessThan(3);
        assertThat(market.tape(InstrumentKey.of("VVIX")).last()).isLessThan(110);
    }
}
