package alvh.daemon.execution;

import java.util.List;
import java.util.Optional;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderTruth;
import alvh.planner.ledger.Lot;

/** What a complete reading says about each open intent (reliability 5.5). */
final class Fates {

    private Fates() {}

    /** Every word of the reading is taken in as if it had come by itself; executions last, they need the orders. */
    static void takeIn(Turn turn, OrderTruth truth) {
        turn.others = truth.open().stream().filter(o -> !OrderRef.ours(o.orderRef())).toList();
        for (Event.OrderSeen open : truth.open()) {
            BrokerWords.orderSeen(turn, open);
        }
        for (Event.ExecutionSeen execution : truth.executions()) {
            Executions.seen(turn, execution);
        }
        for (Event.CompletedSeen completed : truth.completed()) {
            orphan(turn, completed);
            BrokerWords.completedSeen(turn, completed);
        }
        for (Event.CommissionSeen commission : truth.commissions()) {
            Executions.commission(turn, commission);
        }
    }

    /** A completed order of ours that filled and is not in the journal is an orphan as well. */
    private static void orphan(Turn turn, Event.CompletedSeen completed) {
        boolean ours = OrderRef.ours(completed.orderRef());
        if (ours && completed.filled() > 0 && !turn.books.attempts().containsKey(completed.orderRef())) {
            Faults.orphan(turn, completed.orderRef(), 0, -1);
        }
    }

    /** The order in the list of open ones, unless that list shows it as ended. */
    static Optional<Event.OrderSeen> open(Turn turn, OrderTruth truth, String ref) {
        return truth.open().stream().filter(o -> ref.equals(whose(turn, o)))
                .filter(o -> !List.of("Cancelled", "ApiCancelled", "Filled").contains(o.status())).findFirst();
    }

    private static String whose(Turn turn, Event.OrderSeen o) {
        return Match.of(turn.books, turn.settings.clientId(), o.permId(), o.orderRef(), o.clientId(), o.orderId())
                .orderRef();
    }

    static Optional<Event.CompletedSeen> completed(Turn turn, OrderTruth truth, String ref) {
        return truth.completed().stream()
                .filter(c -> ref.equals(c.orderRef()) || ref.equals(turn.books.permIds().get(c.permId()))).findFirst();
    }

    /** After two equal readings: every open intent gets its fate. */
    static void settle(Turn turn, OrderTruth truth) {
        for (IntentBook intent : turn.books.openIntents()) {
            for (Attempt attempt : turn.books.attemptsOf(intent)) {
                settle(turn, truth, attempt);
            }
            IntentBook now = turn.books.intents().get(intent.intent().intentId());
            boolean over = now.open() && turn.books.attemptsOf(now).stream().noneMatch(Attempt::alive);
            if (over && Intents.runOf(turn, intent.intent().intentId()) == null) {
                Intents.close(turn, now, turn.books.filled(now) > 0
                        ? "PARTIAL"
                        : now.attempts().isEmpty() ? "NOT_SENT" : "UNFILLED");
            }
        }
        closePlansOfOlderStarts(turn);
        prove(turn, truth);
    }

    private static void settle(Turn turn, OrderTruth truth, Attempt attempt) {
        String ref = attempt.orderRef();
        boolean waitsForForce = turn.forcing.values().stream().anyMatch(o -> o.orderRef().equals(ref));
        if (!attempt.alive() || attempt.state() == AttemptState.UNKNOWN || waitsForForce) {
            return;
        }
        if (open(turn, truth, ref).isPresent()) {
            found(turn, attempt);
            return;
        }
        if (attempt.state() == AttemptState.UNVERIFIED && attempt.epoch() != turn.books.epoch()) {
            turn.timer("doom:" + ref, Walker.DOOM_SECONDS);
        }
        if (turn.watches.containsKey(ref) || attempt.state() == AttemptState.UNVERIFIED) {
            // Its end was named; death or doom decides, with their own clocks.
            return;
        }
        if (completed(turn, truth, ref).isPresent()) {
            return;
        }
        if (DayEnd.over(turn.intentOf(attempt).tradeDate(), turn.now) && truth.executionsEnded()) {
            expire(turn, attempt);
            return;
        }
        Faults.unknown(turn, attempt, "neither open nor completed at the broker");
    }

    /** Found working: of an older start it is adopted, of this one it goes on. */
    private static void found(Turn turn, Attempt attempt) {
        boolean adopted = attempt.epoch() != turn.books.epoch() || Intents.runOf(turn, attempt.intentId()) == null;
        if (attempt.state() == AttemptState.CANCEL_REQ) {
            Walker.cancel(turn, attempt, "asked before");
        } else if (adopted) {
            Walker.adopt(turn, attempt);
            Executions.watchLegs(turn, attempt);
        }
    }

    /** A DAY order cannot outlive its trade date. */
    private static void expire(Turn turn, Attempt attempt) {
        List<Lot.LotLeg> legs = turn.intentOf(attempt).intent().legs();
        if (attempt.touched(legs) != attempt.packages(legs)) {
            return;
        }
        if (attempt.state() != AttemptState.UNKNOWN) {
            Faults.unknown(turn, attempt, "absent after the close of its trade date");
        }
        Deaths.die(turn, attempt.orderRef(), AttemptState.EXPIRED,
                "its trade date is over, the broker knows it no more");
    }

    /** Unknown orders, and cancels that may have been lost, at every reading. */
    static void prove(Turn turn, OrderTruth truth) {
        for (Attempt attempt : turn.books.aliveAttempts()) {
            String ref = attempt.orderRef();
            boolean listed = open(turn, truth, ref).isPresent();
            switch (attempt.state()) {
                case CANCEL_REQ -> {
                    if (listed && !turn.watches.containsKey(ref)) {
                        Walker.cancel(turn, attempt, "still open");
                    }
                }
                case UNKNOWN -> {
                    boolean over = DayEnd.over(turn.intentOf(attempt).tradeDate(), turn.now);
                    boolean watched = turn.watches.containsKey(ref) || completed(turn, truth, ref).isPresent();
                    if (!listed && !watched && over && truth.executionsEnded() && !Positions.differ(turn, truth)) {
                        expire(turn, attempt);
                    }
                }
                case SENDING, SENT, ACKED, WORKING, PARTIAL, INACTIVE, UNVERIFIED, FILLED, CANCELLED, REJECTED, EXPIRED,
                        DENIED -> {
                    // Their own timers and words lead them on.
                }
            }
        }
    }

    /** A restart never continues a plan. */
    private static void closePlansOfOlderStarts(Turn turn) {
        for (var plan : List.copyOf(turn.books.plans().entrySet())) {
            if (plan.getValue().state().equals(PlanFate.RELEASED) && !turn.runs.containsKey(plan.getKey())) {
                boolean any = turn.books.intents().values().stream().anyMatch(
                        i -> i.intent().planHash().equals(plan.getKey()) && turn.books.filled(i) > 0);
                turn.record(new JournalRecord.PlanState(plan.getKey(), PlanFate.DONE, turn.now,
                        (any ? "PARTIAL" : "NOT_SENT") + ": RESTART"));
                turn.post(new Event.PlanClosed(plan.getKey(), any ? "PARTIAL" : "NOT_SENT", "RESTART", List.of()));
            }
        }
    }
}
