package alvh.planner.scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Must-pass 15: the replays R1-R4 of methodology 6.4 day by day, on official closes and VX settlements. Expected results are
 * those printed in 6.4, which were computed elsewhere.
 */
class ReplayDaysTest {

    private static final double[] DELTAS = {0.50, 0.30};

    /** Loss of SPX and gain of the hedge at the close with the highest VIX. */
    @ParameterizedTest
    @ValueSource(strings = {"R1", "R2", "R3", "R4"})
    void MP15_theHedgeGainsWhereSpxLoses(String id) {
        Replay replay = Replay.of(id);
        assertThat(replay.peak().spx()).isLessThan(replay.first().spx());
        for (double delta : DELTAS) {
            ReplayBundle bundle = ReplayBundle.of(replay, delta);
            assertThat(bundle.value(replay.peak())).as("delta %s", delta).isGreaterThan(2 * bundle.cost());
            for (int layer = 0; layer < 3; layer++) {
                assertThat(bundle.multiple(layer, replay.peak())).as("delta %s layer %s", delta, layer)
                        .isGreaterThan(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"R1", "R2", "R3", "R4"})
    void MP15_thirtyDeltaPaysMoreThanFiftyDeltaPerDollar(String id) {
        Replay replay = Replay.of(id);
        ReplayBundle fifty = ReplayBundle.of(replay, 0.50);
        ReplayBundle thirty = ReplayBundle.of(replay, 0.30);
        assertThat(thirty.multiple(replay.peak())).isGreaterThan(fifty.multiple(replay.peak()));
        for (int layer = 0; layer < 3; layer++) {
            assertThat(thirty.multiple(layer, replay.peak())).as("layer %s", layer)
                    .isGreaterThan(fifty.multiple(layer, replay.peak()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"R1", "R2", "R3", "R4"})
    void MP15_theShortLayerPaysMostAndTheLongOneLeast(String id) {
        Replay replay = Replay.of(id);
        for (double delta : DELTAS) {
            ReplayBundle bundle = ReplayBundle.of(replay, delta);
            double at30 = bundle.multiple(0, replay.peak());
            double at110 = bundle.multiple(1, replay.peak());
            double at220 = bundle.multiple(2, replay.peak());
            assertThat(at30).as("delta %s", delta).isGreaterThan(at110);
            assertThat(at110).as("delta %s", delta).isGreaterThan(at220);
        }
    }

    /** The table "Replay results" of 6.4: dollars within 2.5 %, multiples (printed to one place) within 3 %. */
    @ParameterizedTest
    @CsvSource({"R3, 0.50, 1872, 8829, 4.7, 8.6, 3.0, 2.5", "R3, 0.30, 956, 6637, 6.9, 13.5, 4.0, 3.3",
            "R4, 0.50, 2649, 7931, 3.0, 4.6, 2.4, 1.6", "R4, 0.30, 1358, 5227, 3.9, 6.2, 3.1, 1.8"})
    void resultsAgreeWithTheTable(String id, double delta, double cost, double peak, double multiple, double at30,
            double at110, double at220) {
        Replay replay = Replay.of(id);
        ReplayBundle bundle = ReplayBundle.of(replay, delta);
        assertThat(bundle.cost()).isCloseTo(cost, withinPercentage(2.5));
        assertThat(bundle.value(replay.peak())).isCloseTo(peak, withinPercentage(2.5));
        assertThat(bundle.multiple(replay.peak())).isCloseTo(multiple, withinPercentage(3));
        assertThat(bundle.multiple(0, replay.peak())).isCloseTo(at30, withinPercentage(3));
        assertThat(bundle.multiple(1, replay.peak())).isCloseTo(at110, withinPercentage(3));
        assertThat(bundle.multiple(2, replay.peak())).isCloseTo(at220, withinPercentage(3));
    }

    /** Six to nine sessions after the peak less than four tenths of its gain are left to who sold none. */
    @ParameterizedTest
    @ValueSource(strings = {"R1", "R3", "R4"})
    void withoutHarvestMostOfTheGainIsGone(String id) {
        Replay replay = Replay.of(id);
        for (double delta : DELTAS) {
            ReplayBundle bundle = ReplayBundle.of(replay, delta);
            double best = bundle.value(replay.peak()) - bundle.cost();
            double left = bundle.value(replay.last()) - bundle.cost();
            assertThat(left).as("delta %s", delta).isLessThan(0.4 * best);
        }
    }

    /**
     * March 2020 is the exception: the table ends a week after the peak with VIX still at 61.59. Even so a fifth is gone, and
     * more of the long layers, whose futures fall back with it.
     */
    @Test
    void inMarch2020ThePanicOutlastsTheTable() {
        Replay replay = Replay.of("R2");
        for (double delta : DELTAS) {
            ReplayBundle bundle = ReplayBundle.of(replay, delta);
            double best = bundle.value(replay.peak()) - bundle.cost();
            assertThat(bundle.value(replay.last()) - bundle.cost()).isBetween(0.5 * best, 0.85 * best);
            for (int layer = 1; layer < 3; layer++) {
                assertThat(bundle.multiple(layer, replay.last()))
                        .isLessThan(0.75 * bundle.multiple(layer, replay.peak()));
            }
        }
    }

    /** The table as it is read: rows, order, and the oddity that harvest rules must not follow (the high of 65.73). */
    @Test
    void theTableIsRead() {
        assertThat(Replay.of("R1").days()).hasSize(6);
        assertThat(Replay.of("R2").days()).hasSize(7);
        assertThat(Replay.of("R3").days()).hasSize(6).isSortedAccordingTo(
                java.util.Comparator.comparing(Replay.Day::date));
        assertThat(Replay.of("R4").days()).hasSize(7);
        Replay august = Replay.of("R3");
        assertThat(august.peak().high()).isEqualTo(65.73);
        assertThat(august.forward(august.peak(), august.monthlies(1).get(0))).as("futures never confirmed it")
                .isEqualTo(32.10);
        assertThat(august.monthlies(2).get(1)).isEqualTo("2024-09-18");
    }
}
