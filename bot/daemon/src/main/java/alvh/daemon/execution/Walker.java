package alvh.daemon.execution;

import alvh.daemon.desk.Command;

/** The life of an attempt by elapsed time: next rung after 60 s, hard end at 120 s, patience of 5.6. */
final class Walker {

    static final int RUNG_SECONDS = 60;
    static final int END_SECONDS = 120;
    static final int WORD_SECONDS = 10;
    static final int DOOM_SECONDS = 60;
    static final int INACTIVE_SECONDS = 60;
    static final int UNKNOWN_SECONDS = 60;
    private static final int LINK_DOWN_SECONDS = 10;

    private Walker() {}

    /** The order was handed to the wire. */
    static void started(Turn turn, String ref) {
        turn.timer("word:" + ref, WORD_SECONDS);
        turn.timer("doom:" + ref, DOOM_SECONDS);
        turn.timer("walk:" + ref, RUNG_SECONDS);
        turn.timer("end:" + ref, END_SECONDS);
        turn.timer("poll", Reconciler.POLL_WORKING_SECONDS);
    }

    /** An order found alive after a restart or a quarantine: no further rung, the usual end. */
    static void adopt(Turn turn, Attempt attempt) {
        String ref = attempt.orderRef();
        Cases.proven(turn, ref, "the broker shows it as " + attempt.state());
        turn.stopTimer("doom:" + ref);
        turn.timer("end:" + ref, END_SECONDS);
        boolean sale = !turn.intentOf(attempt).buys();
        if (!DayEnd.insideWindow(sale, turn.now)) {
            cancel(turn, attempt, "found working outside its window");
        }
    }

    static void walk(Turn turn, String ref) {
        Attempt attempt = turn.attempt(ref);
        Run run = Intents.runOf(turn, attempt.intentId());
        boolean next = run != null && run.closing() == null && run.hasNextRung()
                && attempt.epoch() == turn.books.epoch();
        if (!next || !cancellable(attempt)) {
            return;
        }
        if (!turn.up) {
            turn.timer("walk:" + ref, LINK_DOWN_SECONDS);
            return;
        }
        cancel(turn, attempt, "next rung after " + RUNG_SECONDS + " s");
    }

    static void end(Turn turn, String ref) {
        Attempt attempt = turn.attempt(ref);
        if (!cancellable(attempt)) {
            return;
        }
        if (!turn.up) {
            turn.timer("end:" + ref, LINK_DOWN_SECONDS);
            return;
        }
        cancel(turn, attempt, "hard end after " + END_SECONDS + " s");
    }

    static void inactive(Turn turn, String ref) {
        Attempt attempt = turn.attempt(ref);
        if (attempt.state() == AttemptState.INACTIVE) {
            cancel(turn, attempt, "inactive for " + INACTIVE_SECONDS + " s");
        }
    }

    private static boolean cancellable(Attempt attempt) {
        return switch (attempt.state()) {
            case SENT, ACKED, WORKING, PARTIAL, INACTIVE -> true;
            case SENDING, CANCEL_REQ, UNVERIFIED, UNKNOWN, FILLED, CANCELLED, REJECTED, EXPIRED, DENIED -> false;
        };
    }

    /** Asks for its cancellation; repeats only the request when it was asked before. */
    static void cancel(Turn turn, Attempt attempt, String cause) {
        String ref = attempt.orderRef();
        if (!attempt.alive() || turn.forcing.values().stream().anyMatch(o -> o.orderRef().equals(ref))) {
            return;
        }
        boolean first = attempt.state() != AttemptState.CANCEL_REQ;
        if (first) {
            turn.move(ref, AttemptState.CANCEL_REQ, AttemptMoves.By.OURSELVES, cause);
            turn.timer("word:" + ref, WORD_SECONDS);
            turn.timer("doom:" + ref, DOOM_SECONDS);
            turn.stopTimer("walk:" + ref);
            turn.stopTimer("end:" + ref);
            turn.progress(turn.attempt(ref), "cancelling: " + cause);
        }
        turn.command(new Command.Cancel(attempt.orderId(), ref));
    }

    static void stopTimers(Turn turn, String ref) {
        for (String kind : new String[]{"word:", "doom:", "walk:", "end:", "dead:", "inactive:", "unverified:",
                "unknown:", "legs:", "legs-doom:"}) {
            turn.stopTimer(kind + ref);
        }
    }
}
