/**
 * The pretend market: seeded joint paths of indices, futures and names, option quotes with spreads, sizes and
 * ticks, scripted and historical days. Pure: step in, quotes out.
 */
package alvh.simulator.market;
