package alvh.simulator.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;

/**
 * The joint market of one world: levels that move on a grid of exchange seconds, and everything priced from them. One
 * thread; equal specs and equal lines at equal times give equal markets, however often it is asked.
 */
public final class Market {

    Market() {}

    public static Market open(WorldSpec spec) {
        throw new UnsupportedOperationException("not filled yet");
    }

    public WorldSpec spec() {
        throw new UnsupportedOperationException("not filled yet");
    }

    public Instant now() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** New York date of {@link #now}. */
    public LocalDate date() {
        throw new UnsupportedOperationException("not filled yet");
    }

    public Catalogue catalogue() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Moves every level on to the given exchange time; earlier times are ignored. */
    public void advance(Instant to) {
        throw new UnsupportedOperationException("not filled yet");
    }

    public void apply(MarketLine line) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** True while prices stay (ticks are repeated each second). */
    public boolean held() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The quote and day's figures of a listed instrument; unknown keys: IllegalArgumentException. */
    public Tape tape(InstrumentKey key) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Option computations; {@link Greeks#NONE} parts for what is not an option or not quoted. */
    public Computations computations(InstrumentKey key) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** What an instrument is worth by the model, in points; NaN for what has no price. For marks and settlement. */
    public double modelPrice(InstrumentKey key) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Finished sessions, oldest first, to yesterday or, after the close, today; empty when there is no history. */
    public DailyBars dailyBars(InstrumentKey key) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The bar of the running session, while there is one. */
    public Optional<DailyBars.Bar> todayBar(InstrumentKey key) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** True while the instrument's regular session runs (liquid hours). */
    public boolean isOpen(InstrumentKey key) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
