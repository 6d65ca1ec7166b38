package alvh.planner.scenario;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ScenariosTest {

    @Test
    void weightsSumToOneToTheLastDigit() {
        BigDecimal sum = Scenarios.base().stream().map(shock -> BigDecimal.valueOf(shock.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("1.0000");
    }

    @ParameterizedTest
    @CsvSource({"A, 0.03, -2.5, .100, 7", "B, 0.01, -1.0, .330, 7", "C, 0, -0.3, .260, 7", "D, -0.01, 1.3, .160, 7",
            "E, -0.025, 3.0, .056, 7", "F, -0.04, 4.5, .053, 7", "G, -0.06, 10, .0136, 7", "H, -0.085, 14, .006, 7",
            "I, -0.12, 24, .004, 7", "J, -0.04, 20, .0015, 1", "K, -0.015, 8, .004, 7", "L, -0.08, 5, .006, 28",
            "M, 0, 0, .004, 7", "N, -0.015, 2.5, .0019, 7"})
    void atSeventeenTheTableComesBack(String id, double spx, double points, double weight, int days) {
        Shock shock = Scenarios.base().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
        assertThat(shock.spxReturn()).isEqualTo(spx);
        assertThat(shock.weight()).isEqualTo(weight);
        assertThat(shock.horizonDays()).isEqualTo(days);
        assertThat(VixResponse.shockedVix(17, shock.vixPoints())).isEqualTo(17 + points);
    }

    @Test
    void nameAndSectorMovesAreTheirOwn() {
        assertThat(Scenarios.base()).extracting(Shock::nameReturn).containsOnly(0.0, -0.20);
        assertThat(Scenarios.base()).extracting(Shock::sectorReturn).containsOnly(0.0, -0.12);
        assertThat(Scenarios.calm().id()).isEqualTo("C");
    }

    /** Elasticities of 5.6 at the bins' middles, half-way between two of them, and flat outside. */
    @ParameterizedTest
    @CsvSource({"5, 12", "11, 12", "12.75, 11.75", "14.5, 11.5", "16.25, 10", "18, 8.5", "22.5, 5.7", "30, 3.8",
            "36, 2.95", "42, 2.1", "80, 2.1"})
    void elasticityIsInterpolated(double vix, double expected) {
        assertThat(VixResponse.elasticity(vix)).isCloseTo(expected, within(1e-12));
    }

    /** From 30 the same shock moves ln VIX by 3.8/E(17) of what it does from 17; E(17) = 11.5 - 3 x 2.5/3.5. */
    @Test
    void highVixMovesLess() {
        double atSeventeen = 11.5 - 3 * 2.5 / 3.5;
        double expected = 30 * Math.exp(Math.log(27 / 17.0) * 3.8 / atSeventeen);
        assertThat(VixResponse.shockedVix(30, 10)).isCloseTo(expected, within(1e-12));
        assertThat(VixResponse.shockedVix(70, 60)).isLessThanOrEqualTo(85);
        assertThat(VixResponse.shockedVix(17, 150)).isEqualTo(85);
        assertThat(VixResponse.shockedVix(90, 10)).isEqualTo(90);
    }

    /** The checks printed beside the formula of 5.5. */
    @Test
    void vvixAnswersAsObserved() {
        assertThat(VixResponse.shockedVvix(95, 10)).isEqualTo(120);
        assertThat(VixResponse.shockedVvix(95, 30)).isEqualTo(155);
        assertThat(VixResponse.shockedVvix(95, -5)).isEqualTo(95);
        assertThat(VixResponse.shockedVvix(180, 40)).isEqualTo(210);
        assertThat(VixResponse.shockedVvix(126, 20)).isEqualTo(176);
    }

    @Test
    void screenFallsDeepenAndVixFollowsItsElasticity() {
        List<Shock> screen = Scenarios.screen();
        assertThat(screen).extracting(Shock::spxReturn).containsExactly(-0.03, -0.06, -0.10, -0.20, -0.30, 0.0);
        double elasticity = VixResponse.elasticity(17);
        assertThat(VixResponse.shockedVix(17, screen.get(0).vixPoints()))
                .isCloseTo(17 * Math.exp(elasticity * 0.03), within(1e-9));
        assertThat(VixResponse.shockedVix(25, screen.get(1).vixPoints()))
                .isCloseTo(25 * Math.exp(VixResponse.elasticity(25) * 0.06), within(1e-9));
        assertThat(VixResponse.shockedVix(17, screen.get(4).vixPoints())).isEqualTo(85);
        assertThat(screen.get(5).vixPoints()).isZero();
        assertThat(screen).extracting(Shock::weight).containsOnly(0.0);
    }

    /** From its own start level each replay gives the VIX of history. */
    @ParameterizedTest
    @CsvSource({"0, 13.47, 37.32", "1, 14.38, 82.69", "2, 16.36, 38.57", "3, 21.51, 52.33"})
    void replaysGiveBackTheirEpisode(int index, double before, double after) {
        assertThat(VixResponse.shockedVix(before, Scenarios.replays().get(index).vixPoints()))
                .isCloseTo(after, within(1e-9));
    }

    @Test
    void shocksThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Shock.market("X", -1, 0, 0, 7, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shock.market("X", 0, -17, 0, 7, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shock.market("X", 0, Double.NaN, 0, 7, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Shock.market("X", 0, 0, 1.1, 7, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
