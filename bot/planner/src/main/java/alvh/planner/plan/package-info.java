/**
 * What goes in and what comes out: input and settings, the frozen, hashed plan with its orders and price ladders, and the
 * report with everything that explains it. Records only, no step of a decision. Knows the rooms whose values it carries
 * ({@code layer}, {@code signal}, {@code budget}, {@code portfolio} and below); all other rooms of a plan know this one.
 * No threads.
 */
package alvh.planner.plan;
