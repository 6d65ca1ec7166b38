/**
 * Premium and ledger become the budget: ceiling, spent, reserved, recovered, left; both tests of methodology 3.4.
 */
package alvh.planner.budget;
