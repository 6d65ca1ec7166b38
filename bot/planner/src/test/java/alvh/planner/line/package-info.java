/** Tests of prices, ladders and candidate lines, alone and in the small world. */
package alvh.planner.line;
