/** A small synthetic world, the pages of the golden book and the replays, for tests of whole plans. */
package alvh.planner.world;
