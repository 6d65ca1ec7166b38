package alvh.daemon.execution;

import java.time.Instant;
import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.market.AccountKind;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Never trade before reconciled; the ledger equals the broker (promises 16, 19; reliability 5.4). */
class ReconcileTest {

    private static final InstrumentKey SHORT_PUT = InstrumentKey.of("DIS   260417P00092000");

    private static void up(Rig rig) {
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, 1, false, 3));
    }

    @Test
    void P16_twoEqualReadingsTenSecondsApartBeforeReady() {
        Rig rig = new Rig();
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.DOWN);
        up(rig);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.RECONCILING);
        rig.advance(9);
        rig.broker.foreign(SHORT_PUT, Side.SELL, 2, Price.of("2.10"), rig.now);
        rig.advance(1);
        assertThat(rig.state.readiness().level()).as("the second reading differs")
                .isEqualTo(Readiness.Level.RECONCILING);
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).isEmpty();
        assertThat(rig.closed.get(0).because()).contains("NOT_READY");
        rig.advance(10);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.READY);
        assertThat(rig.journal).anyMatch(r -> r instanceof JournalRecord.SnapshotDigest);
    }

    @Test
    void P16_readingsThatNeverAgreeAreSaidAloudAfterAMinute() {
        Rig rig = new Rig();
        up(rig);
        for (int i = 0; i < 7; i++) {
            rig.broker.foreign(SHORT_PUT, Side.SELL, 1, Price.of("2.10"), rig.now);
            rig.advance(10);
        }
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.RECONCILING);
        assertThat(rig.alertCodes()).contains("E-RECONCILE");
    }

    @ParameterizedTest
    @ValueSource(ints = {1101, 1102})
    void P16_everyReturnOfTheLinkIsReconciled(int code) {
        Rig rig = new Rig().ready();
        rig.post(new Event.FarmLink(1100, "lost"));
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.DEGRADED);
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).isEmpty();
        rig.post(new Event.FarmLink(code, "back"));
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.RECONCILING);
        rig.advance(10);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.READY);
    }

    @Test
    void P17_F24_fillsAreTakenInWhileDegraded() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.post(new Event.FarmLink(1100, "lost"));
        rig.fillLast(1, "0.73");
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
    }

    @Test
    void P19_firstStartSeedsEveryHoldingAsTheBooks() {
        Rig rig = new Rig();
        rig.broker.foreign(SHORT_PUT, Side.SELL, 2, Price.of("2.10"), rig.now);
        rig.broker.positions.put(InstrumentKey.of("KO"), 100L);
        rig.ready();
        assertThat(rig.state.ledger().openBookLots()).hasSize(2)
                .allMatch(l -> l.source() == Lot.Source.AVGCOST && l.owner() == Owner.BOOK);
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
        rig.advance(700);
        assertThat(rig.state.ledger().positions()).as("the execution inside the holding is not counted twice")
                .isEqualTo(rig.broker.positions);
        rig.post(rig.broker.foreign(SHORT_PUT, Side.BUY, 1, Price.of("1.00"), rig.now));
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
        rig.crash(rig.journal.size());
        rig.ready();
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
        assertThat(rig.state.cases()).isEmpty();
    }

    @Test
    void P19_unexplainedChangeOfTheBookIsRebasedAndShown() {
        Rig rig = new Rig();
        rig.broker.positions.put(SHORT_PUT, -2L);
        rig.ready();
        rig.broker.positions.put(SHORT_PUT, -1L);
        rig.advance(70);
        rig.advance(20);
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
        assertThat(rig.state.cases()).extracting(OpenCase::kind).containsExactly(OpenCase.Kind.GAP);
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).as("a gap halts nothing").hasSize(1);
    }

    @Test
    void P19_unexplainedChangeOfAHedgeStopsBuysUntilDecided() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");
        rig.broker.positions.put(Plans.VIX_CALL, 3L);
        rig.advance(400);
        assertThat(rig.state.cases()).extracting(OpenCase::kind).containsExactly(OpenCase.Kind.POSITION);
        rig.release(Plans.plan("f", Plans.vixCall(1, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24")));
        assertThat(rig.sent).hasSize(1);
        int id = rig.state.cases().get(0).caseId();
        rig.post(new Event.Decide(id, "rebase", "bought two by hand", "anna"));
        assertThat(rig.state.cases()).isEmpty();
        assertThat(rig.state.ledger().positions()).containsEntry(Plans.VIX_CALL, 3L);
        rig.advance(601);
        rig.release(Plans.plan("g", Plans.vixCall(1, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24")));
        assertThat(rig.sent).hasSize(2);
    }

    @Test
    void P07_F42_hedgeSoldByHandIsAClaimAndIsNotSoldAgain() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");
        rig.post(rig.broker.foreign(Plans.VIX_CALL, Side.SELL, 1, Price.of("0.80"), rig.now));
        rig.advance(400);
        assertThat(rig.state.cases()).extracting(OpenCase::kind).contains(OpenCase.Kind.CLAIM);
        String lot = rig.state.ledger().openHedgeLots().get(0).lotId();
        rig.release(Plans.plan("s", Plans.sale(1, Plans.VIX_CALL, 1, lot, "0.70", "0.68")));
        assertThat(rig.sent).hasSize(1);
        assertThat(rig.closed.getLast().because()).contains("CLAIM_CASE");
    }

    @Test
    void P21_orderOfOursThatIsNotInTheJournalIsAnOrphan() {
        Rig rig = new Rig();
        String ref = new OrderRef(AccountKind.SIMULATED, "K3M9TQ2W8Z5A4B7C", 1, 1).text();
        rig.broker.accept(
                new OrderRequest(5, ref, TinyBroker.ACCOUNT, List.of(new Lot.LotLeg(Plans.VIX_CALL, 1, Side.BUY)),
                        Side.BUY, 1, Price.of("0.73")));
        up(rig);
        rig.advance(30);
        assertThat(rig.halts()).containsExactly("E-ORPHAN");
        assertThat(rig.broker.last().open()).as("cancelled").isFalse();
        assertThat(rig.state.cases()).extracting(OpenCase::kind).containsExactly(OpenCase.Kind.ORPHAN);
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).isEmpty();
    }

    @Test
    void P21_F48_orderOfANewerStartMeansAnotherDaemon() {
        Rig rig = new Rig().ready();
        String ref = new OrderRef(AccountKind.SIMULATED, "K3M9TQ2W8Z5A4B7C", 9, 1).text();
        rig.post(new Event.OrderSeen(50, 99, 900_700, ref, TinyBroker.ACCOUNT, List.of(Plans.VIX_CALL), Side.BUY, 1,
                Price.of("0.73"), "Submitted", 0, 1));
        assertThat(rig.halts()).containsExactly("E-FOREIGN-EPOCH");
        assertThat(rig.commands).noneMatch(Command.Cancel.class::isInstance);
    }

    @Test
    void ordersOfOthersAreLeftAlone() {
        Rig rig = new Rig().ready();
        rig.post(new Event.OrderSeen(0, 0, 900_800, "", TinyBroker.ACCOUNT, List.of(SHORT_PUT), Side.BUY, 1,
                Price.of("1.00"), "Submitted", 0, 1));
        assertThat(rig.halts()).isEmpty();
        assertThat(rig.commands).noneMatch(Command.Cancel.class::isInstance);
    }

    @Test
    void readOnlyGatewayPlansAndSendsNothing() {
        Rig rig = new Rig();
        rig.broker.readOnly = true;
        rig.broker.positions.put(SHORT_PUT, -2L);
        up(rig);
        rig.advance(10);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.READ_ONLY);
        assertThat(rig.state.readiness().words()).contains("Read-Only API");
        assertThat(rig.state.mayPlan()).isTrue();
        assertThat(rig.state.ledger().positions()).containsEntry(SHORT_PUT, -2L);
        rig.release(Plans.oneCall("a"));
        assertThat(rig.sent).isEmpty();
        rig.broker.readOnly = false;
        rig.advance(200);
        assertThat(rig.state.readiness().level()).as("the box was cleared").isEqualTo(Readiness.Level.READY);
    }

    @Test
    void P25_clockSkewBlocksAndWarns() {
        Rig rig = new Rig();
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, 1, false, 5001));
        rig.advance(30);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.DEGRADED);
        assertThat(rig.alertCodes()).contains("E-CLOCK");
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, 1, false, -1001));
        rig.advance(10);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.READY);
        assertThat(rig.alertCodes()).contains("W-CLOCK");
    }

    @Test
    void P10_sessionOfAnotherAccountEndsTheProcess() {
        Rig rig = new Rig();
        rig.post(new Event.SessionUp("DUSIM0002", 200, 1, false, 0));
        assertThat(rig.exit).isEqualTo(10);
    }

    @Test
    void F10_absurdNextOrderIdIsRefused() {
        Rig rig = new Rig();
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, Integer.MAX_VALUE, false, 0));
        rig.advance(30);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.DEGRADED);
    }

    @Test
    void P16_twoReadingsAtOnceAreNotTwoReadings() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.crash(rig.journal.size());
        up(rig);
        // A word about a dying order asks for one more reading at once.
        rig.hear(rig.broker.cancel(rig.broker.last()));
        rig.drain();
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.RECONCILING);
        rig.advance(20);
        assertThat(rig.state.readiness().level()).isEqualTo(Readiness.Level.READY);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void P19_positionsThatLagBehindTheirFillAreNoCase() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");
        rig.broker.positions.remove(Plans.VIX_CALL);
        rig.post(new Event.TimerFired("poll"));
        rig.post(new Event.TimerFired("poll"));
        assertThat(rig.state.cases()).isEmpty();
        rig.broker.positions.put(Plans.VIX_CALL, 1L);
        rig.advance(400);
        assertThat(rig.state.cases()).isEmpty();
    }

    @Test
    void P19_holdingThatVanishesIsRebasedToNothing() {
        Rig rig = new Rig();
        rig.broker.positions.put(SHORT_PUT, -2L);
        rig.ready();
        rig.broker.positions.put(SHORT_PUT, 0L);
        rig.advance(90);
        assertThat(rig.state.ledger().positions()).isEmpty();
        assertThat(rig.state.ledger().openBookLots()).isEmpty();
        rig.crash(rig.journal.size());
        rig.ready();
        assertThat(rig.state.ledger().positions()).isEmpty();
    }

    @Test
    void P19_settledContractAsksForItsValueAndBooksIt() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        rig.fillLast(1, "0.73");
        rig.advance(400);
        rig.now = Instant.parse("2026-04-16T14:00:00Z");
        rig.broker.positions.remove(Plans.VIX_CALL);
        rig.advance(700);
        assertThat(rig.state.cases()).extracting(OpenCase::kind).containsExactly(OpenCase.Kind.SETTLEMENT);
        assertThat(rig.state.halts()).isEmpty();
        int id = rig.state.cases().get(0).caseId();
        rig.post(new Event.Decide(id, "value AMOUNT", "the template itself is no answer", "anna"));
        rig.post(new Event.Decide(id, "value 1e9", "no amount", "anna"));
        assertThat(rig.state.cases()).hasSize(1);
        rig.post(new Event.Decide(id, "value 125.00", "VRO 27.25 by the statement", "anna"));
        assertThat(rig.state.cases()).isEmpty();
        assertThat(rig.state.ledger().openHedgeLots()).isEmpty();
        assertThat(rig.state.ledger().positions()).isEmpty();
    }

    @Test
    void P23_answersWithoutReasonOrOutsideTheChoicesChangeNothing() {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        rig.advance(61);
        int id = rig.state.cases().get(0).caseId();
        rig.post(new Event.Decide(id, "dead", " ", "anna"), new Event.Decide(id, "yes", "sure", "anna"),
                new Event.Decide(99, "dead", "no such case", "anna"),
                new Event.Decide(id, "wait", "calling IB", "anna"));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.state.cases()).hasSize(1);
        rig.post(new Event.Decide(id, "dead", "not in TWS, not in the statement", "anna"));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(rig.state.ledger().reserved().isZero()).isTrue();
        assertThat(rig.journal.subList(0, rig.forced)).anyMatch(JournalRecord.Decision.class::isInstance);
        assertThat(rig.sent).as("a person's word is no reason to walk on").hasSize(1);
    }

    @Test
    void P20_unverifiedFillOfAnOlderStartIsNotForgotten() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        TinyBroker.Order order = rig.broker.last();
        order.status = "Filled";
        rig.post(new Event.StatusSeen(order.request.orderId(), TinyBroker.CLIENT, order.permId, "Filled", 1, 0));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNVERIFIED);
        rig.crash(rig.journal.size());
        rig.ready();
        rig.advance(61);
        assertThat(rig.halts()).containsExactly("E-UNVERIFIED");
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
    }

    @Test
    void P19_fillDuringTheReadingIsNotAGap() {
        Rig rig = new Rig().ready().release(Plans.oneCall("a"));
        // A reading begins; its positions are of the moment before the fill, whose execution comes first.
        rig.commands.clear();
        Event.TruthRead before = new Event.TruthRead(rig.state.session().nextToken(), rig.broker.truth(rig.now));
        Step step = ExecutionCore.step(rig.state, new Event.TimerFired("poll"), rig.now);
        rig.state = step.state();
        rig.fillLast(1, "0.73");
        rig.post(before);
        assertThat(rig.state.cases()).isEmpty();
        rig.advance(700);
        assertThat(rig.state.cases()).isEmpty();
        assertThat(rig.state.ledger().positions()).isEqualTo(rig.broker.positions);
    }
}
