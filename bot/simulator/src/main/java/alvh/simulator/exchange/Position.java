package alvh.simulator.exchange;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/** One position; negative is short. Cost is signed like the quantity and holds multiplier and commissions. */
public record Position(InstrumentKey key, int conId, int quantity, Usd cost) {

    /** As the broker shows it: dollars a contract or share, always of the cost's magnitude; 0 when flat. */
    public double averageCost() {
        return quantity == 0 ? 0 : cost.toDouble() / quantity;
    }
}
