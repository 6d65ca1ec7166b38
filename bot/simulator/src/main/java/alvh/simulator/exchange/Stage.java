package alvh.simulator.exchange;

import java.time.Instant;

import alvh.planner.money.Price;

/**
 * How far an order has come on its way to the market.
 *
 * @param released parent, time and conditions have let it go
 * @param triggered the market has reached its stop
 * @param stop where a trailing stop stands, else null
 * @param whyHeld on the wire: empty, {@code child}, {@code trigger}, {@code child,trigger}
 * @param cancels when a cancel that takes time is confirmed, else null
 */
public record Stage(boolean released, boolean triggered, Price stop, String whyHeld, Instant cancels) {

    static final Stage FIRST = new Stage(false, false, null, "", null);
}
