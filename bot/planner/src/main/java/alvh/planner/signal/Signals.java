package alvh.planner.signal;

import java.time.LocalDate;
import java.util.SortedMap;

import alvh.planner.ledger.LayerId;

/**
 * All signals of one moment.
 *
 * @param date the trade date whose close, or live value standing for it, is the last input
 * @param all every id is present; what is missing says why
 * @param vix spot VIX used, NaN when missing; {@code ratio} VIX/VIX3M, NaN when missing
 * @param gapFlag overnight gap or IPO flag of methodology 2.2 (L3)
 * @param blackout why no new hedge buys now (event window), or null
 * @param thresholdShift slow modifiers: added to vote thresholds, 0 or -0.5
 */
public record Signals(LocalDate date, SortedMap<SignalId, Signal> all, double vix, double ratio, boolean gapFlag,
        String blackout, double thresholdShift) {

    public Signal get(SignalId id) {
        return all.get(id);
    }

    public double vote(SignalId id) {
        return all.get(id).vote();
    }

    /** V1 to V7, and the expected range where its vote is switched on. */
    public double votes() {
        return vote(SignalId.BETA_EXPANSION) + vote(SignalId.BREADTH) + vote(SignalId.MACD)
                + vote(SignalId.TERM_STRUCTURE) + vote(SignalId.VIX_CHANGE) + vote(SignalId.VVIX)
                + vote(SignalId.EVENT_SURPRISE) + vote(SignalId.EDR);
    }

    /** The same, with V8 for Acceleration alone. */
    public double votesFor(LayerId layer) {
        return switch (layer) {
            case BASE, CONTINGENCY -> votes();
            case ACCELERATION -> votes() + vote(SignalId.COMPLACENT_TOP);
        };
    }
}
