package alvh.simulator.script;

import java.util.Locale;

import alvh.planner.market.InstrumentKey;

/** Which orders or fills a line means: those of a layer, of one instrument, or any. */
public sealed interface Target {

    record OfLayer(Layer layer) implements Target {}

    record OfKey(InstrumentKey key) implements Target {}

    record Any() implements Target {}

    /** As it is written in a line. */
    default String text() {
        return switch (this) {
            case OfLayer of -> "'" + of.layer().name().toLowerCase(Locale.ROOT) + "'";
            case OfKey of -> "'" + Keys.write(of.key()) + "'";
            case Any any -> "'any'";
        };
    }
}
