package alvh.daemon.execution;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;

/** One execution of a leg in its latest revision. */
record Fill(String base, int revision, long permId, InstrumentKey key, Side side, long quantity, Price price) {

    /** A correction replaces an execution with the same base, instrument, side and permId, and only such a one. */
    String identity() {
        return base + '|' + key.text() + '|' + side + '|' + permId;
    }
}
