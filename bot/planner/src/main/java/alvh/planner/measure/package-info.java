/**
 * How well it went, from figures of past closes (methodology F14, S24, S26, S57): pure functions over plain numbers. Knows
 * nothing of plans; no threads.
 */
package alvh.planner.measure;
