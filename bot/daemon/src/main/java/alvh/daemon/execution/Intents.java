package alvh.daemon.execution;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;

/** What becomes of an order step when one of its attempts has ended. No attempt's end frees a reservation; this does. */
final class Intents {

    private Intents() {}

    static Run runOf(Turn turn, String intentId) {
        return turn.runs.values().stream().filter(r -> intentId.equals(r.intentId())).findFirst().orElse(null);
    }

    static void after(Turn turn, String intentId) {
        IntentBook intent = turn.books.intents().get(intentId);
        boolean waiting = turn.books.attemptsOf(intent).stream().anyMatch(Attempt::alive);
        if (!intent.open() || waiting) {
            return;
        }
        long filled = turn.books.filled(intent);
        Attempt last = turn.books.attemptsOf(intent).getLast();
        Run run = runOf(turn, intentId);
        if (filled < intent.intent().quantity() && run != null && walksOn(turn, run, intent, last)) {
            turn.runs.put(run.hash(), run.nextRung());
            Sends.prove(turn, turn.runs.get(run.hash()));
            return;
        }
        close(turn, intent, result(intent, last, filled));
    }

    private static boolean walksOn(Turn turn, Run run, IntentBook intent, Attempt last) {
        return last.state() == AttemptState.CANCELLED && last.cancelAsked() && run.closing() == null
                && run.hasNextRung() && turn.stopping == null && turn.books.killed() == null
                && intent.epoch() == turn.books.epoch()
                && intent.attempts().size() < turn.settings.limits().attemptsPerIntent();
    }

    private static String result(IntentBook intent, Attempt last, long filled) {
        if (filled >= intent.intent().quantity()) {
            return "FILLED";
        }
        if (filled > 0) {
            return "PARTIAL";
        }
        return switch (last.state()) {
            case REJECTED -> "REJECTED";
            case DENIED -> "NOT_SENT";
            case EXPIRED -> "EXPIRED";
            case CANCELLED -> last.cancelAsked() ? "UNFILLED" : "CANCELLED_ELSEWHERE";
            case FILLED, SENDING, SENT, ACKED, WORKING, PARTIAL, CANCEL_REQ, INACTIVE, UNVERIFIED, UNKNOWN ->
                throw new IllegalStateException(last.orderRef() + " is " + last.state() + " with nothing filled");
        };
    }

    /** The intent is CLOSED: its reservation ends with it, and only with it. */
    static void close(Turn turn, IntentBook intent, String because) {
        String intentId = intent.intent().intentId();
        turn.record(new JournalRecord.Release(intentId, because, turn.now));
        turn.record(new JournalRecord.Booked(new BookedEvent.IntentClosed(turn.now, intentId)));
        Run run = runOf(turn, intentId);
        if (run != null) {
            Releases.stepEnded(turn, run, because);
        }
        Switches.stopIfQuiet(turn);
    }
}
