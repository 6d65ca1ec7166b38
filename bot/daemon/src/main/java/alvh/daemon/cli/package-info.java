/**
 * The verbs of scripts/alvh: argument parsing, exit codes, and whether a verb asks the running daemon or opens
 * the home itself.
 */
package alvh.daemon.cli;
