package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Betas against a library's regressions, and methodology 8.1 item 9. */
class BetasTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 2);

    static DailyBars bars(String symbol, double[] closes) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        LocalDate date = START;
        for (double close : closes) {
            bars.add(new DailyBars.Bar(date, close, close, close, close));
            date = TradingCalendar.nyse().next(date);
        }
        return new DailyBars(InstrumentKey.of(symbol), bars);
    }

    private static LocalDate last(DailyBars bars) {
        return bars.bars().get(bars.size() - 1).date();
    }

    private static double[] market(int n, Random random) {
        double[] closes = new double[n];
        closes[0] = 5000;
        for (int i = 1; i < n; i++) {
            closes[i] = closes[i - 1] * Math.exp(0.01 * random.nextGaussian());
        }
        return closes;
    }

    private static double[] name(double[] market, double beta, double idio, Random random) {
        double[] closes = new double[market.length];
        closes[0] = 100;
        for (int i = 1; i < market.length; i++) {
            closes[i] = closes[i - 1]
                    * Math.exp(beta * Math.log(market[i] / market[i - 1]) + idio * random.nextGaussian());
        }
        return closes;
    }

    private static double ret(double[] closes, int i) {
        return Math.log(closes[i] / closes[i - 1]);
    }

    @Test
    void MP09_betaOfAnIdenticalSeriesIsOne() {
        double[] market = market(300, new Random(1));
        DailyBars spx = bars("SPX", market);
        Beta beta = Betas.of("X", bars("X", market), spx, last(spx));
        assertThat(beta.fast()).isCloseTo(1, within(1e-9));
        assertThat(beta.medium()).isCloseTo(1, within(1e-9));
        assertThat(beta.slow()).isCloseTo(1, within(1e-9));
        assertThat(beta.rSquared()).isCloseTo(1, within(1e-9));
    }

    @Test
    void MP09_aHopelessErrorGivesThePrior() {
        assertThat(Betas.vasicek(2.7, Double.POSITIVE_INFINITY)).isEqualTo(1.0);
        assertThat(Betas.vasicek(2.7, 1e9)).isCloseTo(1.0, within(1e-9));
        assertThat(Betas.vasicek(2.0, 0.40)).as("as unsure as the prior").isCloseTo(1.5, within(1e-12));
        assertThat(Betas.vasicek(2.0, 0)).isEqualTo(2.0);
    }

    @Test
    void slowAndMediumAreOrdinaryLeastSquares() {
        Random random = new Random(2);
        double[] market = market(300, random);
        double[] stock = name(market, 1.4, 0.012, random);
        DailyBars spx = bars("SPX", market);
        Beta beta = Betas.of("X", bars("X", stock), spx, last(spx));
        SimpleRegression slow = simple(market, stock, 252);
        SimpleRegression medium = simple(market, stock, 60);
        assertThat(beta.slowError()).isCloseTo(slow.getSlopeStdErr(), within(1e-12));
        assertThat(beta.rSquared()).isCloseTo(slow.getRSquare(), within(1e-12));
        assertThat(beta.slow()).isCloseTo(Betas.vasicek(slow.getSlope(), slow.getSlopeStdErr()), within(1e-12));
        assertThat(beta.medium()).isCloseTo(Betas.vasicek(medium.getSlope(), medium.getSlopeStdErr()), within(1e-12));
        assertThat(beta.observations()).isEqualTo(252);
        assertThat(beta.dimson()).isFalse();
    }

    private static SimpleRegression simple(double[] market, double[] stock, int count) {
        SimpleRegression regression = new SimpleRegression();
        for (int i = market.length - count; i < market.length; i++) {
            regression.addData(ret(market, i), ret(stock, i));
        }
        return regression;
    }

    @Test
    void fastIsAnExponentiallyWeightedSlopeAndFindsABreakSooner() {
        Random random = new Random(3);
        double[] market = market(300, random);
        double[] calm = name(market, 0.8, 0.004, random);
        double[] stock = calm.clone();
        for (int i = 280; i < 300; i++) {
            stock[i] = stock[i - 1] * Math.exp(2.0 * ret(market, i) + 0.004 * random.nextGaussian());
        }
        DailyBars spx = bars("SPX", market);
        Beta beta = Betas.of("X", bars("X", stock), spx, last(spx));
        double sw = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 48; i < 300; i++) {
            double w = Math.pow(0.5, (299 - i) / 10.0);
            sw += w;
            sx += w * ret(market, i);
            sy += w * ret(stock, i);
            sxx += w * ret(market, i) * ret(market, i);
            sxy += w * ret(market, i) * ret(stock, i);
        }
        double slope = (sxy - sx * sy / sw) / (sxx - sx * sx / sw);
        assertThat(beta.fast()).isCloseTo(Betas.vasicek(slope, beta.fastError()), within(1e-9));
        assertThat(beta.fast() - beta.slow()).isGreaterThan(0.4);
    }

    @Test
    void aThinNameGetsItsLeadsAndLags() {
        Random random = new Random(4);
        double[] market = market(300, random);
        double[] stock = new double[300];
        stock[0] = 50;
        for (int i = 1; i < 300; i++) {
            double lagged = i > 1 ? 0.5 * ret(market, i - 1) : 0;
            stock[i] = i % 10 == 0 ? stock[i - 1] : stock[i - 1] * Math.exp(0.7 * ret(market, i) + lagged);
        }
        DailyBars spx = bars("SPX", market);
        Beta beta = Betas.of("X", bars("X", stock), spx, last(spx));
        int from = 48;
        int n = 251;
        double[] y = new double[n];
        double[][] x = new double[n][];
        for (int i = 0; i < n; i++) {
            y[i] = ret(stock, from + i);
            x[i] = new double[]{ret(market, from + i - 1), ret(market, from + i), ret(market, from + i + 1)};
        }
        OLSMultipleLinearRegression oracle = new OLSMultipleLinearRegression();
        oracle.newSampleData(y, x);
        double[] b = oracle.estimateRegressionParameters();
        double[][] v = oracle.estimateRegressionParametersVariance();
        double variance = 0;
        for (int r = 1; r < 4; r++) {
            for (int c = 1; c < 4; c++) {
                variance += v[r][c];
            }
        }
        double error = Math.sqrt(variance * oracle.estimateErrorVariance());
        assertThat(beta.dimson()).isTrue();
        assertThat(beta.slowError()).isCloseTo(error, within(1e-9));
        assertThat(beta.slow()).isCloseTo(Betas.vasicek(b[1] + b[2] + b[3], error), within(1e-9));
    }

    @Test
    void nothingAfterTheCloseIsRead() {
        Random random = new Random(5);
        double[] market = market(300, random);
        double[] stock = name(market, 1.1, 0.01, random);
        DailyBars spx = bars("SPX", market);
        LocalDate asOf = spx.bars().get(279).date();
        Beta then = Betas.of("X", bars("X", java.util.Arrays.copyOf(stock, 280)), bars("SPX",
                java.util.Arrays.copyOf(market, 280)), asOf);
        assertThat(Betas.of("X", bars("X", stock), spx, asOf)).isEqualTo(then);
    }

    @Test
    void tooFewOrTooManyMissingIsUnknownWithAReasonAndAConservativeDefault() {
        Random random = new Random(6);
        double[] market = market(300, random);
        DailyBars spx = bars("SPX", market);
        DailyBars full = bars("X", name(market, 1, 0.01, random));
        DailyBars young = new DailyBars(full.key(), full.bars().subList(250, 300));
        Beta few = Betas.of("X", young, spx, last(spx));
        assertThat(few.missing()).isEqualTo("49 daily returns of X, needs 60");
        assertThat(few.slow()).isEqualTo(1.2);
        assertThat(few.idiosyncraticShare()).isEqualTo(0.7);
        List<DailyBars.Bar> holes = new ArrayList<>(full.bars());
        for (int i = 280; i > 100; i -= 6) {
            holes.remove(i);
        }
        assertThat(Betas.of("X", new DailyBars(full.key(), holes), spx, last(spx)).missing())
                .contains("days of X missing, at most 10 %");
        assertThat(Betas.of("X", null, spx, last(spx)).missing()).isEqualTo("no daily bars of X");
    }

    @Test
    void hedgeableShareIsSmallForALooselyTiedName() {
        Beta loose = new Beta("X", 1, 1, 1, 0.1, 0.1, 0.30, 252, false, null);
        assertThat(loose.hedgeableShare()).isCloseTo(0.1633, within(1e-4));
        assertThat(Beta.index("SPX").hedgeableShare()).isEqualTo(1);
        assertThat(Beta.index("SPX").idiosyncraticShare()).isZero();
    }

    @Test
    void aSectorsBetaIsThePriorAndStandsWhereNothingIsKnown() {
        assertThat(Betas.vasicek(2.0, 0.40, 1.4)).as("half way to the prior").isCloseTo(1.7, within(1e-12));
        assertThat(Betas.vasicek(2.0, Double.POSITIVE_INFINITY, 1.4)).isEqualTo(1.4);
        Betas.Hints hints = new Betas.Hints(0.6, false);
        assertThat(Betas.of("X", null, null, java.time.LocalDate.of(2026, 3, 10), hints).slow()).isEqualTo(0.6);
        assertThat(Betas.of("X", null, null, java.time.LocalDate.of(2026, 3, 10)).slow())
                .isEqualTo(Beta.DEFAULT_BETA);
    }
}
