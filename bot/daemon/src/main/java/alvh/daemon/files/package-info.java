/**
 * The user's own files: events, fundamentals, tags of the book, series, scenarios. Read once at the start, strictly: all
 * that is wrong with all of them at once, each with file, line and column. Knows the planner's values and the settings;
 * no thread of its own.
 */
package alvh.daemon.files;
