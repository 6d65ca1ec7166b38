/**
 * Candidates and budget become whole contracts: the exact search of the small integer program of methodology 4.2.
 * Sales are data here, never variables.
 */
package alvh.planner.sizing;
