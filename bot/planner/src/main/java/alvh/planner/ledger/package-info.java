/**
 * Lots, charges, premium, corrections and settlement as a pure fold of booked events: the same live, in rebuild
 * and in the study (methodology 3.2-3.6).
 */
package alvh.planner.ledger;
