package alvh.planner.plan;

import java.util.List;

import alvh.planner.money.Price;

/**
 * The limits an order may use, from the first to the worst case; each attempt is one rung. Buys climb, sales descend.
 */
public record PriceLadder(List<Price> rungs) {

    public PriceLadder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a price ladder needs a rung");
        }
    }

    public Price first() {
        return rungs.get(0);
    }

    public Price last() {
        return rungs.get(rungs.size() - 1);
    }
}
