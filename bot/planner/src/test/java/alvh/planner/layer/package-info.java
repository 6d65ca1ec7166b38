/** Tests of levels, gates and lot rules. */
package alvh.planner.layer;
