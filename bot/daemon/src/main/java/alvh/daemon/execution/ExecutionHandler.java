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

    /** Takes in a record that another room writes to the journal; on the desk's thread, with the same append. */
    public void apply(JournalRecord record) {
        state = state.apply(record);
    }

    public ExecutionState state() {
        return state;
    }
}
