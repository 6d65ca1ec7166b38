package alvh.daemon.execution;

import java.util.List;
import java.util.Locale;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderTruth;

/** Never trade before reconciled (promise 16): two equal readings, 10 s apart, that agree with the journal. */
final class Reconciler {

    private static final int AGAIN_SECONDS = 10;
    private static final int DEADLINE_SECONDS = 60;
    static final int POLL_WORKING_SECONDS = 60;
    private static final int POLL_QUIET_SECONDS = 300;
    private static final long SKEW_WARN_MILLIS = 1000;
    private static final long SKEW_BLOCK_MILLIS = 5000;

    private Reconciler() {}

    static void become(Turn turn, Readiness.Level level, String words) {
        Readiness next = new Readiness(level, words);
        if (!next.equals(turn.readiness)) {
            turn.readiness = next;
            turn.post(new Event.ReadinessChanged(level.name(), words));
            turn.command(
                    new Command.Progress("", level.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + words));
        }
    }

    static void sessionUp(Turn turn, Event.SessionUp e) {
        if (!e.account().equals(turn.settings.account())) {
            sessionRefused(turn, new Event.SessionRefused(10,
                    "the session is for account " + e.account() + ", the settings name another"));
            return;
        }
        if (turn.books.killed() != null) {
            turn.command(new Command.CloseGate());
        }
        if (e.nextOrderId() > Faults.MAX_ORDER_ID) {
            become(turn, Readiness.Level.DEGRADED, "the gateway's next order id " + e.nextOrderId()
                    + " is absurd: reset the API order ids in its settings");
            turn.alert("E-ORDER-ID", turn.readiness.words());
            return;
        }
        turn.orderIdFloor = Math.max(turn.orderIdFloor, e.nextOrderId() - 1);
        turn.up = true;
        turn.reading = 0;
        if (Math.abs(e.clockSkewMillis()) > SKEW_BLOCK_MILLIS) {
            become(turn, Readiness.Level.DEGRADED, "this clock and the broker's differ by " + e.clockSkewMillis()
                    + " ms, at most " + SKEW_BLOCK_MILLIS + ": set the clock");
            turn.alert("E-CLOCK", turn.readiness.words());
            return;
        }
        if (Math.abs(e.clockSkewMillis()) > SKEW_WARN_MILLIS) {
            turn.alert("W-CLOCK", "this clock and the broker's differ by " + e.clockSkewMillis() + " ms");
        }
        start(turn, "comparing orders, fills and positions with the journal");
    }

    static void start(Turn turn, String words) {
        if (!turn.up || turn.journalLost) {
            return;
        }
        become(turn, Readiness.Level.RECONCILING, words);
        interruptProofs(turn);
        turn.lastDigest = "";
        turn.waitedToken = 0;
        turn.reading = 0;
        turn.readTruth();
        turn.timer("reconcile-deadline", DEADLINE_SECONDS);
    }

    static void sessionDown(Turn turn, Event.SessionDown e) {
        turn.up = false;
        turn.reading = 0;
        turn.readAgain = false;
        turn.lastDigest = "";
        turn.stopTimer("reconcile-again");
        turn.stopTimer("reconcile-deadline");
        turn.stopTimer("poll");
        interruptProofs(turn);
        if (!turn.journalLost) {
            become(turn, Readiness.Level.DOWN, e.because()
                    + (e.reconnectInMillis() < 0 ? "" : ", next try in " + e.reconnectInMillis() / 1000 + " s"));
        }
    }

    static void sessionRefused(Turn turn, Event.SessionRefused e) {
        turn.up = false;
        become(turn, Readiness.Level.DOWN, e.because());
        turn.alert("E-SESSION", e.because());
        turn.command(new Command.Exit(e.exitCode(), e.because()));
    }

    static void noticed(Turn turn, Event.Noticed e) {
        turn.record(new JournalRecord.JournalLine("edge " + e.subject(), e.text(), ""));
        if (e.loud()) {
            turn.alert("W-GATEWAY", e.text());
        }
    }

    static void link(Turn turn, Event.FarmLink e) {
        switch (e.code()) {
            case 1100, 2110 -> {
                interruptProofs(turn);
                become(turn, Readiness.Level.DEGRADED, "the gateway lost its link to the broker (" + e.code() + ")");
            }
            // 1102 speaks of market data, not of our fills.
            case 1101, 1102 -> start(turn, "the gateway's link is back (" + e.code() + "), reading everything again");
            case 1300 ->
                Faults.halt(turn, "E-PORT", "the gateway changed its port (1300): " + BrokerWords.cut(e.text()));
            default -> {
                // Farms of market data: quotes carry their own quality.
            }
        }
    }

