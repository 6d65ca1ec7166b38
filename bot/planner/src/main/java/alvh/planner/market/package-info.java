/**
 * What can be traded and what it costs now: instrument identity (OCC keys), contract facts, quotes with quality
 * and age, chains as arrays, expiry, settlement and session rules. Immutable, any thread.
 */
package alvh.planner.market;
