/**
 * Tells what was decided: book, losses, names, market, what another share would do, break-evens, conduct, the week and the
 * explanation, each from the findings of one walk. Reads all rooms and decides nothing: the plan's hash is fixed before
 * the first word. No threads.
 */
package alvh.planner.report;
