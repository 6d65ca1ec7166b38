/**
 * The only room that imports com.ib.client. Outside are sockets and callbacks, inside are values: callbacks become words,
 * words become answers to questions, market-data lines and the desk's events; what the room wants leaves as requests.
 *
 * <p>Threads: the reader (frames) and the pump (callbacks; catches everything, for which the link is lost) belong to a
 * link; a daemon thread dials, with a deadline; the wire thread alone writes, behind the token buckets, and tests the
 * kill flag last; the loop, one thread, owns everything that changes. Kill sets a flag from any thread, and closes the raw
 * socket where an order is stuck in it.
 *
 * <p>What happens when the line goes bad, with either client, and the test that shows it: the table in
 * {@code bot/daemon/README.md}.
 */
package alvh.daemon.broker;
