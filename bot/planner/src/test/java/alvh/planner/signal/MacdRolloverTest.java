package alvh.planner.signal;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** V3 of methodology F9. */
class MacdRolloverTest {

    private static double[] steady(int days) {
        double[] closes = new double[days];
        for (int i = 0; i < days; i++) {
            closes[i] = 5000 * Math.exp(0.0003 * i + 0.004 * Math.sin(i / 6.0));
        }
        return closes;
    }

    private static Signal of(double... closes) {
        return MacdRollover.of(new Markets().closes("SPX", closes).now());
    }

    /** The histogram itself decides: each prefix of a wave is judged by the words of F9. */
    @Test
    void theVoteFollowsTheDefinitionOnEveryClose() {
        double[] closes = steady(400);
        int votes = 0;
        for (int n = 130; n <= closes.length; n++) {
            double[] h = Indicators.macdHistogram(Arrays.copyOf(closes, n));
            boolean cross = h[n - 1] < 0 && h[n - 2] >= 0;
            double peak = h[n - 4];
            boolean fell = h[n - 1] < h[n - 2] && h[n - 2] < h[n - 3] && h[n - 3] < peak && h[n - 5] <= peak && peak > 0
                    && peak >= Indicators.deviation(Arrays.copyOf(h, n - 3), 63);
            if (cross || fell) {
                votes++;
                assertThat(of(Arrays.copyOf(closes, n)).vote()).as("%d closes", n).isEqualTo(1);
            }
            if (h[n - 1] > h[n - 2]) {
                assertThat(of(Arrays.copyOf(closes, n)).vote()).as("rising at %d", n).isZero();
            }
        }
        assertThat(votes).isGreaterThan(5);
    }

    @Test
    void aShortHistoryAbstains() {
        assertThat(of(steady(119)).missing()).isEqualTo("119 daily bars of SPX, needs 120");
        assertThat(of(steady(120)).known()).isTrue();
    }
}
