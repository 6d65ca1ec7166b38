package alvh.planner.scenario;

/** An instrument made ready for revaluation, or why it cannot be valued. */
public sealed interface Prepared {

    /** Can be valued in every scenario. */
    record Ready(PricedLine line) implements Prepared {}

    /** Cannot be valued. */
    record Unpriceable(MarketFault fault) implements Prepared {}
}
