/**
 * The server side of the TWS protocol: client ids, order visibility, pacing, market-data lines, error codes, and the
 * world lines of a scenario. {@link alvh.simulator.gateway.Gateway} is pure: connections, frames, time and script lines
 * go in, frames and facts come out; one thread at a time. {@link alvh.simulator.gateway.TcpServer} alone knows sockets.
 * Each desk answers one family of requests; {@code Courier} tells clients what the exchange did.
 */
package alvh.simulator.gateway;
