package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** V9 (S22, S59): mean and deviation of the effective exchange rate by Hipparchus' statistics. */
class SlowModifiersTest {

    private static DailyBars monthly(String key, LocalDate last, int stepMonths, double... values) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LocalDate date = last.minusMonths((long) stepMonths * (values.length - 1 - i));
            bars.add(new DailyBars.Bar(date, values[i], values[i], values[i], values[i]));
        }
        return new DailyBars(InstrumentKey.of(key), bars);
    }

    private static double[] index(double lastMove, long seed) {
        Random random = new Random(seed);
        double[] values = new double[61];
        values[0] = 100;
        for (int i = 1; i < 61; i++) {
            values[i] = values[i - 1] * Math.exp(i == 60 ? lastMove : 0.01 * random.nextGaussian());
        }
        return values;
    }

    @Test
    void aMonthOfTwoDeviationsTightensForFourWeeks() {
        int tightened = 0;
        for (long seed = 0; seed < 60; seed++) {
            double move = (seed % 2 == 0 ? 1 : -1) * (0.015 + 0.0004 * seed);
            double[] values = index(move, seed);
            DescriptiveStatistics changes = new DescriptiveStatistics();
            for (int i = 1; i < 61; i++) {
                changes.addValue(Math.log(values[i] / values[i - 1]));
            }
            double z = (changes.getElement(59) - changes.getMean()) / changes.getStandardDeviation();
            SlowModifiers modifiers = SlowModifiers
                    .of(new Markets().bars(monthly("REER", LocalDate.of(2026, 2, 20), 1, values)).now());
            assertThat(modifiers.shift()).as("z %s", z).isEqualTo(Math.abs(z) >= 2 ? -0.5 : 0);
            assertThat(modifiers.signal().reading()).contains(
                    String.format(java.util.Locale.ROOT, "REER moved %+.1f deviations", z));
            tightened += modifiers.shift() < 0 ? 1 : 0;
        }
        assertThat(tightened).isBetween(10, 55);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10, -0.5", "2026-02-11, -0.5", "2026-02-10, 0", "2025-11-30, 0"})
    void fourWeeksCountFromPublication(LocalDate published, double shift) {
        SlowModifiers modifiers = SlowModifiers.of(new Markets().bars(monthly("REER", published, 1, index(0.08, 7)))
                .now());
        assertThat(modifiers.shift()).isEqualTo(shift);
    }

    @ParameterizedTest
    @CsvSource({"2.6, 0", "1.5, 0", "1.3, -0.5", "-0.1, -0.5"})
    void growthBelowItsMeanByAPointOrBelowZeroTightens(double growth, double shift) {
        // The mean of eight with itself: at 1.3 it is 2.35, 1.05 above; at 1.5 it is 2.375, 0.875 above.
        SlowModifiers modifiers = SlowModifiers.of(new Markets()
                .bars(monthly("GDP", LocalDate.of(2026, 1, 29), 3, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, growth)).now());
        assertThat(modifiers.shift()).isEqualTo(shift);
        assertThat(modifiers.signal().vote()).isZero();
    }

    @Test
    void aSeriesThatEndedLongAgoOrIsTooShortIsMissingWithItsReason() {
        Markets old = new Markets()
                .bars(monthly("GDP", LocalDate.of(2025, 8, 20), 3, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, -1))
                .bars(monthly("REER", LocalDate.of(2026, 2, 20), 1, 100, 120));
        SlowModifiers modifiers = SlowModifiers.of(old.now());
        assertThat(modifiers.shift()).isZero();
        assertThat(modifiers.signal().missing()).contains("GDP (ends on 2025-08-20, too old)")
                .contains("REER (2 publications, needs 61)").doesNotContain("rates");
    }

    @Test
    void theDifferentialOfRatesIsShownAndShiftsNothing() {
        double[] ten = new double[200];
        double[] three = new double[200];
        for (int i = 0; i < 200; i++) {
            ten[i] = 0.04 + 0.00001 * i;
            three[i] = 0.036;
        }
        SlowModifiers modifiers = SlowModifiers.of(new Markets().closes("US10Y", ten).closes("US3M", three).now());
        assertThat(modifiers.shift()).isZero();
        assertThat(modifiers.signal().reading()).startsWith("10-year less 3-month +0.60 %, +0.06 in 63 sessions");
    }
}
