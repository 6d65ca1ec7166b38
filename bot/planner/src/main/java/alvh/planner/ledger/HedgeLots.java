package alvh.planner.ledger;

import java.time.Instant;
import java.util.List;

import alvh.planner.market.Settlement;

/** Which hedge lots a sale takes, and which wait for their settlement. */
public final class HedgeLots {
    private HedgeLots() {}

    /**
     * Ids of open hedge lots with these legs, in the order in which a sale takes them: oldest first, or newest first when
     * {@code lifo}. The order goes into the sale's intent, so that a rebuild does not depend on the setting.
     */
    public static List<String> toClose(Ledger ledger, List<Lot.LotLeg> legs, boolean lifo) {
        throw new UnsupportedOperationException("being built");
    }

    /** The ledger as of a moment: open lots past the settlement instant of a leg are AWAIT_SETTLEMENT. */
    public static Ledger asOf(Ledger ledger, Instant now, Settlement settlement) {
        throw new UnsupportedOperationException("being built");
    }
}
