package alvh.simulator.script;

import alvh.planner.market.InstrumentKey;

/** Which orders or fills a line means: those of a layer, of one instrument, or any. */
public sealed interface Target {

    record OfLayer(Layer layer) implements Target {}

    record OfKey(InstrumentKey key) implements Target {}

    record Any() implements Target {}
}
