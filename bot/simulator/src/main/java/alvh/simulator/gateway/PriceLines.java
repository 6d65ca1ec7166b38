package alvh.simulator.gateway;

import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.Position;
import alvh.simulator.market.MarketLine;
import alvh.simulator.script.Line;

/** Jumps and settlements: the lines that need to know where prices and positions stand. */
final class PriceLines {

    private static final double PERCENT = 100;
    private final Exchange exchange;
    private final OrderDesk orders;

    PriceLines(Exchange exchange, OrderDesk orders) {
        this.exchange = exchange;
        this.orders = orders;
    }

    /** One joint move to the levels meant; what is not named follows as the market sees fit. */
    void jump(Line.Jump jump) {
        Map<String, Double> levels = new TreeMap<>();
        jump.moves().forEach((symbol, move) -> levels.put(symbol, moved(level(symbol), move)));
        market(new MarketLine.Jump(levels));
    }

    private double level(String symbol) {
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
