/**
 * The one thread that owns all changing state: its queue and timers, the sealed Event and Command types, and the
 * Ports through which it reaches broker, database and wire. Desk imports none of the rooms that import it.
 */
package alvh.daemon.desk;
