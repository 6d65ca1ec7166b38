/**
 * The one strict settings file: every key once, with unit, range, default and reason; all mistakes at once, each
 * with file, line, key and what was expected.
 */
package alvh.daemon.config;
