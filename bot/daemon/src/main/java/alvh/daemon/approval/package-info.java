/**
 * Approval of a frozen plan by its hash: offer, expiry, single use, superseding, auto and dry run, and the checks that are
 * made again when it is accepted and at each step (drift, collar, session, budget). Pure decisions on immutable values;
 * the desk's thread. Knows desk and planner, not execution.
 */
package alvh.daemon.approval;
