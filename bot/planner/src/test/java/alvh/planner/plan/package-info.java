/** Tests of what a plan is made of. */
package alvh.planner.plan;
