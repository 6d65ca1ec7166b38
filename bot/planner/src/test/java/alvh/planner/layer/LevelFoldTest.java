package alvh.planner.layer;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

import alvh.planner.ledger.LayerId;
import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.SignalId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LevelFoldTest {
    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private LocalDate day = LocalDate.of(2026, 1, 5);
    private LayerLevels levels = LevelFold.initial();

    @Test
    void withoutPremiumEveryLayerIsOff() {
        closes(1, false, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1).vote(SignalId.VVIX, 1));
        assertThat(levels.levels().values()).containsOnly(Level.OFF);
        assertThat(levels.memory().premiumGoneCloses()).isEqualTo(1);
    }

    @Test
    void theCoreOfBaseAndContingencyIsAlwaysOnAndAccelerationIsArmed() {
        closes(1, true, v -> v);
        expect(Level.CORE, Level.ARMED, Level.CORE);
    }

    @Test
    void stepsUpAtOnceByVotes() {
        closes(1, true, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 0.5));
        expect(Level.TWO_THIRDS, Level.CORE, Level.CORE);
        closes(1, true, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1));
        expect(Level.TWO_THIRDS, Level.TWO_THIRDS, Level.TWO_THIRDS);
        closes(1, true, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1).vote(SignalId.VVIX, 1));
        expect(Level.FULL, Level.FULL, Level.FULL);
    }

    @Test
    void aFullVoteOfBetaExpansionAloneLiftsBaseOneStep() {
        closes(1, true, v -> v.vote(SignalId.BETA_EXPANSION, 1));
        expect(Level.TWO_THIRDS, Level.ARMED, Level.CORE);
    }

    @Test
    void accelerationIsNotFullInAnInvertedCurve() {
        closes(1, true, v -> v.market(30, 1.05).vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1)
                .vote(SignalId.VVIX, 1));
        expect(Level.FULL, Level.TWO_THIRDS, Level.FULL);
    }

    @Test
    void theComplacentTopOpensAccelerationOnly() {
        closes(1, true, v -> v.vote(SignalId.COMPLACENT_TOP, 1));
        expect(Level.CORE, Level.CORE, Level.CORE);
    }

    @Test
    void aGapFillsContingencyAndItFadesAfterTwentyCloses() {
        closes(1, true, Votes::withGap);
        expect(Level.CORE, Level.ARMED, Level.FULL);
        closes(19, true, v -> v);
        expect(Level.CORE, Level.ARMED, Level.FULL);
        closes(1, true, v -> v);
        expect(Level.CORE, Level.ARMED, Level.TWO_THIRDS);
        closes(20, true, v -> v);
        expect(Level.CORE, Level.ARMED, Level.CORE);
        closes(40, true, v -> v);
        expect(Level.CORE, Level.ARMED, Level.CORE);
    }

    @Test
    void baseStepsBackAfterFiveQuietClosesAndAnyLoudOneStartsTheCountAnew() {
        closes(1, true, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1).vote(SignalId.VVIX, 1));
        closes(4, true, v -> v.vote(SignalId.VVIX, 0.5));
        expect(Level.FULL, Level.FULL, Level.FULL);
        closes(1, true, v -> v.vote(SignalId.VVIX, 1));
        closes(4, true, v -> v);
        assertThat(levels.levels().get(LayerId.BASE)).isEqualTo(Level.FULL);
        closes(1, true, v -> v);
        assertThat(levels.levels().get(LayerId.BASE)).isEqualTo(Level.TWO_THIRDS);
        closes(5, true, v -> v);
        assertThat(levels.levels().get(LayerId.BASE)).isEqualTo(Level.CORE);
    }

    @Test
    void accelerationStepsBackOneStepInTenQuietClosesDownToArmed() {
        closes(1, true, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1));
        closes(9, true, v -> v);
        assertThat(levels.levels().get(LayerId.ACCELERATION)).isEqualTo(Level.TWO_THIRDS);
        closes(1, true, v -> v);
        assertThat(levels.levels().get(LayerId.ACCELERATION)).isEqualTo(Level.CORE);
        closes(10, true, v -> v);
        assertThat(levels.levels().get(LayerId.ACCELERATION)).isEqualTo(Level.ARMED);
    }

    @Test
    void slowModifiersLowerThresholdsButNeverVote() {
        closes(1, true, v -> v.shifted(-0.5));
        expect(Level.CORE, Level.ARMED, Level.CORE);
        closes(1, true, v -> v.shifted(-0.5).vote(SignalId.MACD, 1));
        expect(Level.TWO_THIRDS, Level.CORE, Level.CORE);
    }

    @Test
    void aLiveValueLiftsAtOnceAndNeverLowers() {
        closes(1, true, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1));
        var quiet = LevelFold.live(levels, Votes.at(day).signals(), true);
        assertThat(quiet.get(LayerId.BASE)).isEqualTo(Level.TWO_THIRDS);
        var loud = LevelFold.live(levels, Votes.at(day).vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1)
                .vote(SignalId.VIX_CHANGE, 1).signals(), true);
        assertThat(loud.get(LayerId.BASE)).isEqualTo(Level.FULL);
    }

    @Test
    void regimesNeedTwoCloses() {
        closes(1, true, v -> v.market(15, 0.88));
        assertThat(levels.memory().regime()).isEqualTo(Regime.CALM);
        closes(1, true, v -> v.market(36, 1.2));
        assertThat(levels.memory().regime()).isEqualTo(Regime.CALM);
        assertThat(levels.memory().panicSeen()).isFalse();
        closes(1, true, v -> v.market(40, 1.2));
        assertThat(levels.memory().regime()).isEqualTo(Regime.PANIC);
        assertThat(levels.memory().panicSeen()).isTrue();
        closes(2, true, v -> v.market(24, 0.95));
        assertThat(levels.memory().regime()).isEqualTo(Regime.STRESSED);
        assertThat(levels.memory().panicSeen()).isTrue();
        closes(1, true, v -> v.market(18, 0.89));
        assertThat(levels.memory().panicSeen()).isFalse();
    }

    @Test
    void buysRestAfterARungUntilTheCurveIsCalmOrFifteenSessionsHavePassed() {
        LocalDate sale = day;
        close(true, v -> v.market(40, 1.2), sale);
        assertThat(levels.memory().lastRungSale()).isEqualTo(sale);
        closes(3, true, v -> v.market(30, 1.0));
        assertThat(levels.memory().lastRungSale()).isEqualTo(sale);
        closes(1, true, v -> v.market(20, 0.94));
        assertThat(levels.memory().lastRungSale()).isNull();
        LocalDate second = day;
        close(true, v -> v.market(40, 1.2), second);
        closes(14, true, v -> v.market(30, 1.0));
        assertThat(levels.memory().lastRungSale()).isEqualTo(second);
        closes(1, true, v -> v.market(30, 1.0));
        assertThat(levels.memory().lastRungSale()).isNull();
    }

    @Test
    void aBookThatComesBackStartsAtItsCore() {
        closes(1, true, v -> v.vote(SignalId.MACD, 1).vote(SignalId.BREADTH, 1).vote(SignalId.VVIX, 1));
        closes(1, false, v -> v);
        expect(Level.OFF, Level.OFF, Level.OFF);
        closes(1, true, v -> v);
        expect(Level.CORE, Level.ARMED, Level.CORE);
        assertThat(levels.memory().premiumGoneCloses()).isZero();
    }

    private void closes(int count, boolean eligible, UnaryOperator<Votes> votes) {
        for (int i = 0; i < count; i++) {
            close(eligible, votes, null);
        }
    }

    private void close(boolean eligible, UnaryOperator<Votes> votes, LocalDate sale) {
        levels = LevelFold.atClose(levels, votes.apply(Votes.at(day)).signals(), eligible, sale, NYSE);
        assertThat(levels.asOf()).isEqualTo(day);
        day = NYSE.next(day);
    }

    private void expect(Level base, Level acceleration, Level contingency) {
        assertThat(levels.levels()).containsEntry(LayerId.BASE, base).containsEntry(LayerId.ACCELERATION, acceleration)
                .containsEntry(LayerId.CONTINGENCY, contingency);
    }
}
