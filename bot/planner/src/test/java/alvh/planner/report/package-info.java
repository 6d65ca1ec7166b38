/** Tests of the report, chapter by chapter. */
package alvh.planner.report;
