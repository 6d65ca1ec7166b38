package alvh.planner.pricing;

import java.math.BigDecimal;
import java.util.SplittableRandom;

import alvh.planner.market.Right;
import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ImpliedVolTest {

    private static Implied.Reason refusal(double price, double forward, double strike, double years, Right right) {
        return ImpliedVol.of(price, forward, strike, years, 0.04, 0.05, right) instanceof Implied.None(var reason)
                ? reason
                : null;
    }

    @Test
    void everyRefusalHasItsReason() {
        assertThat(refusal(5.02, 25, 20, 0.0001, Right.CALL)).isEqualTo(Implied.Reason.AT_INTRINSIC);
        assertThat(refusal(0.02, 20, 40, 0.1, Right.CALL)).isEqualTo(Implied.Reason.AT_INTRINSIC);
        assertThat(refusal(20.5, 20, 22, 0.1, Right.CALL)).isEqualTo(Implied.Reason.ABOVE_BOUND);
        assertThat(refusal(22, 20, 22, 0.1, Right.PUT)).isEqualTo(Implied.Reason.ABOVE_BOUND);
        assertThat(refusal(1, 20, 22, 0, Right.CALL)).isEqualTo(Implied.Reason.EXPIRED);
        assertThat(refusal(1, 20, 22, -1, Right.CALL)).isEqualTo(Implied.Reason.EXPIRED);
        assertThat(refusal(Double.NaN, 20, 22, 0.1, Right.CALL)).isEqualTo(Implied.Reason.BAD_INPUT);
        assertThat(refusal(1, Double.NaN, 22, 0.1, Right.CALL)).isEqualTo(Implied.Reason.BAD_INPUT);
        assertThat(refusal(1, 20, -22, 0.1, Right.CALL)).isEqualTo(Implied.Reason.BAD_INPUT);
        assertThat(refusal(1, 20, 22, Double.NaN, Right.CALL)).isEqualTo(Implied.Reason.BAD_INPUT);
        assertThat(refusal(Double.POSITIVE_INFINITY, 20, 22, 0.1, Right.CALL)).isEqualTo(Implied.Reason.ABOVE_BOUND);
        assertThat(refusal(19.9, 20, 40, 0.1, Right.CALL)).isEqualTo(Implied.Reason.OUT_OF_RANGE);
        assertThat(refusal(0.03, 20, 20, 5, Right.CALL)).isEqualTo(Implied.Reason.OUT_OF_RANGE);
    }

    @Test
    void recoversTheVolatilityAndAgreesWithStrata() {
        SplittableRandom random = new SplittableRandom(54);
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            double forward = random.nextDouble(8, 90);
            double strike = forward * Math.exp(random.nextDouble(-1, 1));
            double years = random.nextDouble(0.003, 1.2);
            double vol = random.nextDouble(0.05, 2.5);
            Right right = strike >= forward ? Right.CALL : Right.PUT;
            double price = Black76.price(forward, strike, years, vol, 0, right);
            if (price < 1e-6) {
                continue;
            }
            Implied implied = ImpliedVol.of(price, forward, strike, years, 0, 0, right);
            assertThat(implied).isInstanceOf(Implied.Vol.class);
            double found = ((Implied.Vol) implied).vol();
            double slack = 1e-12 / Math.sqrt(years) + 4e-16 * price / vega(forward, strike, years, vol);
            assertThat(found).isCloseTo(vol, within(slack));
            assertThat(found).isCloseTo(BlackFormulaRepository.impliedVolatility(price, forward, strike, years,
                    right == Right.CALL), within(1e-7));
            compared++;
        }
        assertThat(compared).isGreaterThan(12_000);
    }

    private static double vega(double forward, double strike, double years, double vol) {
        return BlackFormulaRepository.vega(forward, strike, years, vol);
    }

    /** In-the-money prices lose digits to intrinsic value, and only those. */
    @Test
    void inTheMoneyIsTurnedOut() {
        double price = Black76.price(21.5, 15, 0.2, 0.9, 0.043, Right.CALL);
        Implied implied = ImpliedVol.of(price, 21.5, 15, 0.2, 0.043, 0.01, Right.CALL);
        assertThat(((Implied.Vol) implied).vol()).isCloseTo(0.9, within(1e-12));
    }

    /**
     * The whole grid of moneyness and total volatility against prices computed with 40 digits: 1e-12 in total volatility
     * wherever a rounding of the price moves it by less.
     */
    @Test
    void totalVolatilityToTwelveDigitsOverTheGrid() {
        int checked = 0;
        for (double x = 0; x >= -3; x -= 0.1875) {
            for (double s = 0.01; s <= 4; s *= 1.11) {
                if (x / s * (x / s) > 300) {
                    continue;
                }
                double price = HighPrecision.normalised(new BigDecimal(x), new BigDecimal(s)).doubleValue();
                double slope = Math.exp(-0.5 * (x / s * x / s + s * s / 4)) / Math.sqrt(2 * Math.PI);
                double roundingMoves = Math.ulp(price) / slope;
                if (roundingMoves < 1e-12) {
                    assertThat(TotalVol.solve(x, price)).as("x %s, s %s", x, s).isCloseTo(s, within(1e-12));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(600);
    }

    @Test
    void totalVolatilityRefusesWhatNoVolatilityGives() {
        assertThat(TotalVol.solve(-0.5, 0)).isNaN();
        assertThat(TotalVol.solve(-0.5, Math.exp(-0.25))).isNaN();
        assertThat(TotalVol.solve(0.5, 0.1)).isNaN();
        assertThat(TotalVol.solve(Double.NaN, 0.1)).isNaN();
    }
}
