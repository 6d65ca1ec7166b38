/**
 * How do we know? Tests of the whole: house rules, real processes, scenarios, kill and restart, bad input. Ships nothing.
 */
package alvh.proof;
