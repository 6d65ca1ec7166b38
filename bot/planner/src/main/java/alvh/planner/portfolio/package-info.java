/**
 * The book: positions and lots become structures (credit spread, iron condor, short put) with the premium they
 * collected, their beta and their greeks (methodology 3.1-3.3, F2-F5).
 */
package alvh.planner.portfolio;
