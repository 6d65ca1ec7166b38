package alvh.planner.layer;

import java.time.LocalDate;
import java.util.SortedMap;

import alvh.planner.ledger.LayerId;

/**
 * The levels stored at a close: the fold of the votes over daily closes, independent of whether any plan was approved.
 *
 * @param asOf the trade date of the close, or null before the first fold (then the planner folds the last 63 closes,
 *        source BACKFILL)
 * @param memory what the fold needs of the past beside the levels
 */
public record LayerLevels(LocalDate asOf, SortedMap<LayerId, Level> levels, Memory memory) {

    /**
     * Counters of closes, by layer where a layer is named.
     *
     * @param quietCloses closes in a row on which the step-back condition held
     * @param lastRungSale trade date of the last rung sale, or null: buys rest until R closes below 0.95 or 15 sessions
     * @param panicSeen a PANIC regime was seen since R was last below 0.90
     * @param regime the confirmed regime, {@code regimeCandidate} the one waiting for its second close (null if none)
     * @param premiumGoneCloses closes in a row with no eligible premium (methodology 3.7 (c))
     */
    public record Memory(SortedMap<LayerId, Integer> quietCloses, LocalDate lastRungSale, boolean panicSeen,
            Regime regime,
            Regime regimeCandidate, int premiumGoneCloses) {}
}
