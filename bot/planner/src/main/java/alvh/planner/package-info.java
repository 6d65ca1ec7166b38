/**
 * The planner decides: market in, plan out. Pure: a plan is a function of its inputs, byte for byte, live, in
 * replay and in the study. JDK and Hipparchus only; no clock, no chance, no I/O, no threads.
 */
package alvh.planner;
