/**
 * The one thread that owns all changing state: its queue and timers, the sealed Event and Command types, and the Ports
 * through which it reaches broker, database and wire. Rooms are Handlers: events in, commands out, in Wiring's order; what
 * one room writes to the journal the others hear. Desk imports none of the rooms that import it.
 */
package alvh.daemon.desk;
