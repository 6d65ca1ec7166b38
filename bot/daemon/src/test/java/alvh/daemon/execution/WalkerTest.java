package alvh.daemon.execution;

import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rungs, hard end, and confirmed death between two attempts (promise 4). */
class WalkerTest {

    @Test
    void P04_nextRungIsANewOrderAfterTheOldOneIsConfirmedDead() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.advance(59);
        assertThat(rig.sent).hasSize(1);
        rig.advance(1);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(rig.sent).hasSize(2);
        assertThat(rig.sent.get(1).limit()).isEqualTo(Price.of("0.74"));
        assertThat(rig.attempt(1).number()).isEqualTo(2);
        assertThat(rig.intent(1)).isEqualTo(rig.intent(0));
        int cancel = indexOf(rig, Command.Cancel.class, 0);
        int read = indexOf(rig, Command.ReadTruth.class, cancel);
        int send = indexOf(rig, Command.Send.class, cancel);
        assertThat(cancel).isLessThan(read);
        assertThat(read).as("a reading begun after the word confirms the death").isLessThan(send);
        rig.fillLast(1, "0.74");
        assertThat(rig.closed.get(0).result()).isEqualTo("DONE");
    }

    private static int indexOf(Rig rig, Class<? extends Command> type, int from) {
        for (int i = from; i < rig.commands.size(); i++) {
            if (type.isInstance(rig.commands.get(i))) {
                return i;
            }
        }
        throw new AssertionError("no " + type);
    }

    @Test
    void lastRungWorksUntilTheHardEndAndClosesUnfilled() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.advance(60);
        rig.advance(119);
        assertThat(rig.attempt(1).state()).isEqualTo(AttemptState.WORKING);
        rig.advance(2);
        assertThat(rig.attempt(1).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(rig.intent(0).closedBecause()).isEqualTo("UNFILLED");
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.ZERO);
        assertThat(rig.closed.get(0).result()).isEqualTo("NOT_SENT");
        assertThat(rig.sent).hasSize(2);
    }

    @Test
    void P06_F34_partialThenCancelSendsOnlyTheRest() {
        Rig rig = new Rig().ready()
                .release(Plans.plan("c", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 3, "0.73", "0.74")));
        rig.fillLast(2, "0.73");
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.PARTIAL);
        rig.advance(60);
        assertThat(rig.sent.get(1).quantity()).isEqualTo(1);
        rig.fillLast(1, "0.74");
        assertThat(rig.intent(0).closedBecause()).isEqualTo("FILLED");
        assertThat(rig.state.ledger().openHedgeLots()).hasSize(1);
        assertThat(rig.state.ledger().openHedgeLots().get(0).openQuantity()).isEqualTo(3);
    }

    @Test
    void P04_F34_fillBetweenCancelRequestAndItsAnswerIsCountedFirst() {
        Rig rig = new Rig().ready()
                .release(Plans.plan("c", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 2, "0.73", "0.74")));
        // The exchange fills one while our cancel is on its way; the status comes without the execution.
        rig.noise = word -> word instanceof Event.ExecutionSeen ? List.of() : List.of(word);
        rig.loseCancels = true;
        rig.advance(60);
        rig.broker.fill(rig.broker.last(), 1, Price.of("0.73"), rig.now);
        rig.hear(rig.broker.cancel(rig.broker.last()));
        rig.drain();
        assertThat(rig.sent.get(1).quantity()).as("the reading brought the fill before the next attempt").isEqualTo(1);
    }

    @Test
    void P04_noNextAttemptWhileTheExecutionsDoNotAgree() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.broker.executionsEnded = false;
        rig.advance(60);
        assertThat(rig.attempt(0).state()).as("an endless list of executions proves nothing")
                .isEqualTo(AttemptState.CANCEL_REQ);
        rig.advance(61);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.sent).hasSize(1);
    }

    @Test
    void P04_aReadingBegunBeforeTheTerminalWordConfirmsNothing() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.holdTruth = true;
        rig.post(new Event.TimerFired("poll"));
        rig.advance(60);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCEL_REQ);
        assertThat(rig.heldReads).hasSize(1);
        rig.post(new Event.TruthRead(rig.heldReads.get(0), rig.broker.truth(rig.now)));
        assertThat(rig.sent).as("its executions may be older than the cancel").hasSize(1);
        assertThat(rig.heldReads).as("another reading has begun").hasSize(2);
        rig.post(new Event.TruthRead(rig.heldReads.get(1), rig.broker.truth(rig.now)));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(rig.sent).hasSize(2);
    }

    @Test
    void P04_lostCancelIsSentAgainAndThenUnknown() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.loseCancels = true;
        rig.advance(60);
        rig.advance(59);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCEL_REQ);
        long cancels = rig.commands.stream().filter(Command.Cancel.class::isInstance).count();
        assertThat(cancels).isGreaterThan(1);
        rig.advance(2);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.state.ledger().reserved().isPositive()).isTrue();
    }

    @Test
    void P05_fillAfterConfirmedDeathIsBookedCancelsTheOthersAndHaltsBuys() {
        Rig rig = new Rig().ready()
                .release(Plans.plan("c", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 2, "0.73", "0.74")));
        rig.advance(60);
        TinyBroker.Order dead = rig.broker.orders.get(0);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
        rig.post(rig.broker.fillLeg(dead, dead.request.legs().get(0), 1, Price.of("0.73"), rig.now));
        assertThat(rig.halts()).containsExactly("E-FILL-AFTER-DEATH");
        assertThat(rig.attempt(1).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
        assertThat(rig.sent).hasSize(2);
    }

    @Test
    void cancelByAPersonInTwsEndsTheIntent() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.hear(rig.broker.cancel(rig.broker.last()));
        rig.drain();
        assertThat(rig.intent(0).closedBecause()).isEqualTo("CANCELLED_ELSEWHERE");
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.closed.get(0).result()).isEqualTo("NOT_SENT");
    }

    @Test
    void P12_sixAttemptsAtMost() {
        Rig rig = new Rig().ready().release(Plans.plan("l", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.67",
                "0.68", "0.69", "0.70", "0.71", "0.72", "0.73", "0.74")));
        rig.advance(1200);
        assertThat(rig.sent).hasSize(6);
        assertThat(rig.intent(0).open()).isFalse();
    }

    @Test
    void P13_rungOutsideTheCollarOfNowIsNotSent() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.quotes.put(Plans.VIX_CALL, new Quote(0.66, 0.73, 50, 50, rig.now,
                Quality.LIVE));
        rig.advance(60);
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.closed.get(0).because()).contains("COLLAR");
        assertThat(rig.intent(0).open()).isFalse();
    }

    @Test
    void P13_releasedStepsLiveThirtyMinutes() {
        Rig rig = new Rig().ready();
        rig.release(Plans.plan("b", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73"),
                Plans.vixCall(2, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24")));
        rig.post(new Event.FarmLink(1100, "link"));
        rig.fillLast(1, "0.73");
        assertThat(rig.sent).as("no second step while the link is down").hasSize(1);
        rig.advance(1801);
        rig.post(new Event.FarmLink(1102, "link"));
        rig.advance(20);
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.closed.get(0).result()).isEqualTo("PARTIAL");
        assertThat(rig.closed.get(0).stepsLeft()).as("nobody asked for it in time: not planned again by itself")
                .isEmpty();
    }

    @Test
    void P16_planGoesOnWhenTheLinkIsBackInTime() {
        Rig rig = new Rig().ready();
        rig.release(Plans.plan("b", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73"),
                Plans.vixCall(2, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24")));
        rig.post(new Event.FarmLink(1100, "link"));
        rig.fillLast(1, "0.73");
        rig.post(new Event.FarmLink(1102, "link"));
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.RECONCILING);
        rig.advance(10);
        assertThat(rig.sent).hasSize(2);
    }
}
