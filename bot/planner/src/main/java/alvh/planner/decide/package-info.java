/**
 * The walk from input to decision: assessment, gates, what the preset offers, sizing with its certificates in turn, orders,
 * what was not taken and why; and what is to be known at the close. {@code Planning} knows the order of the steps and
 * answers with {@code Findings}. Knows {@code line} and {@code plan}; nobody here writes a chapter of the report. No threads.
 */
package alvh.planner.decide;
