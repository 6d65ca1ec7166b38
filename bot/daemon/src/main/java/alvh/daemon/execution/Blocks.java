package alvh.daemon.execution;

import java.util.List;
import java.util.Optional;

import alvh.daemon.desk.Event;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot;
import alvh.planner.plan.PlannedOrder;

/** What forbids orders whatever their price: kill, stop, readiness, halts, open cases, the counters of the day. */
final class Blocks {

    private Blocks() {}

    static Optional<Refused> check(Turn turn, PlannedOrder order, String approver) {
        boolean sale = order.effect() == Effect.CLOSE;
        if (turn.books.killed() != null) {
            return refused(Refused.Code.KILLED, "the kill switch is active: " + turn.books.killed());
        }
        if (turn.stopping != null || turn.journalLost) {
            return refused(Refused.Code.STOPPING, turn.journalLost ? "the journal is lost" : turn.stopping);
        }
        if (!turn.readiness.maySend()) {
            return refused(Refused.Code.NOT_READY, turn.readiness.words());
        }
        // A person may reduce risk while buys are halted (C35); a program may not.
        boolean saleByPerson = sale && !approver.equals(Event.AUTO);
        for (String code : turn.books.halts().keySet()) {
            if (!saleByPerson || Faults.stopsSales(code)) {
                return refused(Refused.Code.HALTED, code + ": " + turn.books.halts().get(code));
            }
        }
        if (turn.books.counters().cancelsOn(turn.today()) >= turn.settings.limits().cancelsPerDay()) {
            return refused(Refused.Code.CANCELS_PER_DAY, "the day's cancels are used up");
        }
        return cases(turn, order, sale).or(() -> quarantined(turn, order.legs()));
    }

    /** For a step that has no intent yet: C9 and C10. */
    static Optional<Refused> counters(Turn turn, PlannedOrder order, String approver) {
        List<IntentBook> today = turn.books.intentsOn(turn.today());
        if (today.size() >= turn.settings.limits().intentsPerDay()) {
            return refused(Refused.Code.ORDERS_PER_DAY, today.size() + " orders were begun today");
        }
        long repeats = today.stream().filter(i -> i.intent().layer() == order.layer()
                && i.intent().effect() == order.effect() && i.intent().legs().equals(order.legs())).count();
        boolean repeated = approver.equals(Event.AUTO) && repeats >= turn.settings.limits().stepRepeats();
        return repeated
                ? refused(Refused.Code.STEP_REPEATED,
                        "the same step was sent " + repeats + " times today; a person may")
                : Optional.empty();
    }

    private static Optional<Refused> cases(Turn turn, PlannedOrder order, boolean sale) {
        for (OpenCase open : turn.books.openCases()) {
            if (open.kind() == OpenCase.Kind.POSITION && !sale) {
                return refused(Refused.Code.POSITION_CASE, "case " + open.caseId() + ": " + open.question());
            }
            boolean touches = order.legs().stream().anyMatch(l -> l.key().text().equals(open.subject()));
            if (open.kind() == OpenCase.Kind.CLAIM && order.effect() != Effect.OPEN && touches) {
                return refused(Refused.Code.CLAIM_CASE, "case " + open.caseId() + ": " + open.question());
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> quarantined(Turn turn, List<Lot.LotLeg> legs) {
        for (Attempt attempt : turn.books.aliveAttempts()) {
            boolean same = attempt.state() == AttemptState.UNKNOWN && turn.intentOf(attempt).intent().legs().stream()
                    .anyMatch(l -> legs.stream().anyMatch(m -> m.key().equals(l.key())));
            if (same) {
                return refused(Refused.Code.UNKNOWN_ORDER, attempt.orderRef() + " in the same instrument is unknown");
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> refused(Refused.Code code, String because) {
        return Optional.of(new Refused(code, because));
    }
}
