/**
 * HedgeCycle walks the steps of a run and is the only class that knows their order: snapshot, plan, approval,
 * execution, outcome.
 */
package alvh.daemon.cycle;
