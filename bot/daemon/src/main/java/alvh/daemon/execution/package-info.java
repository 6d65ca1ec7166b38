/**
 * Order truth. {@link alvh.daemon.execution.ExecutionCore#step} is a pure state machine of plans, intents and attempts:
 * the books are the fold of the journal and survive a restart, the session is learned again by reconciliation.
 *
 * <p>The plot of an order: released (Releases), quotes proven (Sends), checked (Preflight, Blocks, Spend, Gate), intent and
 * SEND_START recorded and forced, sent; walked up its ladder (Walker); words of the broker (BrokerWords), fills
 * (Executions), confirmed death (Deaths), closed (Intents). After every loss of the session: Reconciler, Fates,
 * Positions. What must never be is in Faults, what a person must settle in Cases, kill and stop in Switches.
 *
 * <p>Runs on the desk's one thread; knows desk, approval's checks and the planner; no clock, socket or database.
 */
package alvh.daemon.execution;
