package alvh.simulator.market;

import java.util.Map;

import alvh.planner.market.DailyBars;

/**
 * Leads levels through one given session: from the open to the close as a bridge (each second closes the part of the
 * remaining distance that is due), inside the day's range.
 */
final class Script {

    /** Leads nothing. */
    static final Script FREE = new Script(null, Map.of(), 0);
    private static final double WOBBLE = 0.00012;

    private final DailyBars.Bar[] bars;
    private final long closeSecond;

    /** @param board null for none */
    Script(Board board, Map<String, DailyBars.Bar> days, long closeSecond) {
        this.bars = new DailyBars.Bar[board == null ? 0 : board.size()];
        this.closeSecond = closeSecond;
        days.forEach((symbol, bar) -> {
            if (board != null && board.place(symbol) >= 0) {
                bars[board.place(symbol)] = bar;
            }
        });
    }

    boolean leads(int place) {
        return place < bars.length && bars[place] != null;
    }

    DailyBars.Bar bar(int place) {
        return bars[place];
    }

    /** The next level; a gap (negative index) goes to the open. */
    double next(Board board, int place, long epochSecond, Noise noise) {
        DailyBars.Bar bar = bars[place];
        if (epochSecond < 0) {
            return bar.open();
        }
        long left = closeSecond - epochSecond;
        if (left <= 0) {
            return bar.close();
        }
        double now = StrictMath.log(board.at(place));
        double pulled = now + (StrictMath.log(bar.close()) - now) / (left + 1)
                + WOBBLE * noise.bell(0x5C12L + place, epochSecond);
        return Math.max(bar.low(), Math.min(bar.high(), StrictMath.exp(pulled)));
    }
}
