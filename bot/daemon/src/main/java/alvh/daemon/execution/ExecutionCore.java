package alvh.daemon.execution;

import java.time.Instant;

import alvh.daemon.desk.Event;

/**
 * Order truth as a pure state machine: no clock, thread, socket or database (design 4.5). Equal state and events give
 * equal state and commands.
 */
public final class ExecutionCore {

    private ExecutionCore() {}

    /**
     * @param now exchange time
     * @throws IllegalStateException when the code is broken; the desk halts and ends the process
     */
    public static Step step(ExecutionState state, Event event, Instant now) {
        Turn turn = new Turn(state, now);
        switch (event) {
            case Event.SessionUp e -> Reconciler.sessionUp(turn, e);
            case Event.SessionDown e -> Reconciler.sessionDown(turn, e);
            case Event.SessionRefused e -> Reconciler.sessionRefused(turn, e);
            case Event.Noticed e -> Reconciler.noticed(turn, e);
            case Event.FarmLink e -> Reconciler.link(turn, e);
            case Event.TruthRead e -> Reconciler.truthRead(turn, e);
            case Event.ReadFailed e -> Reconciler.readFailed(turn, e);
            case Event.QuotesProven e -> Sends.proven(turn, e);
            case Event.OrderSeen e -> BrokerWords.orderSeen(turn, e);
            case Event.StatusSeen e -> BrokerWords.statusSeen(turn, e);
            case Event.CompletedSeen e -> BrokerWords.completedSeen(turn, e);
            case Event.ExecutionSeen e -> Executions.seen(turn, e);
            case Event.CommissionSeen e -> Executions.commission(turn, e);
            case Event.OrderError e -> BrokerWords.orderError(turn, e);
            case Event.OrderWritten e -> Sends.written(turn, e);
            case Event.OrderNotWritten e -> Sends.notWritten(turn, e);
            case Event.TimerFired e -> TimerEvents.fired(turn, e.timer());
            case Event.Forced e -> Sends.forced(turn, e.ticket());
            case Event.JournalLost e -> Switches.journalLost(turn, e.because());
            case Event.Release e -> Releases.release(turn, e);
            case Event.Kill e -> Switches.kill(turn, e.who(), e.why());
            case Event.KillEverything e -> Switches.killEverything(turn, e);
            case Event.Resume e -> Switches.resume(turn, e);
            case Event.Decide e -> Cases.decide(turn, e);
            case Event.StopRequested e -> Switches.stop(turn, e.because());
            case Event.Fire e -> endOfDay(turn, e.job());
            case Event.SnapshotTaken e -> {
                // The cycle's.
            }
            case Event.PlanClosed e -> {
                // Told by us.
            }
            case Event.ReadinessChanged e -> {
                // Told by us.
            }
        }
        return turn.end();
    }

    /** C26: a full reading at the close; what is unknown may have its fate now. */
    private static void endOfDay(Turn turn, Event.Job job) {
        switch (job) {
            case END_OF_DAY, EXECUTIONS -> turn.readTruth();
            case DAILY, MARKS, WEEKLY, BREADTH, BREADTH_LATER -> {
                // The cycle's.
            }
        }
    }
}
