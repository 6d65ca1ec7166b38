package alvh.daemon.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import alvh.daemon.desk.Event;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the broker may say about an order, and what must come of it (reliability 5.1, 5.5; faults F7-F14, F34-F40). */
class OrderWordsTest {

    private static Rig working() {
        return new Rig().ready().release(Plans.oneCall("a"));
    }

    private static Event.StatusSeen status(Rig rig, String status, long filled, long remaining) {
        TinyBroker.Order order = rig.broker.last();
        return new Event.StatusSeen(order.request.orderId(), TinyBroker.CLIENT, order.permId, status, filled,
                remaining);
    }

    private static Event.OrderError error(Rig rig, int code) {
        return new Event.OrderError(rig.sent.getLast().orderId(), code, "text of " + code);
    }

    @Test
    void P17_fiftyDuplicatesInAnyOrderChangeNothing() {
        Rig rig = working();
        rig.fillLast(1, "0.73");
        Usd cost = rig.state.ledger().openHedgeLots().get(0).cost();
        int journal = rig.journal.size();
        List<Event> again = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            again.add(status(rig, "Submitted", 0, 1));
            again.add(status(rig, "Filled", 1, 0));
            again.addAll(rig.broker.executions);
            again.addAll(rig.broker.commissions);
            again.add(rig.broker.seen(rig.broker.last()));
        }
        Collections.shuffle(again, new Random(7));
        rig.post(again);
        assertThat(rig.state.ledger().openHedgeLots().get(0).cost()).isEqualTo(cost);
        assertThat(rig.journal).hasSize(journal);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
    }

    @Test
    void P17_duplicatesWhileWorkingAreIdempotent() {
        Rig rig = working();
        int journal = rig.journal.size();
        for (int i = 0; i < 50; i++) {
            rig.post(status(rig, "Submitted", 0, 1), status(rig, "PreSubmitted", 0, 1));
        }
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.WORKING);
        assertThat(rig.journal.size() - journal).as("the backward word is noted once").isEqualTo(1);
    }

    @Test
    void P17_fillWithNoStatusAtAllCounts() {
        Rig rig = working();
        rig.broker.fill(rig.broker.last(), 1, Price.of("0.73"), rig.now);
        rig.post(rig.broker.executions.get(0));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
        assertThat(rig.closed.get(0).result()).isEqualTo("DONE");
    }

    @Test
    void P05_filledByStatusWithoutExecutionsIsUnverifiedThenUnknownAndHalts() {
        Rig rig = working();
        rig.broker.executionsEnded = true;
        rig.broker.last().status = "Filled";
        rig.post(status(rig, "Filled", 1, 0));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNVERIFIED);
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.of("75.60"));
        rig.advance(59);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNVERIFIED);
        rig.advance(2);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.of("75.60"));
        assertThat(rig.halts()).containsExactly("E-UNVERIFIED");
        assertThat(rig.state.cases()).extracting(OpenCase::kind).contains(OpenCase.Kind.UNVERIFIED_FILL);
    }

    @Test
    void P17_unverifiedFillIsFoundByTheReadingAfterTenSeconds() {
        Rig rig = working();
        rig.broker.fill(rig.broker.last(), 1, Price.of("0.73"), rig.now);
        rig.post(status(rig, "Filled", 1, 0));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNVERIFIED);
        rig.advance(10);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
        assertThat(rig.halts()).isEmpty();
    }

    @Test
    void P23_unknownStatusIsUnknownAndHalts() {
        Rig rig = working();
        rig.post(status(rig, "Weird", 0, 1));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.halts()).containsExactly("E-STATUS");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 110, 109, 200, 321, 434, 435, 460})
    void rejectOfAnOrderNobodySawIsFinal(int code) {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        rig.post(error(rig, code));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.REJECTED);
        assertThat(rig.intent(0).closedBecause()).isEqualTo("REJECTED");
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.ZERO);
        assertThat(rig.closed.get(0).result()).isEqualTo("NOT_SENT");
    }

    @Test
    void rejectAfterTheOrderWasSeenIsConfirmedFirst() {
        Rig rig = working();
        rig.post(error(rig, 201));
        assertThat(rig.attempt(0).alive()).as("the truth still shows it open").isTrue();
        rig.broker.last().status = "Rejected";
        rig.advance(10);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"103", "999", "10311"})
    void P23_codesThatMayHideAnOrderAreUnknownAndHalt(int code) {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        rig.post(error(rig, code));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.state.ledger().reserved().isPositive()).isTrue();
        assertThat(rig.halts()).containsExactly("E-BROKER-CODE");
    }

    @ParameterizedTest
    @ValueSource(ints = {399, 404, 481, 10349})
    void P13_orderThatDiffersFromTheApprovedOneIsCancelled(int code) {
        Rig rig = working();
        rig.post(error(rig, code));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(rig.alertCodes()).contains("E-ORDER-DIFFERS");
    }

    @ParameterizedTest
    @ValueSource(ints = {10147, 161, 135, 136, 10148})
    void P17_failedCancelIsReadAgainAndFindsTheFill(int code) {
        Rig rig = working();
        rig.loseCancels = true;
        rig.advance(60);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCEL_REQ);
        rig.broker.fill(rig.broker.last(), 1, Price.of("0.73"), rig.now);
        rig.post(error(rig, code));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.FILLED);
        assertThat(rig.sent).hasSize(1);
    }

    @Test
    void P02_twoPermIdsAreBothCancelledAndHalt() {
        Rig rig = working();
        TinyBroker.Order twin = rig.broker.accept(rig.sent.get(0));
        twin.status = "Submitted";
        rig.post(rig.broker.seen(twin));
        assertThat(rig.halts()).contains("E-TWO-PERMIDS");
        rig.advance(20);
        assertThat(rig.broker.orders.get(1).open()).isFalse();
        assertThat(rig.attempt(0).permIds()).hasSize(2);
    }

    @Test
    void P10_referenceThatDoesNotComeBackHalts() {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        rig.post(new Event.OrderSeen(rig.sent.get(0).orderId(), TinyBroker.CLIENT, 900_500, "HB1.S.cut",
                TinyBroker.ACCOUNT,
                List.of(Plans.VIX_CALL), Side.BUY, 1, Price.of("0.73"), "Submitted", 0, 1));
        assertThat(rig.halts()).containsExactly("E-REF-ECHO");
        assertThat(rig.state.cases()).extracting(OpenCase::kind).contains(OpenCase.Kind.REF_ECHO);
        assertThat(rig.attempt(0).cancelAsked()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"U7654321, 1, BUY", "DUSIM0001, 2, BUY", "DUSIM0001, 1, SELL"})
    void P10_anotherAccountQuantityOrSideHalts(String account, long quantity, Side side) {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        rig.post(new Event.OrderSeen(rig.sent.get(0).orderId(), TinyBroker.CLIENT, 900_500, rig.sent.get(0).orderRef(),
                account, List.of(Plans.VIX_CALL), side, quantity, Price.of("0.73"), "Submitted", 0, quantity));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.halts()).containsExactly("E-FOREIGN");
    }

    /** Reliability 8.2: what the broker calls a quantity and cannot be one; -1 is what could not be read. */
    @ParameterizedTest
    @CsvSource({"-1, 1", "0, -1", "-3, 4", "2, 0", "999999999, 0"})
    void P23_aQuantityThatCannotBeIsUnknownAndHalts(long filled, long remaining) {
        Rig rig = working();
        rig.post(new Event.StatusSeen(rig.sent.get(0).orderId(), TinyBroker.CLIENT, 0, "Submitted", filled, remaining));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.halts()).containsExactly("E-QUANTITY");
        assertThat(rig.state.ledger().reserved()).as("the reservation is held").isNotEqualTo(Usd.ZERO);
    }

    /** Another symbol, a contract the bot cannot even name, and a quantity that cannot be read. */
    @ParameterizedTest
    @CsvSource({"AAPL, 1", ", 1", "ours, -1", "ours, 0"})
    void P10_anotherContractUnderOurReferenceHalts(String contract, long quantity) {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        List<InstrumentKey> keys = contract == null
                ? List.of()
                : List.of(contract.equals("AAPL") ? InstrumentKey.of(contract) : Plans.VIX_CALL);
        rig.post(new Event.OrderSeen(rig.sent.get(0).orderId(), TinyBroker.CLIENT, 900_500, rig.sent.get(0).orderRef(),
                TinyBroker.ACCOUNT, keys, Side.BUY, quantity, Price.of("0.73"), "Submitted", 0, 1));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.halts()).containsExactly("E-FOREIGN");
    }

    /** Methodology 3.8, two accounts: what another account trades is neither ours nor the book's; one of ours there halts. */
    @Test
    void P10_aTradeOfAnotherAccountIsNotBooked() {
        Rig rig = working();
        int before = rig.journal.size();
        rig.post(execution("0001.01.01", "", "U7654321"));
        assertThat(rig.state.ledger().lots()).isEmpty();
        assertThat(rig.journal).hasSize(before);
        assertThat(rig.halts()).isEmpty();
        rig.post(execution("0002.01.01", rig.sent.get(0).orderRef(), "U7654321"));
        assertThat(rig.state.ledger().lots()).isEmpty();
        assertThat(rig.halts()).containsExactly("E-FOREIGN");
        rig.post(execution("0003.01.01", "", TinyBroker.ACCOUNT));
        assertThat(rig.state.ledger().openBookLots()).as("somebody's trade in this account is the book's").hasSize(1);
    }

    private static Event.ExecutionSeen execution(String execId, String orderRef, String account) {
        return new Event.ExecutionSeen(execId, 0, 0, 800_001, orderRef, account, Plans.VIX_CALL, false, Side.BUY, 1,
                Price.of("0.73"), 100, Instant.parse("2026-03-10T14:16:00Z"));
    }

    @Test
    void P06_overfillHaltsWithinOneEvent() {
        Rig rig = working();
        rig.fillLast(1, "0.73");
        rig.post(rig.broker.fillLeg(rig.broker.last(), rig.sent.get(0).legs().get(0), 1, Price.of("0.73"), rig.now));
        assertThat(rig.halts()).containsExactly("E-OVERFILL");
        assertThat(rig.state.ledger().positions()).as("booked all the same").isEqualTo(rig.broker.positions);
    }

    @Test
    void F7_ackLostIsFoundByTheReadingAfterTenSeconds() {
        Rig rig = new Rig().ready();
        rig.noise = word -> List.of();
        rig.release(Plans.oneCall("a"));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.SENT);
        rig.advance(10);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.WORKING);
        assertThat(rig.sent).hasSize(1);
    }

    @Test
    void P03_F8_silenceForAMinuteIsUnknownAndALateAckAdoptsIt() {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        rig.release(Plans.oneCall("a"));
        rig.advance(61);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.UNKNOWN);
        assertThat(rig.alertCodes()).contains("E-UNKNOWN-ORDER");
        TinyBroker.Order late = rig.broker.accept(rig.sent.get(0));
        late.status = "Submitted";
        rig.post(rig.broker.seen(late));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.WORKING);
        assertThat(rig.state.cases()).isEmpty();
        rig.advance(130);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(rig.sent).as("never a second order").hasSize(1);
    }

    @Test
    void F38_inactiveIsCancelledAfterAMinuteAndMayReviveBefore() {
        Rig rig = working();
        rig.post(status(rig, "Inactive", 0, 1));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.INACTIVE);
        assertThat(rig.state.ledger().reserved().isPositive()).isTrue();
        rig.post(status(rig, "Submitted", 0, 1));
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.WORKING);
        rig.post(status(rig, "Inactive", 0, 1));
        rig.advance(61);
        assertThat(rig.attempt(0).state()).isEqualTo(AttemptState.CANCELLED);
    }

    @Test
    void P05_F36_correctionReplacesAndIsCheckedAgainstTheBudget() {
        Rig rig = working();
        rig.fillLast(1, "0.73");
        Event.ExecutionSeen first = rig.broker.executions.get(0);
        String corrected = first.execId().substring(0, first.execId().length() - 2) + "02";
        rig.post(new Event.ExecutionSeen(corrected, first.orderId(), first.clientId(), first.permId(), first.orderRef(),
                first.account(), first.key(), false, first.side(), 1, Price.of("0.70"), 100, first.at()));
        assertThat(rig.state.ledger().openHedgeLots()).hasSize(1);
        assertThat(rig.attempt(0).packages(rig.intent(0).intent().legs())).isEqualTo(1);
        // The commission of the corrected execution is not reported again: its fee stays in reserve.
        assertThat(rig.state.ledger().openHedgeLots().get(0).cost().plus(rig.state.ledger().reserved()))
                .isBetween(Usd.of("70.00"), Usd.of("71.60"));
        assertThat(rig.halts()).isEmpty();
    }

    @Test
    void F37_commissionBeforeItsExecutionAndAnImpossibleOne() {
        Rig rig = working();
        rig.broker.fill(rig.broker.last(), 1, Price.of("0.73"), rig.now);
        rig.post(rig.broker.commissions.get(0));
        rig.post(rig.broker.executions.get(0));
        assertThat(rig.state.ledger().openHedgeLots().get(0).cost()).isEqualTo(Usd.of("74.02"));
        rig.post(new Event.CommissionSeen(rig.broker.executions.get(0).execId(), Usd.of("-1")));
        rig.post(new Event.CommissionSeen(rig.broker.executions.get(0).execId(), null));
        assertThat(rig.alertCodes()).contains("W-COMMISSION");
        assertThat(rig.state.ledger().openHedgeLots().get(0).cost()).isEqualTo(Usd.of("74.02"));
    }

    @Test
    void F37_aCommissionThatIsNoneIsSaidAndTheMaximumStaysReserved() {
        Rig rig = working();
        rig.broker.fill(rig.broker.last(), 1, Price.of("0.73"), rig.now);
        rig.post(rig.broker.executions.get(0));
        Usd reserved = rig.state.ledger().reserved();
        Usd cost = rig.state.ledger().openHedgeLots().get(0).cost();
        assertThat(rig.alertCodes()).doesNotContain("W-COMMISSION");
        rig.post(new Event.CommissionSeen(rig.broker.executions.get(0).execId(), null));
        assertThat(rig.alertCodes()).containsOnlyOnce("W-COMMISSION");
        assertThat(reserved.isPositive()).as("the fee is reserved until it is known").isTrue();
        assertThat(rig.state.ledger().reserved()).isEqualTo(reserved);
        assertThat(rig.state.ledger().openHedgeLots().get(0).cost()).isEqualTo(cost);
        rig.post(rig.broker.commissions.get(0));
        assertThat(rig.state.ledger().reserved()).as("the real one releases it").isLessThan(reserved);
    }

    @Test
    void C25_threeRejectsInARowHaltAndAPersonsResumeLetsGoOn() {
        Rig rig = new Rig().ready();
        rig.wireSilent = true;
        for (int i = 0; i < 3; i++) {
            rig.release(Plans.plan("r" + i, Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, 1, "0.73", "0.74")));
            rig.post(error(rig, 201));
        }
        assertThat(rig.halts()).containsExactly("E-REJECTS");
        rig.release(Plans.oneCall("x"));
        assertThat(rig.sent).hasSize(3);
        rig.crash(rig.journal.size());
        rig.ready();
        assertThat(rig.halts()).as("a restart forgets no halt").containsExactly("E-REJECTS");
        rig.post(new Event.Resume("anna", "looked at it"));
        rig.release(Plans.oneCall("y"));
        assertThat(rig.sent).hasSize(4);
    }
}
