package alvh.simulator.market;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;

/** What a world line or a person at the simulator's input may do to the market. Applied at the time it is read. */
public sealed interface MarketLine {

    /** Prices stay as they are; ticks repeat each second. */
    record Hold() implements MarketLine {}

    /** Prices move again. */
    record Release() implements MarketLine {}

    /** Sets the level of an index, a stock or a future; options on it follow, other levels do not. */
    record Level(InstrumentKey key, double value) implements MarketLine {}

    /**
     * A sudden joint move to the given levels by symbol. What is not named follows: VIX answers SPX when only SPX is
     * named, VVIX and the other VIX indices answer VIX, names answer SPX by their beta. A name alone moves alone.
     */
    record Jump(Map<String, Double> levels) implements MarketLine {

        public Jump {
            levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        }
    }

    /**
     * Pins the quote of one instrument until cleared. A side that is NaN, 0 or negative is sent as it stands; bid above
     * ask is a crossed market.
     */
    record Pin(InstrumentKey key, double bid, double ask, int bidSize, int askSize) implements MarketLine {}

    /** No more ticks for these instruments (empty: for all) until cleared. */
    record Silence(List<InstrumentKey> keys) implements MarketLine {

        public Silence {
            keys = List.copyOf(keys);
        }
    }

    /** Trading in one instrument is halted: quotes stand, nothing fills. */
    record Halt(InstrumentKey key) implements MarketLine {}

    /** Ends Pin, Silence and Halt for these instruments (empty: for all). */
    record Clear(List<InstrumentKey> keys) implements MarketLine {

        public Clear {
            keys = List.copyOf(keys);
        }
    }

    /** Multiplies all spreads of a trading class (empty: of all) from now on; 1 is normal. */
    record Spread(String tradingClass, double factor) implements MarketLine {}

    /** Displayed size of one instrument on both sides from now on; 0 ends it. */
    record Size(InstrumentKey key, int size) implements MarketLine {}

    /** The value on which contracts settle within ten days instead of the model's: VRO, SET or an underlying. */
    record Settlement(String symbol, double value) implements MarketLine {}
}
