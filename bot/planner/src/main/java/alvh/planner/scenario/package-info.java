/**
 * Joint shocks of SPX, VIX, VVIX and single names (methodology 4.3, 5.5, 5.6), and the market model that the
 * planner and the simulator share. Pure.
 */
package alvh.planner.scenario;
