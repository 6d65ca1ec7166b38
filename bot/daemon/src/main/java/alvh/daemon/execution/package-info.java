/**
 * Order truth: ExecutionCore.step(State, Event) is a pure state machine of plans, intents and attempts with
 * write-ahead intents; walker, reconciliation, kill switch.
 */
package alvh.daemon.execution;
