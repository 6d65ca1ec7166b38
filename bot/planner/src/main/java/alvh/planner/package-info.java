/**
 * The planner decides: market in, plan out, by one door, {@link alvh.planner.HedgePlanner}. Pure: a plan is a function of
 * its inputs, byte for byte, live, in replay and in the study. JDK and Hipparchus only; no clock, no chance, no I/O, no
 * threads. The door walks {@code decide} and lets {@code report} tell it; no room knows the door.
 */
package alvh.planner;
