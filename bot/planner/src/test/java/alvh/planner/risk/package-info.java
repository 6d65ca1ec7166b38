/** Tests of shapes and pre-trade limits. */
package alvh.planner.risk;
