package alvh.planner.layer;

import java.time.LocalDate;

import alvh.planner.ledger.LayerId;
import alvh.planner.signal.SignalId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of methodology 2.1 and 2.2, one row a line, written from the page and not from the code. */
class LevelTableTest {

    /** Other votes (V4 to V6 together), V1, V2 + V3, V8, R, gap flag; then L1, L2, L3. */
    @ParameterizedTest
    @CsvSource({
            // Core of L1 and L3 is always on; L2 waits.
            "0, 0, 0, 0, 0.88, false, CORE, ARMED, CORE",
            "0.5, 0.5, 0, 0, 0.88, false, CORE, ARMED, CORE",
            // L1: V1 = 1, or votes >= 1.5; full at 2.5.
            "0, 1, 0, 0, 0.88, false, TWO_THIRDS, ARMED, CORE",
            "1.5, 0, 0, 0, 0.88, false, TWO_THIRDS, ARMED, CORE",
            "2.5, 0, 0, 0, 0.96, false, FULL, TWO_THIRDS, TWO_THIRDS",
            // L2: V8, or V2 + V3 >= 1; two thirds at 2, full at 3 and R < 1.05.
            "0, 0, 0, 1, 0.88, false, CORE, CORE, CORE",
            "0, 0, 0.5, 0, 0.88, false, CORE, ARMED, CORE",
            "0, 0, 1, 0, 0.88, false, CORE, CORE, CORE",
            "1, 0, 1, 0, 0.96, false, TWO_THIRDS, TWO_THIRDS, TWO_THIRDS",
            "1, 0, 0, 1, 0.96, false, CORE, TWO_THIRDS, CORE",
            "2, 0, 1, 0, 1.04, false, FULL, FULL, FULL",
            "2, 0, 1, 0, 1.05, false, FULL, TWO_THIRDS, FULL",
            // L3: gap flag, or votes >= 3.
            "0, 0, 0, 0, 0.88, true, CORE, ARMED, FULL", "2, 0, 0.5, 0, 0.96, true, FULL, TWO_THIRDS, FULL"})
    void levelsByVotes(double other, double beta, double rollover, double top, double ratio, boolean gap, Level base,
            Level acceleration, Level contingency) {
        Votes votes = Votes.at(LocalDate.of(2026, 3, 10)).market(17, ratio).vote(SignalId.BETA_EXPANSION, beta)
                .vote(SignalId.BREADTH, rollover).vote(SignalId.COMPLACENT_TOP, top);
        double left = other;
        for (SignalId id : new SignalId[]{SignalId.TERM_STRUCTURE, SignalId.VIX_CHANGE, SignalId.VVIX}) {
            votes = votes.vote(id, Math.min(1, left));
            left -= Math.min(1, left);
        }
        votes = gap ? votes.withGap() : votes;
        assertThat(LevelRules.asked(LayerId.BASE, votes.signals(), true)).isEqualTo(base);
        assertThat(LevelRules.asked(LayerId.ACCELERATION, votes.signals(), true)).isEqualTo(acceleration);
        assertThat(LevelRules.asked(LayerId.CONTINGENCY, votes.signals(), true)).isEqualTo(contingency);
    }

    /** Votes 3.0 are enough for FULL; the inverted or unknown curve that keeps it away is named. */
    @ParameterizedTest
    @CsvSource({"NaN, ', for FULL needs VIX/VIX3M < 1.05 and it is unknown'",
            "1.06, ', for FULL needs VIX/VIX3M < 1.05 and it is 1.06'", "1.04, ''"})
    void theCurveThatKeepsAccelerationFromFullIsNamed(double ratio, String why) {
        Votes votes = Votes.at(LocalDate.of(2026, 3, 10)).market(17, ratio).vote(SignalId.TERM_STRUCTURE, 1)
                .vote(SignalId.VIX_CHANGE, 1).vote(SignalId.VVIX, 1);
        assertThat(LayerWords.because(LayerId.ACCELERATION, Level.TWO_THIRDS, Level.TWO_THIRDS, votes.signals()))
                .isEqualTo("votes 3 >= 2" + why);
    }

    @ParameterizedTest
    @CsvSource({"15.99, 0.919, CALM", "16, 0.90, NORMAL", "15, 0.92, NORMAL", "21.99, 0.979, NORMAL",
            "22, 0.90, STRESSED", "15, 0.98, STRESSED", "34.99, 1.099, STRESSED", "35, 0.90, PANIC",
            "20, 1.10, PANIC", "NaN, NaN, NORMAL"})
    void regimesByVixAndRatio(double vix, double ratio, Regime regime) {
        assertThat(Regimes.of(vix, ratio)).isEqualTo(regime);
    }
}
