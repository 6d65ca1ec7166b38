package alvh.daemon.execution;

import java.time.Instant;
import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Handler;
import alvh.daemon.desk.JournalRecord;

/** The order truth at the desk. {@link #state} is a published immutable view and may be read from any thread. */
public final class ExecutionHandler implements Handler {

    private volatile ExecutionState state;

    public ExecutionHandler(ExecutionState state) {
        this.state = state;
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        Step step = ExecutionCore.step(state, event, now);
        state = step.state();
        return step.commands();
    }

    /** Plans, approvals, marks and settlements are written by other rooms and belong to the same fold. */
    @Override
    public void written(List<JournalRecord> records) {
        ExecutionState next = state;
        for (JournalRecord record : records) {
            next = next.apply(record);
        }
        state = next;
    }

    public ExecutionState state() {
        return state;
    }
}
