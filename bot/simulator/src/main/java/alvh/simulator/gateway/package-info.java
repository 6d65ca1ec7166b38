/**
 * The server side of the TWS protocol: client ids, order visibility, pacing, market-data lines, error codes.
 * Pure; the TCP server is one thin class.
 */
package alvh.simulator.gateway;
