package alvh.daemon.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every check between fresh quotes and the write-ahead refuses with its own name (promises 5, 8, 9, 12, 13, 18). */
class PreflightTest {

    record Trouble(String code, Consumer<Rig> world) {

        @Override
        public String toString() {
            return code;
        }
    }

    private static Consumer<Rig> quote(double bid, double ask, Quality quality, int ageSeconds) {
        return r -> r.quotes.put(Plans.VIX_CALL, new Quote(bid, ask, 5, 5, r.now.minusSeconds(ageSeconds), quality));
    }

    static Stream<Trouble> troubles() {
        return Stream.of(new Trouble("Q-ONESIDED", quote(Double.NaN, 0.76, Quality.LIVE, 0)),
                new Trouble("Q-EMPTY", quote(Double.NaN, Double.NaN, Quality.LIVE, 0)),
                new Trouble("Q-CROSSED", quote(0.80, 0.76, Quality.LIVE, 0)),
                new Trouble("Q-TYPE", quote(0.68, 0.76, Quality.DELAYED, 0)),
                new Trouble("Q-TYPE", quote(0.68, 0.76, Quality.FROZEN, 0)),
                new Trouble("Q-STALE", quote(0.68, 0.76, Quality.STALE, 0)),
                new Trouble("Q-WIDE", quote(0.55, 0.76, Quality.LIVE, 0)),
                new Trouble("DRIFTED", quote(0.76, 0.84, Quality.LIVE, 0)),
                new Trouble("DRIFTED", quote(0.60, 0.68, Quality.LIVE, 0)),
                new Trouble("COLLAR", quote(0.65, 0.73, Quality.LIVE, 0)),
                new Trouble("Q-SPOT", r -> r.vix = Double.NaN), new Trouble("Q-SPOT", r -> r.vix = 2.59),
                new Trouble("Q-SPOT", r -> r.vix = 52.01), new Trouble("LINK", r -> r.roundTripMillis = 1001),
                new Trouble("SESSION", r -> r.liquidUntil = null),
                new Trouble("SESSION", r -> r.liquidUntil = r.now.plusSeconds(14 * 60)),
                new Trouble("SESSION", r -> r.now = Instant.parse("2026-03-10T13:44:59Z")),
                new Trouble("SESSION", r -> r.now = Instant.parse("2026-03-10T19:45:00Z")));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void P08_P09_P11_P18_refusedByName(Trouble trouble) {
        Rig rig = new Rig().ready();
        trouble.world().accept(rig);
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).isEmpty();
        assertThat(rig.closed.get(0).result()).isEqualTo("NOT_SENT");
        assertThat(rig.closed.get(0).because()).contains(trouble.code());
        boolean moved = !trouble.code().equals("LINK") && !trouble.code().equals("SESSION");
        assertThat(rig.closed.get(0).stepsLeft()).isEqualTo(moved ? List.of(1) : List.of());
        assertThat(rig.state.books().intents()).isEmpty();
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.ZERO);
    }

    @Test
    void P08_staleQuoteOfAnyAgeAboveFiveSeconds() {
        Rig rig = new Rig().ready();
        rig.holdQuotes = true;
        rig.release(Plans.oneCall("a"));
        Event.QuotesProven proof = rig.proof(rig.commands.stream()
                .filter(Command.ProveQuotes.class::isInstance)
                .map(Command.ProveQuotes.class::cast).findFirst().orElseThrow());
        rig.now = rig.now.plusSeconds(5);
        rig.post(proof);
        assertThat(rig.closed.get(0).because()).contains("Q-STALE");
    }

    @Test
    void P18_noAnswerToTheProofWithinFifteenSeconds() {
        Rig rig = new Rig().ready();
        rig.holdQuotes = true;
        rig.release(Plans.oneCall("a"));
        rig.advance(15);
        assertThat(rig.sent).isEmpty();
        assertThat(rig.closed.get(0).because()).contains("LINK");
    }

    @Test
    void P13_driftedStepClosesItselfAndAllBehindIt() {
        Rig rig = new Rig().ready();
        rig.release(Plans.plan("b", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73"),
                Plans.spread(2, 1, "1.95"), Plans.vixCall(3, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24")));
        rig.quotes.put(Plans.XSP_HIGH, new Quote(9.10, 9.20, 5, 5, rig.now, Quality.LIVE));
        rig.fillLast(1, "0.73");
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.closed.get(0).result()).isEqualTo("PARTIAL");
        assertThat(rig.closed.get(0).stepsLeft()).containsExactly(2, 3);
        assertThat(rig.closed.get(0).because()).contains("DRIFTED");
    }

    @Test
    void P13_secondHalfOfARollWaitsForItsSale() {
        Rig rig = new Rig().ready();
        PlannedOrder buy = Plans.vixCall(2, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24");
        PlannedOrder dependent = new PlannedOrder(2, buy.layer(), buy.effect(), buy.legs(), 1, 100, buy.ladder(),
                buy.worstCase(), buy.fees(), buy.closesLots(), 1, buy.words(), buy.because(), buy.bid(), buy.ask());
        rig.release(Plans.plan("b", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73"), dependent));
        rig.advance(121);
        assertThat(rig.sent).as("step 1 was not filled").hasSize(1);
        assertThat(rig.closed).hasSize(1);
    }

    @Test
    void P05_budgetToTheCent() {
        Rig rig = new Rig().ready();
        rig.release(Plans.oneCall("a"), "75.59");
        assertThat(rig.closed.get(0).because()).contains("BUDGET").contains("$75.60").contains("$75.59");
        rig.release(Plans.oneCall("b"), "75.60");
        assertThat(rig.sent).hasSize(1);
    }

    @Test
    void P05_openReservationsCountWithTheBudget() {
        Rig rig = new Rig().ready();
        rig.release(Plans.oneCall("a"), "200");
        rig.release(Plans.plan("f", Plans.vixCall(1, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24")), "200");
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.closed.get(0).because()).contains("BUDGET");
    }

    @Test
    void P05_secondRungNeedsNoSecondReservation() {
        Rig rig = new Rig().ready();
        rig.release(Plans.oneCall("a"), "75.60");
        rig.advance(60);
        assertThat(rig.sent).hasSize(2);
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.of("75.60"));
    }

    @Test
    void C2_dayCapOrOneUnitOfALayer() {
        Rig rig = new Rig().ready();
        HedgePlan plan = Plans.plan("two", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73", "0.74"),
                Plans.vixCall(2, LayerId.BASE, Plans.VIX_FAR, 1, "1.24"));
        rig.release(plan, "300"); // half is 150: 74.02 + 125.60 is more, and Base has acted
        rig.fillLast(1, "0.73");
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.closed.get(0).because()).contains("DAILY_CAP");
    }

    @Test
    void C7_tenMinutesNeverExceedTheApprovedPlan() {
        Rig rig = new Rig().ready();
        rig.release(Plans.oneCall("a")).fillLast(1, "0.73");
        rig.release(Plans.oneCall("b"));
        assertThat(rig.closed.getLast().because()).contains("PERIOD_COLLAR");
        rig.advance(600);
        rig.release(Plans.oneCall("c"));
        assertThat(rig.sent).hasSize(2);
    }

    @Test
    void P12_C9_tenOrdersADayAlsoAcrossRestarts() {
        Rig rig = new Rig().ready();
        for (int i = 0; i < 11; i++) {
            rig.release(Plans.plan("n" + i + "x", Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73")), "5000");
            rig.hear(rig.broker.cancel(rig.broker.last()));
            rig.drain();
            rig.crash(rig.journal.size());
            rig.ready();
        }
        assertThat(rig.sent).hasSize(10);
    }

    @Test
    void P12_C10_aProgramSendsTheSameStepThreeTimesADayAPersonMore() {
        Rig rig = new Rig().ready();
        for (int i = 0; i < 4; i++) {
            rig.post(new Event.Release(Plans.oneCall("n" + i + "x"), Plans.budget("5000"), Event.AUTO));
            rig.hear(rig.broker.cancel(rig.broker.last()));
            rig.drain();
        }
        assertThat(rig.sent).hasSize(3);
        assertThat(rig.closed.getLast().because()).contains("STEP_REPEATED");
        rig.release(Plans.oneCall("byhand"), "5000");
        assertThat(rig.sent).hasSize(4);
    }

    @Test
    void C17_noBuyFiveDaysBeforeTheLastTrade() {
        Rig rig = new Rig();
        rig.now = Instant.parse("2026-04-10T14:15:00Z");
        rig.liquidUntil = Instant.parse("2026-04-10T20:15:00Z");
        rig.ready();
        HedgePlan plan = Plans.oneCall("late");
        rig.release(new HedgePlan(plan.hash(), plan.kind(), plan.asOf(), LocalDate.of(2026, 4, 10),
                plan.orders(), plan.worstCase()));
        assertThat(rig.closed.get(0).because()).contains("EXPIRY_NEAR");
    }

    @Test
    void P09_saleWindowIsWiderThanTheBuyWindow() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");
        rig.advance(400);
        String lot = rig.state.ledger().openHedgeLots().get(0).lotId();
        rig.now = Instant.parse("2026-03-10T20:05:00Z");
        rig.release(Plans.plan("s", Plans.sale(1, Plans.VIX_CALL, 1, lot, "0.70", "0.68")));
        assertThat(rig.sent).hasSize(2);
        rig.fillLast(1, "0.70");
        assertThat(rig.state.ledger().openHedgeLots()).isEmpty();
        assertThat(rig.closed.getLast().result()).isEqualTo("DONE");
        assertThat(rig.state.ledger().positions()).isEmpty();
    }

    @Test
    void P07_theSameLotIsNotSoldTwiceAtOnce() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");
        rig.advance(400);
        String lot = rig.state.ledger().openHedgeLots().get(0).lotId();
        rig.release(Plans.plan("s", Plans.sale(1, Plans.VIX_CALL, 1, lot, "0.70", "0.68")));
        rig.release(Plans.plan("t", Plans.sale(1, Plans.VIX_CALL, 1, lot, "0.69", "0.68")));
        assertThat(rig.sent).hasSize(2);
        assertThat(rig.closed.getLast().because()).contains("NOT_OWNED");
    }

    @Test
    void planOfAnotherDayIsNotReleased() {
        Rig rig = new Rig().ready();
        rig.now = rig.now.plusSeconds(24 * 3600);
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).isEmpty();
        assertThat(rig.closed.get(0).because()).contains("LIFE_OVER");
    }
}
