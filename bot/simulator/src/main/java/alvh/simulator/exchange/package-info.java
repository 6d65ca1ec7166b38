/**
 * The pretend broker: orders, fills, commissions, positions, sessions, settlement, and the truth file. Pure core
 * step(state, message or tick); only TruthLog touches the disk.
 */
package alvh.simulator.exchange;
