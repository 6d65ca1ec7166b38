package alvh.planner.pricing;

import alvh.planner.market.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BinomialTest {

    private final Binomial tree = new Binomial();

    /** Where early exercise is worth nothing, the tree must give the European price. */
    @Test
    void callWithoutDividendIsEuropean() {
        for (double strike = 70; strike <= 130; strike += 5) {
            double european = BlackScholes.price(100, strike, 0.5, 0.3, 0.05, 0, Right.CALL);
            assertThat(tree.price(100, strike, 0.5, 0.3, 0.05, 0, Right.CALL)).isCloseTo(european, within(1e-3));
        }
    }

    /** Strike 40, rate 6 %; the mean of Cox-Ross-Rubinstein trees of 4,000 and 4,001 steps, made
     * elsewhere. 101 dates of exercise instead of all cost up to 0.2 % of the price. */
    @ParameterizedTest
    @CsvSource({"36, 0.20, 1, 4.48669", "36, 0.20, 2, 4.84829", "36, 0.40, 1, 7.10915", "36, 0.40, 2, 8.51433",
            "38, 0.20, 1, 3.25724", "40, 0.20, 1, 2.31960", "40, 0.40, 2, 6.92353", "44, 0.20, 1, 1.11300",
            "44, 0.40, 2, 5.64695"})
    void americanPutsAgreeWithAMuchFinerTree(double spot, double vol, double years, double expected) {
        assertThat(tree.price(spot, 40, years, vol, 0.06, 0, Right.PUT)).isCloseTo(expected, within(2e-3 * expected));
    }

    @Test
    void deepPutIsExercisedAtOnce() {
        assertThat(tree.price(50, 100, 0.5, 0.2, 0.05, 0, Right.PUT)).isCloseTo(50, within(1e-9));
        assertThat(BlackScholes.price(50, 100, 0.5, 0.2, 0.05, 0, Right.PUT)).isLessThan(48);
    }

    /** A deep call is exercised just before the ex-date: never worth less than that. */
    @Test
    void dividendMakesTheCallWorthExercising() {
        double[] when = {0.1};
        double[] cash = {3};
        double american = tree.price(120, 100, 0.25, 0.2, 0.04, 0, when, cash, true);
        double european = BlackScholes.priceEscrowed(120, 100, 0.25, 0.2, 0.04, when, cash, Right.CALL);
        double exercisedBeforeTheDividend = 120 - 100 * Math.exp(-0.04 * 0.1);
        assertThat(american).isGreaterThan(european + 1).isGreaterThan(exercisedBeforeTheDividend - 0.1);
    }

    @Test
    void dividendsAfterExpiryDoNotCount() {
        double[] when = {0.5};
        double[] cash = {3};
        assertThat(BlackScholes.presentValue(when, cash, 0.25, 0.04)).isZero();
        assertThat(BlackScholes.presentValue(when, cash, 0.5, 0.04)).isCloseTo(3 * Math.exp(-0.02), within(1e-12));
    }

    @Test
    void expiredIsIntrinsic() {
        assertThat(tree.price(90, 100, 0, 0.2, 0.04, 0, Right.PUT)).isEqualTo(10);
    }
}
