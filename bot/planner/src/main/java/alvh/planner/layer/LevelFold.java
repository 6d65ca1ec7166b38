package alvh.planner.layer;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.SignalBoard;
import alvh.planner.signal.Signals;

/**
 * Levels as a fold of the votes over daily closes (methodology 2.2): up at once, back by one step after enough quiet
 * closes. Nothing here depends on whether a plan was approved.
 */
public final class LevelFold {
    /** Closes of the first fold, when no level was ever stored (source BACKFILL). */
    public static final int BACKFILL_CLOSES = 63;
    private static final double REST_ENDS_RATIO = 0.95;
    private static final int REST_SESSIONS = 15;
    private static final double PANIC_OVER_RATIO = 0.90;

    private LevelFold() {}

    /** Before the first close. */
    public static LayerLevels initial() {
        return new LayerLevels(null, new TreeMap<>(),
                new LayerLevels.Memory(new TreeMap<>(), null, false, null, null, 0));
    }

    /** The fold over the last 63 closes with today's book, for a first start. */
    public static LayerLevels backfill(SignalBoard board, boolean eligible, TradingCalendar calendar) {
        LayerLevels levels = initial();
        for (LocalDate close : board.closes(BACKFILL_CLOSES)) {
            levels = atClose(levels, board.atClose(close), eligible, null, calendar);
        }
        return levels;
    }

    /**
     * One more close.
     *
     * @param eligible there is eligible premium
     * @param lastRungSale trade date of the last harvest rung sold, or null
     */
    public static LayerLevels atClose(LayerLevels before, Signals signals, boolean eligible, LocalDate lastRungSale,
            TradingCalendar calendar) {
        LayerLevels.Memory memory = before.memory();
        SortedMap<LayerId, Level> levels = new TreeMap<>();
        SortedMap<LayerId, Integer> quiet = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            Level stored = stored(before, layer);
            Level asked = LevelRules.asked(layer, signals, eligible);
            int closes = LevelRules.quiet(layer, signals) ? quietCloses(memory, layer) + 1 : 0;
            Level level = eligible ? higher(stored, asked) : Level.OFF;
            // A step up starts the count anew: quiet closes are those since the level was reached.
            closes = level.compareTo(stored) > 0 ? 0 : closes;
            boolean back = eligible && asked.compareTo(stored) < 0 && LevelRules.stepsBack(layer, signals, closes);
            if (back) {
                level = higher(Level.values()[stored.ordinal() - 1], higher(asked, LevelRules.floor(layer)));
                closes = 0;
            }
            levels.put(layer, level);
            quiet.put(layer, eligible ? closes : 0);
        }
        return new LayerLevels(signals.date(), levels,
                memory(memory, signals, eligible, quiet, lastRungSale, calendar));
    }

    private static LayerLevels.Memory memory(LayerLevels.Memory before, Signals signals, boolean eligible,
            SortedMap<LayerId, Integer> quiet, LocalDate lastRungSale, TradingCalendar calendar) {
        Regime seen = Regimes.of(signals.vix(), signals.ratio());
        boolean confirmed = before.regime() == null || seen == before.regime() || seen == before.regimeCandidate();
        Regime regime = confirmed ? seen : before.regime();
        Regime candidate = confirmed ? null : seen;
        boolean panic = (before.panicSeen() || regime == Regime.PANIC) && !(signals.ratio() < PANIC_OVER_RATIO);
        LocalDate rest = later(before.lastRungSale(), lastRungSale);
        boolean restOver = rest == null || signals.ratio() < REST_ENDS_RATIO && signals.date().isAfter(rest)
                || calendar.sessionsBetween(rest, signals.date()) >= REST_SESSIONS;
        return new LayerLevels.Memory(quiet, restOver ? null : rest, panic, regime, candidate,
                eligible ? 0 : before.premiumGoneCloses() + 1);
    }

    /** The levels of a plan made before the close: steps up by the live value count at once, steps back wait. */
    public static SortedMap<LayerId, Level> live(LayerLevels stored, Signals now, boolean eligible) {
        SortedMap<LayerId, Level> levels = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            levels.put(layer, eligible
                    ? higher(stored(stored, layer), LevelRules.asked(layer, now, true))
                    : Level.OFF);
        }
        return levels;
    }

    /** The confirmed regime, or the one of now before any close. */
    public static Regime regime(LayerLevels stored, Signals now) {
        Regime confirmed = stored.memory().regime();
        return confirmed == null ? Regimes.of(now.vix(), now.ratio()) : confirmed;
    }

    public static Level stored(LayerLevels levels, LayerId layer) {
        return levels.levels().getOrDefault(layer, Level.OFF);
    }

    static int quietCloses(LayerLevels.Memory memory, LayerId layer) {
        return memory.quietCloses().getOrDefault(layer, 0);
    }

    private static Level higher(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}
