package alvh.daemon.execution;

import java.util.List;
import java.util.Optional;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderTruth;
import alvh.planner.ledger.Lot;

/** Confirmed death (reliability 5.1 h): only then may a next attempt follow. */
final class Deaths {

    private Deaths() {}

    /**
     * The broker named an end. It counts when a reading begun from now on agrees with it and with our executions.
     *
     * @param filledThere packages filled by the broker's word, -1 when it did not say or did not add up
     */
    static void expect(Turn turn, Attempt attempt, AttemptState verdict, long filledThere) {
        String ref = attempt.orderRef();
        Watch before = turn.watches.get(ref);
        if (before != null) {
            turn.watches.put(ref,
                    new Watch(verdict, Math.max(before.filledThere(), filledThere), before.needToken()));
            return;
        }
        long needed = turn.takingIn != 0 ? turn.takingIn : turn.readTruth();
        turn.watches.put(ref, new Watch(verdict, filledThere, needed));
        turn.stopTimer("word:" + ref);
        turn.stopTimer("walk:" + ref);
        turn.stopTimer("end:" + ref);
        turn.stopTimer("inactive:" + ref);
        turn.timer("dead:" + ref, Walker.WORD_SECONDS);
        turn.timer("doom:" + ref, Walker.DOOM_SECONDS);
    }

    /** A complete reading came. */
    static void check(Turn turn, long token, OrderTruth truth) {
        for (String ref : List.copyOf(turn.watches.keySet())) {
            Watch watch = turn.watches.get(ref);
            Attempt attempt = turn.attempt(ref);
            if (watch == null || !attempt.alive()) {
                turn.watches.remove(ref);
            } else if (token >= watch.needToken()) {
                judge(turn, attempt, watch, truth);
            }
        }
    }

    private static void judge(Turn turn, Attempt attempt, Watch watch, OrderTruth truth) {
        Optional<Event.OrderSeen> open = Fates.open(turn, truth, attempt.orderRef());
        if (open.isPresent()) {
            if (open.get().status().equals("Inactive")) {
                // Rejected and still listed: only a cancel ends it.
                Walker.cancel(turn, attempt, "inactive at the broker");
            }
            return;
        }
        List<Lot.LotLeg> legs = turn.intentOf(attempt).intent().legs();
        long counted = attempt.packages(legs);
        long completed = Fates.completed(turn, truth, attempt.orderRef()).map(Event.CompletedSeen::filled).orElse(-1L);
        long there = Math.max(watch.filledThere(), completed);
        if (there < 0 && watch.verdict() == AttemptState.REJECTED) {
            there = 0;
        }
        boolean agree = truth.executionsEnded() && there == counted && attempt.touched(legs) == counted;
        if (agree) {
            die(turn, attempt.orderRef(), watch.verdict(), "confirmed dead, " + counted + " filled");
        }
    }

    /** The attempt ends, and its intent decides what follows. */
    static void die(Turn turn, String ref, AttemptState how, String cause) {
        Attempt attempt = turn.attempt(ref);
        AttemptMoves.By by = AttemptMoves.allowed(attempt.state(), how, AttemptMoves.By.BROKER)
                ? AttemptMoves.By.BROKER
                : AttemptMoves.By.OURSELVES;
        turn.move(ref, how, by, cause);
        turn.watches.remove(ref);
        Walker.stopTimers(turn, ref);
        Cases.proven(turn, ref, "it is " + how + ": " + cause);
        if (how == AttemptState.REJECTED) {
            rejects(turn);
        }
        Intents.after(turn, attempt.intentId());
    }

    /** C25. */
    private static void rejects(Turn turn) {
        Counters counters = turn.books.counters();
        ExecutionSettings.Limits limits = turn.settings.limits();
        if (counters.rejectsInRow() >= limits.rejectsInRow()
                || counters.rejectsOn(turn.today()) >= limits.rejectsPerDay()) {
            Faults.halt(turn, "E-REJECTS", counters.rejectsInRow() + " rejects in a row, "
                    + counters.rejectsOn(turn.today()) + " today");
        }
    }

    /** A minute without agreement: quarantine. */
    static void doom(Turn turn, String ref) {
        Attempt attempt = turn.attempt(ref);
        boolean waiting = switch (attempt.state()) {
            case SENDING, SENT, CANCEL_REQ, UNVERIFIED -> true;
            case ACKED, WORKING, PARTIAL, INACTIVE -> turn.watches.containsKey(ref);
            case UNKNOWN, FILLED, CANCELLED, REJECTED, EXPIRED, DENIED -> false;
        };
        if (!waiting) {
            return;
        }
        boolean unverified = attempt.state() == AttemptState.UNVERIFIED;
        Faults.unknown(turn, attempt, unverified
                ? "filled by its status, and no execution in 60 s"
                : "no agreement about it in 60 s (" + attempt.state() + ")");
        if (unverified) {
            Cases.open(turn, OpenCase.Kind.UNVERIFIED_FILL, ref,
                    "The broker says " + ref + " is filled and reports no execution. It is charged at its worst case.",
                    List.of("acknowledge"));
            Faults.halt(turn, "E-UNVERIFIED", ref + ": filled by status, without executions");
        }
    }
}
