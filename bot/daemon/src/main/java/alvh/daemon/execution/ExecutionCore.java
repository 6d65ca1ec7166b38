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
        return turn.end();
    }
}
