package alvh.simulator.market;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import alvh.planner.market.InstrumentKey;

/** What world lines have set on single instruments and classes: pins, silence, halts, spreads, sizes. */
final class Desk {

    private final Map<InstrumentKey, MarketLine.Pin> pins = new HashMap<>();
    private final Set<InstrumentKey> silent = new HashSet<>();
    private final Set<InstrumentKey> halted = new HashSet<>();
    private final Map<InstrumentKey, Integer> sizes = new HashMap<>();
    private final Map<String, Double> spreads = new HashMap<>();
    private boolean allSilent;

    void pin(MarketLine.Pin line) {
        pins.put(line.key(), line);
    }

    void silence(List<InstrumentKey> keys) {
        allSilent |= keys.isEmpty();
        silent.addAll(keys);
    }

    void halt(InstrumentKey key) {
        halted.add(key);
    }

    void clear(List<InstrumentKey> keys) {
        if (keys.isEmpty()) {
            allSilent = false;
            pins.clear();
            silent.clear();
            halted.clear();
            return;
        }
        Consumer<InstrumentKey> forget = key -> {
            pins.remove(key);
            silent.remove(key);
            halted.remove(key);
        };
        keys.forEach(forget);
    }

    void size(InstrumentKey key, int size) {
        if (size > 0) {
            sizes.put(key, size);
        } else {
            sizes.remove(key);
        }
    }

    void spread(String tradingClass, double factor) {
        spreads.put(tradingClass, factor);
    }

    /** Null when the quote is the model's. */
    MarketLine.Pin pinOf(InstrumentKey key) {
        return pins.get(key);
    }

    boolean isSilent(InstrumentKey key) {
        return allSilent || silent.contains(key);
    }

    boolean isHalted(InstrumentKey key) {
        return halted.contains(key);
    }

    /** 0 when the model decides. */
    int sizeOf(InstrumentKey key) {
        return sizes.getOrDefault(key, 0);
    }

    double spreadFactor(String tradingClass) {
        return spreads.getOrDefault(tradingClass, 1.0) * spreads.getOrDefault("", 1.0);
    }
}
