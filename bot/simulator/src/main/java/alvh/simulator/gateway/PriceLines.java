package alvh.simulator.gateway;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.SecType;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.Position;
import alvh.simulator.market.MarketLine;
import alvh.simulator.script.Line;

/** Jumps and settlements: the lines that need to know where prices and positions stand. */
final class PriceLines {

    private static final double PERCENT = 100;
    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 1e6;
    private static final double HIGHEST_VOLATILITY = 500;
    /** Names of settlement values that are no levels themselves. */
    private static final Set<String> QUOTATIONS = Set.of("VRO", "SET");
    private final Exchange exchange;
    private final OrderDesk orders;

    PriceLines(Exchange exchange, OrderDesk orders) {
        this.exchange = exchange;
        this.orders = orders;
    }

    /** One joint move to the levels meant; what is not named follows as the market sees fit. */
    void jump(Line.Jump jump) {
        Map<String, Double> levels = new TreeMap<>();
        jump.moves().forEach((symbol, move) -> levels.put(symbol, possible(symbol, moved(level(symbol), move))));
        market(new MarketLine.Jump(levels));
    }

    /** A level that prices can be made from. */
    private static double possible(String symbol, double level) {
        boolean volatility = symbol.startsWith("V") && InstrumentKey.of(symbol).secType() == SecType.INDEX;
        double most = volatility ? HIGHEST_VOLATILITY : HIGHEST;
        boolean possible = level >= LOWEST && level <= most;
        if (!possible) {
            throw new IllegalArgumentException(symbol + " would stand at " + level + ", expected a level above 0, from "
                    + LOWEST + " to " + most);
        }
        return level;
    }

    private double level(String symbol) {
        if (InstrumentKey.of(symbol).isOption()) {
            throw new IllegalArgumentException(symbol + " is an option and has no level of its own: set its quote");
        }
        double level = exchange.market().modelPrice(InstrumentKey.of(symbol));
        if (Double.isNaN(level)) {
            throw new IllegalArgumentException(symbol + " has no level on this market");
        }
        return level;
    }

    private static double moved(double from, Line.Move move) {
        return switch (move.unit()) {
            case PERCENT -> from * (1 + move.value() / PERCENT);
            case POINTS -> from + move.value();
            case LEVEL -> move.value();
        };
    }

    /** Sets the value on which options settle, and settles at once the positions whose day has come. */
    void settle(Line.Settle settle) {
        double value = settle.value().doubleValue();
        if (!QUOTATIONS.contains(settle.symbol())) {
            level(settle.symbol());
        }
        String symbol = settle.symbol().equals("VIX") ? "VRO" : settle.symbol();
        market(new MarketLine.Settlement(symbol, value));
        for (Position position : exchange.positions()) {
            InstrumentKey key = position.key();
            boolean ended = key.isOption() && key.underlying().equals(settle.symbol())
                    && !key.settlementDate().isAfter(exchange.market().date());
            if (ended) {
                orders.exchange(new ExchangeInput.Settle(key.root(), key.settlementDate(), value));
            }
        }
    }

    private void market(MarketLine line) {
        orders.exchange(new ExchangeInput.World(line));
    }
}
