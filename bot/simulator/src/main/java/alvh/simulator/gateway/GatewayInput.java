package alvh.simulator.gateway;

import java.time.Instant;

import alvh.simulator.script.Step;
import alvh.wire.Handshake;

/** Everything that can happen to the gateway. A connection is a number of the host's choice, never used twice. */
public sealed interface GatewayInput {

    /** A client has connected and announced the server versions it can speak. */
    record Hello(int connection, Handshake.ClientHello client) implements GatewayInput {}

    /** One frame without its length, and the exchange time at which it arrived: a queue before us is not its fault. */
    record Frame(int connection, byte[] body, Instant arrived) implements GatewayInput {}

    /** The client is gone. */
    record Gone(int connection) implements GatewayInput {}

    /** Time alone has passed. */
    record Tick() implements GatewayInput {}

    /** A scenario line: played now, or kept until its moment. */
    record Script(Step step) implements GatewayInput {}
}
