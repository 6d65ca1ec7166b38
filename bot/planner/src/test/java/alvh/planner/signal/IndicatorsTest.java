package alvh.planner.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Methodology F6 and F9 against another library, by hand, and 8.1 item 8. */
class IndicatorsTest {

    private static final double[] WALK = Markets.walk(900, 5000, 0, 0.012, 11);

    private static ClosePriceIndicator closes(double[] values) {
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        Instant end = Instant.parse("2020-01-01T00:00:00Z");
        for (double value : values) {
            end = end.plus(Duration.ofDays(1));
            series.addBar(series.barBuilder().timePeriod(Duration.ofDays(1)).endTime(end).openPrice(value)
                    .highPrice(value).lowPrice(value).closePrice(value).volume(1).build());
        }
        return new ClosePriceIndicator(series);
    }

    @Test
    void rsiEmaAndMacdAgreeWithTa4jOnceWarm() {
        ClosePriceIndicator prices = closes(WALK);
        RSIIndicator rsi = new RSIIndicator(prices, 14);
        EMAIndicator ema = new EMAIndicator(prices, 21);
        MACDIndicator macd = new MACDIndicator(prices, 12, 26);
        EMAIndicator signal = new EMAIndicator(macd, 9);
        double[] ourRsi = Indicators.rsi(WALK);
        double[] ourEma = Indicators.ema(WALK, 21);
        double[] ours = Indicators.macdHistogram(WALK);
        for (int i = 600; i < WALK.length; i++) {
            assertThat(ourRsi[i]).isCloseTo(rsi.getValue(i).doubleValue(), within(1e-9));
            assertThat(ourEma[i]).isCloseTo(ema.getValue(i).doubleValue(), within(1e-8));
            assertThat(ours[i]).isCloseTo(macd.getValue(i).doubleValue() - signal.getValue(i).doubleValue(),
                    within(1e-8));
        }
    }

    @Test
    void theFirstRsiIsWildersMeanByHand() {
        // The worked table of Wilder's method that StockCharts prints: 14 changes, then smoothing.
        double[] closes = {44.34, 44.09, 44.15, 43.61, 44.33, 44.83, 45.10, 45.42, 45.84, 46.08, 45.89, 46.03, 45.61,
                46.28, 46.28, 46.00, 46.03};
        double[] rsi = Indicators.rsi(closes);
        assertThat(rsi[13]).isNaN();
        assertThat(rsi[14]).isCloseTo(70.46, within(0.01));
        assertThat(rsi[15]).isCloseTo(66.25, within(0.01));
        assertThat(rsi[16]).isCloseTo(66.48, within(0.01));
    }

    @Test
    void MP08_rsiOfFlatAndOneUpBar() {
        double[] flat = new double[15];
        Arrays.fill(flat, 100);
        assertThat(Indicators.rsi(flat)[14]).isEqualTo(50);
        double[] up = Arrays.copyOf(flat, 16);
        up[15] = 101;
        assertThat(Indicators.rsi(up)[15]).isEqualTo(100);
    }

    @Test
    void emaIsSeededByTheSimpleMean() {
        double[] ema = Indicators.ema(new double[]{1, 2, 3, 4, 8}, 3);
        assertThat(ema[1]).isNaN();
        assertThat(ema[2]).isEqualTo(2);
        assertThat(ema[3]).isEqualTo(3);
        assertThat(ema[4]).isEqualTo(5.5);
    }

    /** A steep fall, a bounce, a slower fall to a lower low: price lower, RSI higher. */
    private static double[] bullish() {
        double[] base = new double[40];
        for (int i = 0; i < 40; i++) {
            base[i] = 100 + (i % 2 == 0 ? 0.2 : -0.2);
        }
        double[] fall = new double[8];
        Arrays.fill(fall, -0.03);
        double[] bounce = new double[8];
        Arrays.fill(bounce, 0.012);
        double[] slow = new double[16];
        Arrays.fill(slow, -0.0075);
        double[] end = new double[7];
        Arrays.fill(end, 0.01);
        return Markets.then(Markets.then(Markets.then(Markets.then(base, fall), bounce), slow), end);
    }

    @Test
    void MP08_aDivergenceIsKnownFiveBarsAfterItsPivotAndNoSooner() {
        double[] closes = bullish();
        List<Indicators.Divergence> found = Indicators.divergences(closes);
        assertThat(found).hasSize(1);
        Indicators.Divergence divergence = found.get(0);
        assertThat(divergence.bullish()).isTrue();
        assertThat(divergence.pivot()).isEqualTo(71);
        assertThat(divergence.first()).isEqualTo(47);
        assertThat(divergence.known()).isEqualTo(76);
        assertThat(divergence.extreme()).isTrue();
        for (int n = 20; n <= closes.length; n++) {
            boolean known = !Indicators.divergences(Arrays.copyOf(closes, n)).isEmpty();
            assertThat(known).as("%d bars", n).isEqualTo(n - 1 >= 76);
        }
    }

    @Test
    void MP08_noDivergenceIsEverDatedEarlierThanItsPivotPlusFive() {
        for (long seed = 0; seed < 40; seed++) {
            double[] closes = Markets.walk(300, 100, 0, 0.02, seed);
            for (Indicators.Divergence divergence : Indicators.divergences(closes)) {
                assertThat(divergence.known()).isEqualTo(divergence.pivot() + 5);
                double[] before = Arrays.copyOf(closes, divergence.known());
                assertThat(Indicators.divergences(before)).noneMatch(d -> d.pivot() == divergence.pivot()
                        && d.bullish() == divergence.bullish());
            }
        }
    }
}
