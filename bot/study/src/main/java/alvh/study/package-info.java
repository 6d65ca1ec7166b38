/**
 * Is it worth it? History and Monte Carlo through the planner that trades. So far the rule of the verdict alone, written
 * down before any result: the study that feeds it is not built.
 */
package alvh.study;
