/**
 * The only room that imports com.ib.client: session and reconnect, pacing, market-data lines, contract
 * resolution; callbacks become events. Threads: reader, pump, wire and connect; none owns state.
 */
package alvh.daemon.broker;
