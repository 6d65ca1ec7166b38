package alvh.simulator.gateway;

import java.time.Instant;

import alvh.simulator.script.Line;

/** What the host has to do, in this order. */
public sealed interface Emission {

    /** One frame without its length. */
    record Send(int connection, byte[] body) implements Emission {}

    /** Bytes that are no frame, or only a piece of one. */
    record Bytes(int connection, byte[] bytes) implements Emission {}

    /** Nobody is to listen on the port any more, or somebody again. */
    record Port(boolean open) implements Emission {}

    record Close(int connection, Line.Cut cut) implements Emission {}

    /** The exchange's clock is to jump forward to this time. */
    record Forward(Instant to) implements Emission {}

    /** Broken code met on the way: the gateway goes on, but this must be seen. */
    record Broken(String doing, RuntimeException why) implements Emission {}

    /** A word to the person who runs the simulator. */
    record Say(String text) implements Emission {}
}
