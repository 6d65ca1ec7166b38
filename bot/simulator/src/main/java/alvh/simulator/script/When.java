package alvh.simulator.script;

import java.time.Duration;

/** When a line plays: in its turn, at a moment, or once an order has filled and none has worked for a while. */
public sealed interface When {

    record InTurn() implements When {}

    record At(Moment moment) implements When {}

    /** @param quiet exchange time without a working order after the latest fill */
    record AfterFills(Duration quiet) implements When {}
}
