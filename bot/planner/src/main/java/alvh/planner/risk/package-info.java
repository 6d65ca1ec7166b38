/**
 * Pre-trade limits as pure checks over a plan and a snapshot (methodology 4.6, reliability section 3).
 */
package alvh.planner.risk;
