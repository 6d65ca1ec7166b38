/** Whole plans: the golden book, replays and properties of the one door. */
package alvh.planner;
