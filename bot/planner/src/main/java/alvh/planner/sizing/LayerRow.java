package alvh.planner.sizing;

import alvh.planner.money.Usd;

/**
 * A layer's own limits in methodology 4.2.
 *
 * @param open the layer may buy: its level is above zero and no gate closes it
 * @param capLeft row (3): throttle x a_l x theta_l x Cap_total less the unrecovered cost held; may be negative
 * @param held units held that no sale has released, row (4) and (10)
 * @param coreCap row (4): phi_l x Cap_total
 */
public record LayerRow(boolean open, Usd capLeft, long held, Usd coreCap) {
    public static final LayerRow CLOSED = new LayerRow(false, Usd.ZERO, 0, Usd.ZERO);
}
