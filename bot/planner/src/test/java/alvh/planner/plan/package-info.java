/** Whole plans in a small synthetic world, and their parts. */
package alvh.planner.plan;
