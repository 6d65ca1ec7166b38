package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** F18 against its sum written out, with weights 0.5^(age/63). */
class GapStressTest {

    private static DailyBars bars(double[] gaps) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        LocalDate date = Markets.NYSE.plus(Markets.LAST, -gaps.length);
        double close = 100;
        for (int i = 0; i <= gaps.length; i++) {
            double open = i == 0 ? close : close * Math.exp(gaps[i - 1]);
            bars.add(new DailyBars.Bar(date, open, open, open, open));
            close = open;
            date = Markets.NYSE.next(date);
        }
        return new DailyBars(InstrumentKey.of("KO"), bars);
    }

    private static double[] gaps(int n, long seed) {
        Random random = new Random(seed);
        return random.doubles(n, -0.02, 0.02).toArray();
    }

    @Test
    void theStressIsSixDeviationsOrTheWorstGapOfThreeYears() {
        for (long seed = 0; seed < 20; seed++) {
            double[] gaps = gaps(500, seed);
            double top = 0;
            double bottom = 0;
            for (int age = 0; age < gaps.length; age++) {
                double gap = gaps[gaps.length - 1 - age];
                top += Math.pow(0.5, age / 63.0) * gap * gap;
                bottom += Math.pow(0.5, age / 63.0);
            }
            GapStress stress = GapStress.of(bars(gaps), Markets.LAST);
            assertThat(stress.deviation()).isCloseTo(Math.sqrt(top / bottom), within(1e-12));
            assertThat(stress.stress()).isCloseTo(6 * Math.sqrt(top / bottom), within(1e-12));
            gaps[300] = -0.25;
            GapStress worse = GapStress.of(bars(gaps), Markets.LAST);
            assertThat(worse.worst()).isCloseTo(0.25, within(1e-12));
            assertThat(worse.stress()).isGreaterThanOrEqualTo(worse.worst());
            assertThat(worse.down()).isLessThanOrEqualTo(Math.exp(-0.25) - 1 + 1e-12);
        }
    }

    @Test
    void aGapOlderThanThreeYearsIsForgotten() {
        double[] gaps = gaps(1_000, 3);
        gaps[50] = -0.60;
        assertThat(GapStress.of(bars(gaps), Markets.LAST).worst()).isLessThan(0.02);
        gaps[500] = 0.30;
        assertThat(GapStress.of(bars(gaps), Markets.LAST).worst()).isCloseTo(0.30, within(1e-12));
    }

    @Test
    void nothingLaterIsRead() {
        double[] gaps = gaps(400, 4);
        GapStress before = GapStress.of(bars(gaps), Markets.NYSE.plus(Markets.LAST, -20));
        for (int i = 381; i < 400; i++) {
            gaps[i] = 0.5;
        }
        assertThat(GapStress.of(bars(gaps), Markets.NYSE.plus(Markets.LAST, -20)).worst()).isLessThan(0.02);
        assertThat(before.stress()).isPositive();
    }

    @Test
    void fewGapsOrNoneAtAllAreNoFigure() {
        assertThat(GapStress.of(null, Markets.LAST)).isNull();
        assertThat(GapStress.of(bars(gaps(59, 1)), Markets.LAST)).isNull();
        assertThat(GapStress.of(bars(gaps(60, 1)), Markets.LAST)).isNotNull();
        assertThat(GapStress.of(bars(new double[200]), Markets.LAST)).isNull();
    }
}
