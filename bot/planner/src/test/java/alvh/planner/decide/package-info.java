/** Tests of the steps of a decision: certificates, limits, presets, names, closing. */
package alvh.planner.decide;
