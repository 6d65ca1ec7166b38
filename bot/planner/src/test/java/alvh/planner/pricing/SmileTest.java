package alvh.planner.pricing;

import java.util.function.DoubleUnaryOperator;

import alvh.planner.market.Right;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SmileTest {

    private static final double YEARS = 45 / 365.0;
    private static final double RATE = 0.04;
    private static final double FORWARD = 19;

    /** Quotes round prices made with a known smile in ln(K/F). */
    private static OptionQuotes chain(double[] strikes, double halfSpread, DoubleUnaryOperator smile) {
        double[][] sides = new double[4][strikes.length];
        for (int i = 0; i < strikes.length; i++) {
            double vol = smile.applyAsDouble(Math.log(strikes[i] / FORWARD));
            for (int side = 0; side < 4; side++) {
                double price = Black76.price(FORWARD, strikes[i], YEARS, vol, RATE, side < 2 ? Right.CALL : Right.PUT);
                sides[side][i] = price + (side % 2 == 0 ? -halfSpread : halfSpread);
            }
        }
        return new OptionQuotes(strikes, sides[0], sides[1], sides[2], sides[3]);
    }

    @Test
    void fivePointsGiveBackTheParabola() {
        double scale = Math.sqrt(45 / 30.0);
        DoubleUnaryOperator truth = m -> 0.80 + 0.35 * m / scale + 0.20 * m / scale * m / scale;
        Smile smile = SmileFit.fit(chain(new double[]{15, 17, 19, 21, 24, 28, 33}, 0.02, truth), FORWARD, YEARS, RATE,
                0.01);
        assertThat(smile.shape()).isEqualTo(Smile.Shape.QUADRATIC);
        for (double strike = 15; strike <= 33; strike += 0.5) {
            double m = Math.log(strike / FORWARD);
            assertThat(smile.vol(m)).isCloseTo(truth.applyAsDouble(m), within(1e-9));
        }
    }

    @Test
    void wingsAreFlatBeyondTheLastGoodStrike() {
        DoubleUnaryOperator truth = m -> 0.80 + 0.30 * m;
        Smile smile = SmileFit.fit(chain(new double[]{15, 17, 19, 21, 24, 28}, 0.02, truth), FORWARD, YEARS, RATE,
                0.01);
        assertThat(smile.vol(FORWARD, 60)).isCloseTo(smile.vol(FORWARD, 28), within(1e-12));
        assertThat(smile.vol(FORWARD, 9)).isCloseTo(smile.vol(FORWARD, 15), within(1e-12));
        assertThat(smile.vol(FORWARD, 28)).isGreaterThan(smile.vol(FORWARD, 24));
    }

    @Test
    void fewPointsGiveALineOnePointALevelNoneNothing() {
        DoubleUnaryOperator truth = m -> 0.80 + 0.30 * m;
        Smile line = SmileFit.fit(chain(new double[]{18, 22}, 0.02, truth), FORWARD, YEARS, RATE, 0.01);
        assertThat(line.shape()).isEqualTo(Smile.Shape.LINEAR);
        assertThat(line.vol(FORWARD, 20)).isCloseTo(truth.applyAsDouble(Math.log(20 / FORWARD)), within(1e-9));
        Smile level = SmileFit.fit(chain(new double[]{22}, 0.02, truth), FORWARD, YEARS, RATE, 0.01);
        assertThat(level.shape()).isEqualTo(Smile.Shape.FLAT);
        assertThat(level.vol(0)).isCloseTo(truth.applyAsDouble(Math.log(22 / FORWARD)), within(1e-9));
        assertThat(SmileFit.fit(chain(new double[]{22}, 2, truth), FORWARD, YEARS, RATE, 0.01)).isNull();
        assertThat(SmileFit.fit(chain(new double[0], 2, truth), FORWARD, YEARS, RATE, 0.01)).isNull();
    }

    /** A far quote that is wide in volatility must hardly move a fit through tight ones. */
    @Test
    void wideQuotesWeighLittle() {
        double[] strikes = {15, 17, 19, 21, 24, 28};
        double[] vols = {0.8, 0.8, 0.8, 0.8, 0.8, 1.2};
        double[] spreads = {0.01, 0.01, 0.01, 0.01, 0.01, 1.0};
        Smile smile = SmileFit.fit(FORWARD, YEARS, strikes, vols, spreads);
        assertThat(smile.vol(0)).isCloseTo(0.8, within(1e-3));
    }

    /** Methodology 5.4: at VVIX 95 and 30 days 0.8075 at the money; a strike 20 % above adds 0.55 ln(1.2) of it. */
    @Test
    void defaultVixSmileByTheBook() {
        Smile smile = Smile.vixDefault(30, 95);
        assertThat(smile.vol(0)).isCloseTo(0.8075, within(1e-12));
        assertThat(smile.vol(20, 24)).isCloseTo(0.8075 * (1 + 0.55 * Math.log(1.2)), within(1e-12));
        assertThat(smile.vol(20, 16)).isCloseTo(0.8075 * (1 + 0.90 * Math.log(0.8)), within(1e-12));
        assertThat(smile.vol(20, 5)).isCloseTo(0.30 * 0.8075, within(1e-12));
        Smile later = Smile.vixDefault(120, 95);
        double atm = 0.8075 * Math.pow(0.25, 0.20);
        assertThat(later.vol(0)).isCloseTo(atm, within(1e-12));
        assertThat(later.vol(20, 24)).isCloseTo(atm * (1 + 0.5 * 0.55 * Math.log(1.2)), within(1e-12));
    }

    @Test
    void defaultSpxSkewByTheBook() {
        double years = 60 / 365.0;
        Smile smile = Smile.spxDefault(years, 18, 6000, 6030);
        assertThat(smile.vol(6030, 5700)).isCloseTo(0.18 - 0.42 * Math.log(5700 / 6000.0), within(1e-12));
        assertThat(smile.vol(6030, 6000)).isCloseTo(0.18, within(1e-12));
        assertThat(smile.vol(6030, 9000)).isCloseTo(0.30 * 0.18, within(1e-12));
    }

    @Test
    void nameSmileSlopesDownFromItsOnePoint() {
        Smile smile = SmileFit.fit(FORWARD, YEARS, new double[]{17}, new double[]{0.40}, new double[]{0.01})
                .slopedLikeAName();
        assertThat(smile.vol(FORWARD, 17)).isCloseTo(0.40, within(1e-12));
        assertThat(smile.vol(FORWARD, 15)).isCloseTo(0.40 - 0.35 * Math.log(15 / 17.0), within(1e-12));
        assertThat(Smile.nameDefault(0.4).vol(0)).isEqualTo(0.4);
    }
}
