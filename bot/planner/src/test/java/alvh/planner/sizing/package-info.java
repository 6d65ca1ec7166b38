/** Tests of the sizing program: against brute force, against an independent solver, and for its promises. */
package alvh.planner.sizing;
