package alvh.daemon.execution;

import java.util.List;

import alvh.daemon.desk.Command;

/** What one event leads to: the next state, and what to do, in this order. */
public record Step(ExecutionState state, List<Command> commands) {

    public Step {
        commands = List.copyOf(commands);
    }
}
