package alvh.planner.layer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;
import alvh.planner.signal.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What would move a layer, with today's numbers; thresholds by hand from methodology 2.2. */
class LayerStepsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static LayerLevels stored(LayerId layer, int quietCloses) {
        var quiet = new TreeMap<LayerId, Integer>();
        quiet.put(layer, quietCloses);
        return new LayerLevels(DAY.minusDays(1), new TreeMap<>(),
                new LayerLevels.Memory(quiet, null, false, Regime.NORMAL, null, 0));
    }

    private static Signals with(Signals signals, SignalId id, double value, double vote) {
        SortedMap<SignalId, Signal> all = new TreeMap<>(signals.all());
        all.put(id, new Signal(id, value, vote, "reading", Duration.ZERO, List.of(), null));
        return new Signals(signals.date(), all, signals.vix(), signals.ratio(), signals.gapFlag(), signals.blackout(),
                signals.thresholdShift());
    }

    private static List<String> texts(LayerId layer, Level now, Signals signals, int quiet) {
        return LayerSteps.of(layer, now, stored(layer, quiet), signals).stream().map(NextStep::text).toList();
    }

    @Test
    void accelerationOpensIfTheMacdRollsOverToo() {
        Signals half = with(Votes.at(DAY).vote(SignalId.BREADTH, 0.5).signals(), SignalId.MACD, 3.2, 0);
        assertThat(texts(LayerId.ACCELERATION, Level.ARMED, half, 0))
                .contains("opens if the SPX MACD rolls over too: V2 + V3 >= 1, now 0.5");
        Signals none = with(Votes.at(DAY).vote(SignalId.BREADTH, 0).signals(), SignalId.MACD, 3.2, 0);
        assertThat(texts(LayerId.ACCELERATION, Level.ARMED, none, 0))
                .contains("opens if the SPX MACD rolls over: V2 + V3 >= 1, now 0");
    }

    @Test
    void baseSaysTheVotesItNeedsAndTheNearestThatCouldVote() {
        Signals signals = with(with(Votes.at(DAY).vote(SignalId.MACD, 0.5).signals(), SignalId.TERM_STRUCTURE, 0.89, 0),
                SignalId.VVIX, 96.4, 0);
        assertThat(texts(LayerId.BASE, Level.CORE, signals, 0)).containsExactly(
                "two thirds at votes >= 1.5, now 0.5, or a full vote of beta expansion, now 0",
                "term structure (V4) adds 0.5 at VIX/VIX3M >= 0.95, now 0.89",
                "VVIX (V6) adds 0.5 at VVIX >= 110.0 while VIX < 25, now 96.4 and VIX 17.00");
        Signals stressed = with(signals, SignalId.TERM_STRUCTURE, 0.97, 0.5);
        assertThat(texts(LayerId.BASE, Level.CORE, stressed, 0))
                .contains("term structure (V4) adds 0.5 at VIX/VIX3M >= 1.00, now 0.97");
    }

    @Test
    void aVvixAboveItsThresholdSaysThatVixIsWhatStandsAgainstIt() {
        Signals spike = with(Votes.at(DAY).market(38, 1.15).signals(), SignalId.VVIX, 160, 0);
        NextStep step = VoteSteps.of(spike).stream().filter(s -> s.text().startsWith("VVIX")).findFirst()
                .orElseThrow();
        assertThat(step.text()).isEqualTo("VVIX (V6) votes only while VIX < 25, now 38.00; VVIX now 160.0");
        assertThat(step).extracting(NextStep::now, NextStep::relation, NextStep::threshold)
                .containsExactly(38.0, "<", 25.0);
    }

    /** V1 to V8 of methodology 2.2, F5, F12, F17, copied from the text. */
    @ParameterizedTest
    @CsvSource({"BETA_EXPANSION, 0, 0.15", "TERM_STRUCTURE, 0, 0.95", "TERM_STRUCTURE, 0.5, 1.00", "VIX_CHANGE, 0, 3",
            "VIX_CHANGE, 0.5, 5", "VVIX, 0, 110", "VVIX, 0.5, 125", "EVENT_SURPRISE, 0, 2", "COMPLACENT_TOP, 0, 4"})
    void theThresholdOfAVoteIsThatOfTheMethodology(SignalId id, double vote, double threshold) {
        Signals signals = with(Votes.at(DAY).signals(), id, 0.01, vote);
        assertThat(VoteSteps.of(signals)).filteredOn(step -> Double.isFinite(step.now()))
                .extracting(NextStep::threshold).containsExactly(threshold);
    }

    @Test
    void slowModifiersMoveTheThresholdThatIsSaid() {
        assertThat(texts(LayerId.CONTINGENCY, Level.TWO_THIRDS, Votes.at(DAY).shifted(-0.5).signals(), 0)).first()
                .isEqualTo("full at votes >= 2.5, slow modifiers inside, now 0, or at a gap flag");
    }

    @Test
    void aStepBackCountsItsCloses() {
        assertThat(texts(LayerId.BASE, Level.FULL, Votes.at(DAY).vote(SignalId.MACD, 0.5).signals(), 3))
                .containsExactly("back one step after 5 closes of votes <= 0.5, now 0.5; 3 of 5 so far");
    }

    @Test
    void thatWhichIsMissingAbstainsWithItsReason() {
        List<NextStep> steps = VoteSteps.of(Votes.at(DAY).signals());
        assertThat(steps).hasSize(8).allSatisfy(step -> {
            assertThat(step.text()).endsWith("abstains: not in this test");
            assertThat(step.now()).isNaN();
        });
    }

    /** A step that is said to be reached must be reached: lift the votes to the threshold and ask the rules. */
    @ParameterizedTest
    @EnumSource(LayerId.class)
    void theThresholdThatIsSaidIsTheOneThatLifts(LayerId layer) {
        for (Level now : List.of(Level.CORE, Level.TWO_THIRDS)) {
            Signals none = Votes.at(DAY).signals();
            NextStep votes = LayerSteps.of(layer, now, stored(layer, 0), none).stream()
                    .filter(step -> step.what().equals("votes")).findFirst().orElseThrow();
            assertThat(LevelRules.asked(layer, voting(votes.threshold()), true)).isGreaterThan(now);
            assertThat(LevelRules.asked(layer, voting(votes.threshold() - 0.5), true)).isLessThanOrEqualTo(now);
        }
    }

    /** Votes of V4 to V7 alone, so that no single vote opens a layer by itself. */
    private static Signals voting(double votes) {
        Votes all = Votes.at(DAY);
        double left = votes;
        for (SignalId id : List.of(SignalId.TERM_STRUCTURE, SignalId.VIX_CHANGE, SignalId.VVIX,
                SignalId.EVENT_SURPRISE)) {
            all = all.vote(id, Math.max(0, Math.min(1, left)));
            left -= 1;
        }
        return all.signals();
    }
}
