package alvh.daemon.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import alvh.daemon.desk.Event;
import alvh.planner.ledger.LayerId;
import alvh.planner.money.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that dies at any point of a run ends reconciled: no second order, no lost fill (promises 1-3, 17, 20). */
class RestartTest {

    /** A run with a name; each step is a point where the process may die. */
    record Story(String name, List<Consumer<Rig>> steps) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() {
        return Stream.of(
                new Story("one call filled", List.of(r -> r.release(Plans.oneCall("a")), r -> r.fillLast(1, "0.73"))),
                new Story("rung, then filled", List.of(r -> r.release(Plans.oneCall("a")), r -> r.advance(61),
                        r -> r.advance(1), r -> r.fillLast(1, "0.74"))),
                new Story("partly filled, then walked away", List.of(
                        r -> r.release(
                                Plans.plan("c", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 3, "0.73", "0.74"))),
                        r -> r.fillLast(1, "0.73"), r -> r.advance(61), r -> r.fillLast(1, "0.74"),
                        r -> r.advance(130))),
                new Story("three steps", List.of(
                        r -> r.release(Plans.plan("b", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73"),
                                Plans.spread(2, 1, "1.95"),
                                Plans.vixCall(3, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24"))),
                        r -> r.fillLast(1, "0.73"), r -> r.fillLast(1, "1.95"), r -> r.fillLast(1, "1.24"))),
                new Story("fill unheard", List.of(r -> r.release(Plans.oneCall("a")),
                        r -> r.broker.fill(r.broker.last(), 1, Price.of("0.73"), r.now))),
                new Story("killed", List.of(r -> r.release(Plans.oneCall("a")),
                        r -> r.post(new Event.Kill("anna", "test")))));
    }

    /** Dies after each step, with the journal cut at every transaction that was not forced. */
    @ParameterizedTest
    @MethodSource("stories")
    void P20_everyCutEndsReconciledWithoutASecondOrder(Story story) {
        for (int dieAfter = 1; dieAfter <= story.steps().size(); dieAfter++) {
            for (int cut : cutsAfter(story, dieAfter)) {
                Rig rig = run(story, dieAfter);
                int sentBefore = rig.sent.size();
                rig.crash(cut);
                rig.gateClosed = false;
                rig.ready();
                String at = story + ", died after step " + dieAfter + " at record " + cut;
                assertThat(rig.sent).as(at + ": a restart sends nothing").hasSize(sentBefore);
                rig.advance(200);
                assertThat(rig.state.ledger().positions()).as(at).isEqualTo(rig.broker.positions);
                assertThat(rig.broker.orders.stream().filter(TinyBroker.Order::open)).as(at + ": cancelled at its end")
                        .isEmpty();
                assertThat(rig.state.books().openIntents()).as(at).isEmpty();
                assertThat(rig.state.ledger().reserved().isZero()).as(at).isTrue();
                assertThat(rig.halts()).as(at).isEmpty();
                assertThat(ExecutionState.restore(rig.settings, rig.journal).books()).as(at)
                        .isEqualTo(rig.state.books());
            }
        }
    }

    private static Rig run(Story story, int steps) {
        Rig rig = new Rig().ready();
        story.steps().subList(0, steps).forEach(s -> s.accept(rig));
        return rig;
    }

    private static List<Integer> cutsAfter(Story story, int steps) {
        Rig rig = run(story, steps);
        List<Integer> cuts = new ArrayList<>();
        for (int cut : rig.cuts) {
            if (cut >= rig.forced && !cuts.contains(cut)) {
                cuts.add(cut);
            }
        }
        assertThat(cuts).isNotEmpty();
        return cuts;
    }

    @Test
    void P02_dyingBeforeTheForceSendsNothingAndFreesTheReservation() {
        Rig rig = new Rig().ready();
        rig.holdForce = true;
        rig.release(Plans.oneCall("a"));
        int all = rig.journal.size();
        rig.holdForce = false;
        rig.crash(all);
        rig.ready();
        // The order may have been on its way: SEND_START is there, the broker knows nothing, the day is not over.
        assertThat(rig.sent).isEmpty();
        Attempt attempt = rig.state.books().attempts().values().iterator().next();
        assertThat(attempt.state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.state.ledger().reserved().isPositive()).isTrue();
    }

    @Test
    void P03_unknownOrderIsNotResentTodayAndExpiresAfterTheClose() {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        rig.wireSilent = false;
        rig.crash(rig.journal.size());
        rig.ready();
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.state.ledger().reserved().isPositive()).isTrue();
        rig.release(Plans.oneCall("d"));
        assertThat(rig.sent).as("nothing in the same instrument while it is unknown").hasSize(1);

        rig.advance(7 * 3600);
        rig.post(new Event.Fire(Event.Job.END_OF_DAY, rig.now));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.EXPIRED);
        assertThat(rig.state.ledger().reserved().isZero()).isTrue();
        assertThat(rig.state.cases()).isEmpty();
    }

    @Test
    void P02_theSamePlanIsNeverReleasedTwice() {
        Rig rig = new Rig().ready();
        rig.release(Plans.oneCall("a")).fillLast(1, "0.73");
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).hasSize(1);
        rig.crash(rig.journal.size());
        rig.ready();
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.alertCodes()).contains("E-APPR-USED");
    }

    @Test
    void P02_orderIdsOnlyRise() {
        Rig rig = new Rig().ready();
        rig.release(Plans.oneCall("a")).fillLast(1, "0.73");
        int first = rig.sent.get(0).orderId();
        rig.crash(rig.journal.size());
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, first - 4, false, 0));
        rig.advance(601);
        rig.release(Plans.oneCall("b"));
        assertThat(rig.sent.get(1).orderId()).isGreaterThan(first);
    }
}
