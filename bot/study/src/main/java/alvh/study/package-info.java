/**
 * Is it worth it? History and Monte Carlo through the planner that trades. An empty room until the study is
 * built: nothing here ships behaviour yet.
 */
package alvh.study;
