package alvh.planner.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** V4 to V6 with the thresholds of methodology 2.2. */
class VolatilitySignalsTest {

    @ParameterizedTest
    @CsvSource({"17.92, 19.70, 0", "18.70, 19.70, 0", "18.72, 19.70, 0.5", "19.70, 19.70, 1", "38.57, 33.83, 1"})
    void termStructureVotes(double vix, double far, double vote) {
        Signal signal = VolatilitySignals.termStructure(new Markets().level("VIX", vix).level("VIX3M", far).now());
        assertThat(signal.vote()).isEqualTo(vote);
        assertThat(signal.value()).isCloseTo(vix / far, within(1e-12));
        assertThat(signal.age()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void termStructureReadsLikeASentence() {
        assertThat(VolatilitySignals.termStructure(new Markets().level("VIX", 17.92).level("VIX3M", 19.70).now())
                .reading()).isEqualTo("VIX 17.92 / VIX3M 19.70 = 0.91, half a vote from 0.95");
    }

    @Test
    void whatIsMissingIsNamedAndAbstains() {
        Signal signal = VolatilitySignals.termStructure(new Markets().level("VIX", 17.92).now());
        assertThat(signal.known()).isFalse();
        assertThat(signal.missing()).isEqualTo("no usable level of VIX3M (none)");
        assertThat(signal.vote()).isZero();
        assertThat(signal.value()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"15.9, 0", "17.9, 0", "18.0, 0.5", "19.9, 0.5", "20.0, 1"})
    void vixChangeComparesNowWithTheCloseFiveSessionsAgo(double now, double vote) {
        Signal signal = VolatilitySignals
                .vixChange(new Markets().closes("VIX", 99, 15, 30, 30, 30, 16).level("VIX", now).now());
        assertThat(signal.value()).isCloseTo(now - 15, within(1e-12));
        assertThat(signal.vote()).isEqualTo(vote);
    }

    @Test
    void atTheEndOfTheDayTodaysBarIsNotOneOfTheFive() {
        Markets evening = new Markets().at("2026-03-09T20:20:00Z").closes("VIX", 99, 15, 30, 30, 30, 30, 20)
                .level("VIX", 20);
        assertThat(VolatilitySignals.vixChange(evening.now()).value()).isCloseTo(5, within(1e-12));
        History close = evening.close(Markets.LAST);
        assertThat(VolatilitySignals.vixChange(close).value()).isCloseTo(5, within(1e-12));
    }

    @Test
    void barsThatEndTooEarlyDoNotStandForYesterday() {
        Markets late = new Markets().closes("VIX", 15, 15, 15, 15, 15, 15).level("VIX", 20).at("2026-03-12T14:15:00Z");
        assertThat(VolatilitySignals.vixChange(late.level("VIX", 20).now()).missing())
                .isEqualTo("daily bars of VIX end on 2026-03-09, needed 2026-03-11");
    }

    @ParameterizedTest
    @CsvSource({"96.4, 17, 0", "110, 17, 0.5", "124.9, 17, 0.5", "125.5, 17.31, 1", "136.8, 23.39, 1", "147, 25, 0",
            "173, 38, 0"})
    void vvixWarnsEarlyOnly(double vvix, double vix, double vote) {
        assertThat(VolatilitySignals.vvix(new Markets().level("VVIX", vvix).level("VIX", vix).now()).vote())
                .isEqualTo(vote);
    }

    @Test
    void expectedRangeIsShownAndVotesOnlyWhenSwitchedOn() {
        double[] flat = new double[30];
        for (int i = 0; i < 30; i++) {
            flat[i] = i % 2 == 0 ? 5000 : 5050;
        }
        History history = new Markets().closes("SPX", flat).level("VIX9D", 17.95).now();
        double sd = Math.log(1.01) * Math.sqrt(20.0 / 19);
        double expected = (0.6 * 17.95 + 0.4 * 100 * sd * Math.sqrt(252)) / Math.sqrt(252);
        assertThat(VolatilitySignals.expectedRange(history, false).value()).isCloseTo(expected, within(1e-9));
        assertThat(VolatilitySignals.expectedRange(history, false).vote()).isZero();
        assertThat(VolatilitySignals.expectedRange(history, true).vote()).isEqualTo(0.5);
    }

    @Test
    void februaryFifth2018InTheRecords() throws IOException {
        Path csv = Path.of("/work/shared/data/vix-daily.csv");
        Assumptions.assumeTrue(Files.exists(csv), "no market data folder: skipped");
        History close = new Markets().bars(Markets.read(csv, "VIX")).close(LocalDate.of(2018, 2, 5));
        Signal signal = VolatilitySignals.vixChange(close);
        assertThat(signal.value()).isCloseTo(37.32 - 13.84, within(1e-9));
        assertThat(signal.vote()).isEqualTo(1);
    }
}
