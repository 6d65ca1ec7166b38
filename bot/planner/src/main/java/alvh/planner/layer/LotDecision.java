package alvh.planner.layer;

import alvh.planner.ledger.LayerId;

/**
 * What becomes of one lot today (methodology 2.2).
 *
 * @param quantity packages to sell (HARVEST, RELEASE, FLOOR) or to roll (ROLL_DUE); 0 for the others
 * @param rung 1, 2 for harvest rungs, 3 for the trailing exit, 4 for a level exit; else 0
 */
public record LotDecision(String lotId, LayerId layer, Kind kind, long quantity, int rung, String because) {
    /** FLOOR is a sale because the contract is about to stop trading. */
    public enum Kind {
        HOLD, ROLL_DUE, HARVEST, RELEASE, FLOOR, AWAIT_SETTLEMENT;

        public boolean sells() {
            return this == HARVEST || this == RELEASE || this == FLOOR;
        }
    }
}
