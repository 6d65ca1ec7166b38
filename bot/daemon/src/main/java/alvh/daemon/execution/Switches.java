package alvh.daemon.execution;

import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;

/** Kill, resume, stop, and the loss of the journal. */
final class Switches {

    private static final int LIST_SECONDS = 30;
    private static final int STOP_SECONDS = 20;
    private static final int JOURNAL_SECONDS = 5;
    private static final int DISK = 8;

    private Switches() {}

    /** Action first: the gate closes and cancels go out before a record is written. */
    static void kill(Turn turn, String who, String why) {
        turn.urgent(new Command.CloseGate());
        List<Attempt> working = working(turn);
        for (Attempt attempt : working) {
            turn.urgent(new Command.Cancel(attempt.orderId(), attempt.orderRef()));
        }
        turn.record(new JournalRecord.Killed(who, why, refs(working)));
        for (Attempt attempt : working) {
            cancelAsked(turn, attempt, "kill");
        }
        turn.force();
        turn.alert("KILL",
                "kill by " + who + ": " + why + "; " + working.size() + " working orders are being cancelled");
        closeRuns(turn, "KILLED");
        if (!working.isEmpty()) {
            turn.timer("kill-list", LIST_SECONDS);
        }
    }

    private static void cancelAsked(Turn turn, Attempt attempt, String cause) {
        String ref = attempt.orderRef();
        if (turn.attempt(ref).alive() && attempt.state() != AttemptState.CANCEL_REQ) {
            turn.move(ref, AttemptState.CANCEL_REQ, AttemptMoves.By.OURSELVES, cause);
            turn.timer("word:" + ref, Walker.WORD_SECONDS);
            turn.timer("doom:" + ref, Walker.DOOM_SECONDS);
            turn.stopTimer("walk:" + ref);
            turn.stopTimer("end:" + ref);
        }
    }

    static void killEverything(Turn turn, Event.KillEverything e) {
        turn.urgent(new Command.CancelEverything());
        kill(turn, e.who(), e.why() + " (every order of the account is cancelled)");
    }

    /** 30 s after a kill: what is not confirmed dead is named. */
    static void killList(Turn turn) {
        List<Attempt> working = working(turn);
        if (turn.books.killed() == null || working.isEmpty()) {
            return;
        }
        turn.record(new JournalRecord.Killed("daemon", turn.books.killed() + "; not confirmed dead after 30 s",
                refs(working)));
        turn.force();
        turn.alert("E-KILL-UNCONFIRMED", "not confirmed dead 30 s after the kill: " + refs(working)
                + "; cancel them in TWS by their order reference");
    }

    static void resume(Turn turn, Event.Resume e) {
        if (turn.books.killed() != null) {
            turn.record(new JournalRecord.Unkilled(e.who(), e.why()));
            turn.command(new Command.OpenGate());
        }
        turn.record(new JournalRecord.Resumed(e.who(), e.why()));
        turn.force();
        turn.alert("RESUMED", "resumed by " + e.who() + ": " + e.why());
    }

    static void stop(Turn turn, String because) {
        if (turn.stopping != null) {
            return;
        }
        turn.stopping = because;
        closeRuns(turn, "STOPPED");
        for (Attempt attempt : working(turn)) {
            Walker.cancel(turn, attempt, "the daemon stops");
        }
        turn.timer("stop", STOP_SECONDS);
        stopIfQuiet(turn);
    }

    /** Everything is confirmed dead: no need to wait longer. */
    static void stopIfQuiet(Turn turn) {
        if (turn.stopping != null && turn.exitTicket == 0 && working(turn).isEmpty() && turn.forcing.isEmpty()) {
            stopNow(turn);
        }
    }

    static void stopNow(Turn turn) {
        if (turn.stopping == null || turn.exitTicket != 0) {
            return;
        }
        List<String> left = refs(working(turn));
        turn.record(new JournalRecord.Stop(turn.stopping, left));
        turn.exitTicket = turn.force();
        turn.stopTimer("stop");
        if (!left.isEmpty()) {
            turn.alert("W-STOP", "stopped while these may still work at the broker: " + left
                    + "; they are DAY orders, cancel them in TWS or start the daemon again");
        }
        if (turn.journalLost) {
            turn.command(new Command.Exit(DISK, turn.stopping));
        }
    }

    static void forced(Turn turn, long ticket) {
        if (turn.exitTicket != 0 && ticket == turn.exitTicket) {
            turn.command(new Command.Exit(0, turn.stopping));
        }
    }

    /** No journal, no orders: cancel what works, say so, leave. */
    static void journalLost(Turn turn, String because) {
        if (turn.journalLost) {
            return;
        }
        turn.journalLost = true;
        turn.urgent(new Command.CloseGate());
        Reconciler.become(turn, Readiness.Level.DEGRADED, "the journal cannot be written: " + because);
        for (Attempt attempt : working(turn)) {
            turn.urgent(new Command.Cancel(attempt.orderId(), attempt.orderRef()));
        }
        turn.alert("E-JOURNAL", "the journal cannot be written: " + because + "; working orders are being cancelled: "
                + refs(working(turn)));
        turn.timer("journal-lost", JOURNAL_SECONDS);
    }

    static void journalLostEnd(Turn turn) {
        turn.command(new Command.Exit(DISK, "the journal cannot be written"));
    }

    private static void closeRuns(Turn turn, String because) {
        for (Run run : List.copyOf(turn.runs.values())) {
            Releases.close(turn, run, because);
        }
    }

    /** What may be alive at the broker; an order that still waits for its force is not. */
    static List<Attempt> working(Turn turn) {
        return turn.books.aliveAttempts().stream().filter(
                a -> turn.forcing.values().stream().noneMatch(o -> o.orderRef().equals(a.orderRef()))).toList();
    }

    private static List<String> refs(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::orderRef).toList();
    }
}
