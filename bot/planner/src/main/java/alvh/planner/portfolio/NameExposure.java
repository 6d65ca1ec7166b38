package alvh.planner.portfolio;

/**
 * What the book has in one underlying.
 *
 * @param dollarDelta dollars of underlying that the positions move like, signed
 * @param weight non-negative weight in book averages: abs dollar delta, or notional at risk where no delta is known; 0 for
 *        what a corporate action changed: it is frozen and in no average
 * @param shortPuts it holds short puts or put spreads; {@code shortCalls} likewise
 * @param missing why the delta is not known, or null
 */
public record NameExposure(String symbol, double dollarDelta, double weight, boolean shortPuts, boolean shortCalls,
        String missing) {}
