/**
 * When things happen: Quartz (in memory) for real accounts, the same cron expressions stepped on exchange time
 * for simulated ones. Fires only post to the desk.
 */
package alvh.daemon.schedule;
