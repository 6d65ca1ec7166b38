/**
 * Operating the daemon: data-folder lock, kill file, health, alerts and the start-up self-test.
 */
package alvh.daemon.ops;
