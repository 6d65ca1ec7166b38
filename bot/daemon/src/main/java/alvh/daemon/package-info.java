/**
 * The daemon does: broker session, daily cycle, approval, execution, audit, schedule, console, command line.
 * Wiring is the one composition root and its table of contents.
 */
package alvh.daemon;
