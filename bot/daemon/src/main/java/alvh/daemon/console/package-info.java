/**
 * What people see: the screens of a run as text and JSON, and the loopback HTTP door that the command line uses.
 * Reads published immutable views.
 */
package alvh.daemon.console;
