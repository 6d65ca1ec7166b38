/**
 * The *.scenario language: world lines play here, person and expect lines are skipped here and played by proof,
 * which reads the same file with the same parser.
 */
package alvh.simulator.script;
