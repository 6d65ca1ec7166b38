package alvh.planner.scenario;

import java.util.List;

/**
 * What positions are worth together on a later day (methodology F15): expired legs at intrinsic value, the others by the
 * model. Made once, asked for each point of a map; one instance per thread.
 */
public final class FutureValue {

    private final Revaluation model;
    private final List<Held> positions;

    /** @param units contracts or shares, negative for what is short */
    public record Held(PricedLine line, double units) {}

    public FutureValue(Revaluation model, List<Held> positions) {
        this.model = model;
        this.positions = List.copyOf(positions);
    }

    /** Dollars for all positions; stock options by the greater of European price and intrinsic value, without the tree. */
    public double at(ShockedMarket market) {
        double sum = 0;
        for (Held held : positions) {
            sum += held.units() * model.valueQuickly(held.line(), market);
        }
        return sum;
    }

    /** Dollars today. */
    public double today() {
        return at(ShockedMarket.today(model.state()));
    }
}
