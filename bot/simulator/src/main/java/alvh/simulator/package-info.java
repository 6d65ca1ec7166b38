/**
 * An IB Gateway for the kitchen table, in its own process: exchange, market, TWS server. It never sees the
 * daemon, and its contract facts, hours, ticks and fees are its own, so that a wrong fact shows as a difference.
 */
package alvh.simulator;
