package alvh.planner.pricing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class VixCurveTest {

    private static final VixCurve CURVE = new VixCurve(16, new double[]{0.05, 0.15, 0.25}, new double[]{17, 19, 19.5});

    @Test
    void linearFromSpotFlatBeyondTheLast() {
        assertThat(CURVE.forward(0)).isEqualTo(16);
        assertThat(CURVE.forward(-1)).isEqualTo(16);
        assertThat(CURVE.forward(0.025)).isCloseTo(16.5, within(1e-12));
        assertThat(CURVE.forward(0.05)).isCloseTo(17, within(1e-12));
        assertThat(CURVE.forward(0.10)).isCloseTo(18, within(1e-12));
        assertThat(CURVE.forward(0.9)).isEqualTo(19.5);
    }

    /** The model column of methodology 5.5, to its printed digits. */
    @ParameterizedTest
    @CsvSource({"3, 0.75", "6, 0.71", "12, 0.63", "18, 0.57", "26, 0.51", "34, 0.46", "45, 0.40", "75, 0.30",
            "105, 0.24", "135, 0.20", "165, 0.17", "225, 0.135"})
    void betaFallsWithTime(double days, double expected) {
        assertThat(VixCurve.beta(days / 365)).isCloseTo(expected, within(0.006));
    }

    @Test
    void shockRollsDownThenAddsBetaTimesTheMove() {
        double expected = 17 + 0.80 / 1.4 * 10;
        assertThat(CURVE.shocked(0.15, 0.10, 10)).isCloseTo(expected, within(1e-12));
        assertThat(CURVE.shocked(0.05, 0.10, 10)).isCloseTo(24, within(1e-12));
        assertThat(CURVE.shocked(0.05, 0.05, -12)).isEqualTo(9);
    }

    @Test
    void refusesACurveThatIsNone() {
        assertThatThrownBy(() -> new VixCurve(Double.NaN, new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VixCurve(16, new double[]{0.2, 0.1}, new double[]{17, 18}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
