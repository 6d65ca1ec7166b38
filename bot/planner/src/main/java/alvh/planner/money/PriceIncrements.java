package alvh.planner.money;

import java.util.List;

/**
 * The price grid of a trading class (a broker's market rule): the increment of the highest low edge not above the price
 * applies (methodology 7.4). Negative combo prices use their magnitude.
 */
public record PriceIncrements(List<Row> rows) {

    /** One row of a market rule; both in ten-thousandths. */
    public record Row(long lowEdgeE4, long incrementE4) {}

    public PriceIncrements {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.stream().anyMatch(r -> r.incrementE4() <= 0)) {
            throw new IllegalArgumentException("a price grid needs rows with positive increments: " + rows);
        }
    }

    /** A grid that changes once, e.g. {@code of("0.01", "3", "0.05")} for monthly VIX options. */
    public static PriceIncrements of(String below, String edge, String from) {
        return new PriceIncrements(
                List.of(new Row(0, Price.of(below).e4()), new Row(Price.of(edge).e4(), Price.of(from).e4())));
    }

    public static PriceIncrements of(String everywhere) {
        return new PriceIncrements(List.of(new Row(0, Price.of(everywhere).e4())));
    }

    public long incrementE4(Price price) {
        long magnitude = Math.abs(price.e4());
        long increment = rows.get(0).incrementE4();
        for (Row row : rows) {
            if (row.lowEdgeE4() <= magnitude) {
                increment = row.incrementE4();
            }
        }
        return increment;
    }

    /** The greatest price on the grid not above the given one: what a buy may pay. */
    public Price down(Price price) {
        long step = incrementE4(price);
        return new Price(Math.floorDiv(price.e4(), step) * step);
    }

    /** The smallest price on the grid not below the given one: what a sale may ask. */
    public Price up(Price price) {
        long step = incrementE4(price);
        return new Price(Math.ceilDiv(price.e4(), step) * step);
    }
}
