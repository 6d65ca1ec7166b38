package alvh.simulator.exchange;

import java.time.Instant;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;

/**
 * One execution. A combo has one for the BAG (conId {@link #COMBO}, no key, moves no position) and one for each leg. A
 * correction has the same id with a higher last part and replaces the earlier report.
 *
 * @param execId {@code order.fill.leg.revision}
 * @param key null for the BAG execution
 * @param symbol the underlying
 * @param cumulative filled of the order so far, in its own units (legs: times the ratio)
 */
public record Execution(String execId, long permId, int clientId, int orderId, int conId, InstrumentKey key,
        String symbol, Side side, int quantity, Price price, int cumulative, double averagePrice, String orderRef,
        String exchange, Instant at) {

    /** The broker's one contract id for all dollar combos. */
    public static final int COMBO = 28812380;

    public boolean isCombo() { return conId == COMBO; }

    /** The id without its revision: what a correction keeps. */
    public String stem() {
        return execId.substring(0, execId.lastIndexOf('.'));
    }
}
