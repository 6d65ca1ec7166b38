package alvh.simulator.exchange;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.money.Usd;

/**
 * What the broker sets aside: for each underlying and expiry the worst value at expiry over a range of prices (names
 * 20 % either way, SPX and XSP 15 %, VIX from half to three times), read at the ends and at the strikes between.
 */
final class Margin {

    private static final int OPTION_MULTIPLIER = 100;

    private Margin() {}

    /** @param spot price of an underlying by symbol */
    static Usd required(List<Position> positions, ToDoubleFunction<String> spot) {
        TreeMap<String, List<Position>> groups = new TreeMap<>();
        for (Position position : positions) {
            if (position.key().isOption()) {
                String group = position.key().underlying() + " " + position.key().settlementDate();
                groups.computeIfAbsent(group, g -> new java.util.ArrayList<>()).add(position);
            }
        }
        double total = 0;
        for (List<Position> group : groups.values()) {
            total += worst(group, spot.applyAsDouble(group.get(0).key().underlying()));
        }
        return Usd.ceil(total);
    }

    private static double worst(List<Position> group, double spot) {
        double low = spot * switch (group.get(0).key().underlying()) {
            case "VIX" -> 0.5;
            case "SPX", "XSP" -> 0.85;
            default -> 0.80;
        };
        double high = spot * switch (group.get(0).key().underlying()) {
            case "VIX" -> 3.0;
            case "SPX", "XSP" -> 1.15;
            default -> 1.20;
        };
        TreeSet<Double> prices = new TreeSet<>(List.of(low, high));
        group.stream().map(p -> p.key().strike()).filter(k -> k > low && k < high).forEach(prices::add);
        double worst = 0;
        for (double price : prices) {
            double value = 0;
            for (Position position : group) {
                value += position.quantity() * OPTION_MULTIPLIER * payoff(position.key(), price);
            }
            worst = Math.min(worst, value);
        }
        return -worst;
    }

    static double payoff(InstrumentKey key, double price) {
        double inside = key.right() == Right.CALL ? price - key.strike() : key.strike() - price;
        return Math.max(0, inside);
    }
}
