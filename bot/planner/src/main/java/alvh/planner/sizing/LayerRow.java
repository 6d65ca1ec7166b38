package alvh.planner.sizing;

import alvh.planner.money.Usd;

/**
 * A layer's own limits in methodology 4.2.
 *
 * @param open the layer may buy: its level is above zero and no gate closes it
 * @param capLeft row (3): throttle x a_l x theta_l x Cap_total less the unrecovered cost held; may be negative
 * @param held units held that no sale has released, row (4) and (10)
 * @param coreCap row (4): phi_l x Cap_total
 * @param buyOrders lines of the layer, rolls apart, that may still be bought this week (S35)
 * @param mostHeld units that the layer may hold (2.3)
 */
public record LayerRow(boolean open, Usd capLeft, long held, Usd coreCap, int buyOrders, long mostHeld) {
    /** Buy orders a layer and week (S35). */
    public static final int BUY_ORDERS = 2;
    /** Units that a layer may hold (2.3). */
    public static final long MOST_HELD = 50;
    public static final LayerRow CLOSED = new LayerRow(false, Usd.ZERO, 0, Usd.ZERO);

    /** A row without limits on orders and units. */
    public LayerRow(boolean open, Usd capLeft, long held, Usd coreCap) {
        this(open, capLeft, held, coreCap, Integer.MAX_VALUE, Long.MAX_VALUE);
    }
}
