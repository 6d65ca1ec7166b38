package alvh.planner.market;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.money.PriceIncrements;

/**
 * One dated, immutable picture of the market, each value with its own time and quality.
 *
 * @param asOf the moment the plan is valued at: the scheduled fire time, or the minute begun when asked by hand
 * @param takenAt when the picture was complete (exchange time); quote ages count to here
 * @param levels indices (SPX, XSP, VIX, VIX9D, VIX3M, VVIX ...)
 * @param quotes stocks, futures and options
 * @param listings what exists in the option chains
 * @param bars daily history by instrument
 * @param increments the price grid by trading class, as the broker's market rules state it
 * @param missing instruments wanted and not obtained, each with the reason in words
 * @param modelDeltas the broker's own option deltas, per share of the underlying it chose: to compare with ours (methodology
 *        5.1), never to trade on; empty where it sent none
 */
public record MarketSnapshot(Instant asOf, Instant takenAt, SortedMap<InstrumentKey, IndexLevel> levels,
        SortedMap<InstrumentKey, Quote> quotes, List<ChainListing> listings, SortedMap<InstrumentKey, DailyBars> bars,
        SortedMap<String, PriceIncrements> increments, SortedMap<InstrumentKey, String> missing,
        SortedMap<InstrumentKey, Double> modelDeltas) {

    public MarketSnapshot {
        modelDeltas = modelDeltas == null ? Collections.emptySortedMap() : modelDeltas;
    }

    /** Without the broker's model. */
    public MarketSnapshot(Instant asOf, Instant takenAt, SortedMap<InstrumentKey, IndexLevel> levels,
            SortedMap<InstrumentKey, Quote> quotes, List<ChainListing> listings,
            SortedMap<InstrumentKey, DailyBars> bars, SortedMap<String, PriceIncrements> increments,
            SortedMap<InstrumentKey, String> missing) {
        this(asOf, takenAt, levels, quotes, listings, bars, increments, missing, null);
    }

    /** The same picture with these daily bars added to, or in place of, those of the same instruments. */
    public MarketSnapshot withBars(SortedMap<InstrumentKey, DailyBars> more) {
        SortedMap<InstrumentKey, DailyBars> all = new TreeMap<>(bars);
        all.putAll(more);
        return new MarketSnapshot(asOf, takenAt, levels, quotes, listings, Collections.unmodifiableSortedMap(all),
                increments, missing, modelDeltas);
    }

    /** The same picture without the value of any delayed index level: for decisions where only live ones count. */
    public MarketSnapshot withoutDelayedLevels() {
        SortedMap<InstrumentKey, IndexLevel> live = new TreeMap<>(levels);
        live.replaceAll((key, level) -> level.quality() == Quality.DELAYED
                ? new IndexLevel(Double.NaN, level.at(), level.quality())
                : level);
        return new MarketSnapshot(asOf, takenAt, Collections.unmodifiableSortedMap(live), quotes, listings, bars,
                increments, missing, modelDeltas);
    }

    public IndexLevel level(String symbol) {
        return levels.getOrDefault(InstrumentKey.of(symbol), IndexLevel.NONE);
    }

    public Quote quote(InstrumentKey key) {
        return quotes.getOrDefault(key, Quote.NONE);
    }
}