    /** Quotes asked for before the link broke prove nothing; the step asks again when orders may be sent. */
    private static void interruptProofs(Turn turn) {
        for (Run run : List.copyOf(turn.runs.values())) {
            if (run.proving() != 0) {
                turn.stopTimer("prove:" + run.hash());
                turn.runs.put(run.hash(), run.proving(0));
            }
        }
    }

    private static void readLater(Turn turn) {
        turn.waitedToken = 0;
        turn.timer("reconcile-again", AGAIN_SECONDS);
    }

    /** The ten seconds are over: the reading begun now may confirm the one before. */
    static void again(Turn turn) {
        turn.waitedToken = turn.readTruth();
    }

    private static boolean waited(Turn turn, long token) {
        return turn.waitedToken != 0 && token >= turn.waitedToken;
    }

    static void readFailed(Turn turn, Event.ReadFailed e) {
        for (Run run : List.copyOf(turn.runs.values())) {
            if (run.proving() == e.token()) {
                Sends.unproven(turn, run, "quotes could not be proven: " + BrokerWords.cut(e.because()));
            }
        }
        if (turn.reading == e.token()) {
            turn.reading = 0;
            turn.timer("reconcile-again", AGAIN_SECONDS);
        }
    }

    static void deadline(Turn turn) {
        if (turn.readiness.level() == Readiness.Level.RECONCILING) {
            turn.alert("E-RECONCILE",
                    "no two equal readings of the account in 60 s; no order is sent, reading goes on");
            turn.timer("reconcile-deadline", DEADLINE_SECONDS);
        }
    }

    static void truthRead(Turn turn, Event.TruthRead e) {
        if (e.token() != turn.reading) {
            return;
        }
        turn.reading = 0;
        boolean booked = turn.bookedSinceRead;
        OrderTruth truth = e.truth();
        turn.account = truth.account();
        turn.takingIn = e.token();
        Fates.takeIn(turn, truth);
        turn.takingIn = 0;
        boolean same = !booked && truth.digest().equals(turn.lastDigest);
        turn.lastDigest = booked ? "" : truth.digest();
        switch (turn.readiness.level()) {
            case RECONCILING, READ_ONLY -> reconciling(turn, e, same);
            case READY -> ready(turn, e, same);
            case DOWN, DEGRADED -> {
                // Taken in; readiness waits for the session.
            }
        }
        if (turn.readAgain) {
            turn.readTruth();
        }
    }

    private static void reconciling(Turn turn, Event.TruthRead e, boolean same) {
        OrderTruth truth = e.truth();
        if (!same) {
            readLater(turn);
            return;
        }
        if (!waited(turn, e.token())) {
            // Equal too soon: the gateway may have answered twice from one old view.
            return;
        }
        turn.stopTimer("reconcile-deadline");
        Positions.firstSight(turn, truth);
        if (!truth.readOnly()) {
            Fates.settle(turn, truth);
        }
        Positions.judge(turn, truth);
        if (!truth.digest().equals(turn.books.digest())) {
            turn.record(new JournalRecord.SnapshotDigest(truth.digest(), truth.open().size(), truth.executions().size(),
                    truth.account().positions().size()));
        }
        turn.timer("poll", POLL_WORKING_SECONDS);
        if (truth.readOnly()) {
            become(turn, Readiness.Level.READ_ONLY, Readiness.READ_ONLY_GATEWAY);
            return;
        }
        become(turn, Readiness.Level.READY, "account and journal agree");
        Deaths.check(turn, e.token(), truth);
        cancelAgain(turn);
        Releases.pumpAll(turn);
    }

    /** A kill or a stop during the loss of the session: its cancels are asked for again. */
    private static void cancelAgain(Turn turn) {
        if (turn.books.killed() != null || turn.stopping != null) {
            for (Attempt attempt : Switches.working(turn)) {
                Walker.cancel(turn, attempt, "the kill switch is active");
            }
        }
    }

    private static void ready(Turn turn, Event.TruthRead e, boolean same) {
        OrderTruth truth = e.truth();
        Deaths.check(turn, e.token(), truth);
        Fates.prove(turn, truth);
        if (!Positions.differ(turn, truth) || same && waited(turn, e.token())) {
            Positions.judge(turn, truth);
            turn.waitedToken = 0;
        } else if (!same || turn.waitedToken == 0) {
            readLater(turn);
        }
        boolean working = !turn.books.aliveAttempts().isEmpty();
        turn.timer("poll", working ? POLL_WORKING_SECONDS : POLL_QUIET_SECONDS);
    }
}
