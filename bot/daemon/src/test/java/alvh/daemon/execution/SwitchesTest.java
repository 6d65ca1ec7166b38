package alvh.daemon.execution;

import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.LayerId;
import alvh.planner.money.Price;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Kill, resume, stop, and the loss of the journal (promises 14, 15, 23). */
class SwitchesTest {

    @Test
    void P14_killActsFirstCancelsAndIsForced() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.loseCancels = true;
        rig.commands.clear();
        rig.post(new Event.Kill("anna", "test"));
        assertThat(rig.commands.get(0)).isInstanceOf(Command.CloseGate.class);
        assertThat(rig.commands.get(1)).isInstanceOf(Command.Cancel.class);
        assertThat(rig.commands.get(2)).isInstanceOf(Command.Append.class);
        assertThat(rig.journal.subList(0, rig.forced)).anyMatch(r -> r instanceof JournalRecord.Killed k
                && k.stillWorking().contains(rig.sent.get(0).orderRef()));
        assertThat(rig.state.killed()).isTrue();
        rig.advance(30);
        assertThat(rig.alertCodes()).contains("KILL", "E-KILL-UNCONFIRMED");
    }

    @Test
    void P14_noSendAfterKillNotEvenOneAlreadyForced() {
        Rig rig = new Rig().ready();
        rig.holdForce = true;
        rig.release(Plans.oneCall("a"));
        rig.post(new Event.Kill("anna", "test"));
        rig.forceNow();
        assertThat(rig.sent).isEmpty();
        assertThat(rig.state.books().attempts().values()).extracting(Attempt::state)
                .containsExactly(AttemptState.DENIED);
        assertThat(rig.state.ledger().reserved().isZero()).isTrue();
    }

    @Test
    void P14_killSurvivesARestartAndOnlyAPersonReleasesIt() {
        Rig rig = new Rig().ready();
        rig.post(new Event.Kill("anna", "test"));
        rig.crash(rig.journal.size());
        rig.gateClosed = false;
        rig.ready();
        assertThat(rig.gateClosed).as("the gate is closed again").isTrue();
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).isEmpty();
        rig.post(new Event.Resume("anna", "looked"));
        assertThat(rig.gateClosed).isFalse();
        rig.release(Plans.oneCall("b"));
        assertThat(rig.sent).hasSize(1);
    }

    @Test
    void P14_killWhileTheSessionIsLostCancelsWhenItIsBack() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.loseCancels = true;
        rig.post(new Event.SessionDown("test", 2000));
        rig.post(new Event.Kill("anna", "test"));
        assertThat(rig.broker.last().open()).isTrue();
        rig.loseCancels = false;
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, 1, false, 0));
        rig.advance(20);
        assertThat(rig.broker.last().open()).isFalse();
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void killEverythingAlsoCancelsWhatIsNotOurs() {
        Rig rig = new Rig().ready();
        rig.post(new Event.KillEverything("anna", "test"));
        assertThat(rig.commands).anyMatch(Command.CancelEverything.class::isInstance);
        assertThat(rig.state.killed()).isTrue();
    }

    @Test
    void stopCancelsWaitsForDeathAndExits0() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.post(new Event.StopRequested("SIGTERM"));
        assertThat(rig.broker.last().open()).isFalse();
        assertThat(rig.exit).isZero();
        assertThat(stop(rig).stillWorking()).isEmpty();
        assertThat(rig.forced).isEqualTo(rig.journal.size());
    }

    @Test
    void stopNamesWhatStillWorksAfterTwentySeconds() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.loseCancels = true;
        rig.post(new Event.StopRequested("SIGTERM"));
        rig.advance(19);
        assertThat(rig.exit).isNull();
        rig.advance(1);
        assertThat(rig.exit).isZero();
        assertThat(stop(rig).stillWorking()).containsExactly(rig.sent.get(0).orderRef());
        assertThat(rig.alertCodes()).contains("W-STOP");
    }

    private static JournalRecord.Stop stop(Rig rig) {
        return rig.journal.stream().filter(JournalRecord.Stop.class::isInstance).map(JournalRecord.Stop.class::cast)
                .findFirst().orElseThrow();
    }

    @Test
    void stopWithNothingWorkingExitsAtOnce() {
        Rig rig = new Rig().ready();
        rig.post(new Event.StopRequested("Ctrl-C"));
        assertThat(rig.exit).isZero();
    }

    @Test
    void P23_lostJournalCancelsAlertsAndExits8WithoutWriting() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.commands.clear();
        rig.post(new Event.JournalLost("disk full"));
        assertThat(rig.commands).anyMatch(Command.CloseGate.class::isInstance)
                .anyMatch(Command.Cancel.class::isInstance);
        rig.advance(5);
        assertThat(rig.exit).isEqualTo(8);
        assertThat(rig.commands).noneMatch(Command.Append.class::isInstance);
        assertThat(rig.alertCodes()).contains("E-JOURNAL");
    }

    @Test
    void C35_salesByAPersonGoOnWhileBuysAreHalted() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");
        // The kind of halt that stops buys only.
        rig.post(rig.broker.fillLeg(rig.broker.last(), rig.sent.get(0).legs().get(0), 1,
                Price.of("0.73"), rig.now));
        assertThat(rig.halts()).containsExactly("E-OVERFILL");
        rig.advance(400);
        String lot = rig.state.ledger().openHedgeLots().get(0).lotId();
        rig.release(Plans.plan("v", Plans.vixCall(1, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24")));
        assertThat(rig.sent).hasSize(1);
        rig.post(new Event.Release(Plans.plan("s", Plans.sale(1, Plans.VIX_CALL, 1, lot, "0.70", "0.68")),
                Plans.budget("614.40"), Event.AUTO));
        assertThat(rig.sent).as("a program may not").hasSize(1);
        rig.release(Plans.plan("t", Plans.sale(1, Plans.VIX_CALL, 1, lot, "0.70", "0.68")));
        assertThat(rig.sent).as("a person may").hasSize(2);
        assertThat(List.of(rig.sent.get(1).limit().text())).containsExactly("0.70");
    }
}
