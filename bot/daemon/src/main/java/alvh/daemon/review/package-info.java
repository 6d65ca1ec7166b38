/**
 * How well it goes, read from the journal alone: the decision journal's report, discipline, the permission ladder, returns
 * with and without the hedge. Pure functions of the records; any thread.
 */
package alvh.daemon.review;
