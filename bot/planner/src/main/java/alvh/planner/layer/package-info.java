/**
 * The three hedge layers: votes, levels with hysteresis, lots to roll, harvest and release, each decision with
 * its reason (methodology section 2).
 */
package alvh.planner.layer;
