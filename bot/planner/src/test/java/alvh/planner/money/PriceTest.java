package alvh.planner.money;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PriceTest {

    private static final PriceIncrements VIX = PriceIncrements.of("0.01", "3", "0.05");
    private static final PriceIncrements SPX = PriceIncrements.of("0.05", "3", "0.10");
    private static final PriceIncrements XSP = PriceIncrements.of("0.01");

    @Test
    void aPriceBecomesMoneyThroughTheMultiplier() {
        assertThat(Price.of("0.77").cost(100, 3)).isEqualTo(Usd.of("231"));
        assertThat(Price.of("-0.15").cost(100, 1)).isEqualTo(Usd.of("-15"));
        assertThatThrownBy(() -> Price.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Must-pass 5 of methodology 8.1. */
    @Test
    void MP05_buysRoundDownToTheTick() {
        assertThat(VIX.down(Price.of("2.996"))).isEqualTo(Price.of("2.99"));
        assertThat(VIX.down(Price.of("3.02"))).isEqualTo(Price.of("3.00"));
        assertThat(SPX.down(Price.of("3.07"))).isEqualTo(Price.of("3.00"));
        assertThat(XSP.down(Price.of("3.07"))).isEqualTo(Price.of("3.07"));
    }

    @Test
    void salesRoundUp() {
        assertThat(VIX.up(Price.of("2.991"))).isEqualTo(Price.of("3.00"));
        assertThat(VIX.up(Price.of("3.02"))).isEqualTo(Price.of("3.05"));
        assertThat(VIX.up(Price.of("3.05"))).isEqualTo(Price.of("3.05"));
    }

    @Test
    void creditsUseTheirMagnitudeAndTheirSign() {
        assertThat(VIX.down(Price.of("-3.02"))).isEqualTo(Price.of("-3.05"));
        assertThat(VIX.up(Price.of("-3.02"))).isEqualTo(Price.of("-3.00"));
        assertThat(VIX.incrementE4(Price.of("-3.02"))).isEqualTo(500);
    }

    @Test
    void theEdgeBelongsToTheUpperGrid() {
        assertThat(VIX.incrementE4(Price.of("3.00"))).isEqualTo(500);
        assertThat(VIX.incrementE4(Price.of("2.9999"))).isEqualTo(100);
    }
}
