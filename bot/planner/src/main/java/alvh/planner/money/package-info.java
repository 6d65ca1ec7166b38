/**
 * Exact money (Usd, ten-thousandths of a dollar) and price ticks. Ledger amounts are never double; the only
 * crossings from analytics are the named rounding methods here. Immutable, any thread.
 */
package alvh.planner.money;
