package alvh.simulator.market;

import java.time.Instant;

import alvh.planner.market.InstrumentKey;

/**
 * What the market shows for one instrument now. Prices in points, missing values NaN, missing sizes 0.
 *
 * @param close the previous session's close
 * @param at exchange time of the last change or repetition
 * @param silent true while a world line has stopped this instrument's ticks: send nothing
 * @param halted true while trading in it is halted
 */
public record Tape(InstrumentKey key, double bid, double ask, int bidSize, int askSize, double last, int lastSize,
        double open, double high, double low, double close, long volume, int openInterest, Instant at, boolean silent,
        boolean halted) {

    public boolean twoSided() {
        return bid > 0 && ask > 0 && Double.isFinite(bid) && Double.isFinite(ask) && bid <= ask;
    }

    /** NaN unless two-sided. */
    public double mid() {
        return twoSided() ? (bid + ask) / 2 : Double.NaN;
    }
}
