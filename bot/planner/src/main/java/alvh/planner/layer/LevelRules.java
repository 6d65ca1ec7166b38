package alvh.planner.layer;

import alvh.planner.ledger.LayerId;
import alvh.planner.signal.SignalId;
import alvh.planner.signal.Signals;

/** The thresholds of the table in methodology 2.2: to which level the signals of one moment lift a layer. */
final class LevelRules {
    static final double BASE_TWO_THIRDS = 1.5;
    static final double BASE_FULL = 2.5;
    static final double BASE_QUIET = 0.5;
    static final int BASE_CLOSES = 5;
    static final double ACCELERATION_TWO_THIRDS = 2;
    static final double ACCELERATION_FULL = 3;
    static final double ACCELERATION_FULL_RATIO = 1.05;
    static final double ACCELERATION_QUIET = 1;
    static final int ACCELERATION_CLOSES = 10;
    static final double CONTINGENCY_TWO_THIRDS = 2;
    static final double CONTINGENCY_FULL = 3;
    static final int CONTINGENCY_CLOSES = 20;

    private LevelRules() {}

    /** The level the signals ask for now, without memory; OFF without eligible premium. */
    static Level asked(LayerId layer, Signals signals, boolean eligible) {
        if (!eligible) {
            return Level.OFF;
        }
        return switch (layer) {
            case BASE -> base(signals);
            case ACCELERATION -> acceleration(signals);
            case CONTINGENCY -> contingency(signals);
        };
    }

    private static Level base(Signals signals) {
        double votes = signals.votes();
        if (atLeast(votes, BASE_FULL, signals)) {
            return Level.FULL;
        }
        boolean beta = signals.vote(SignalId.BETA_EXPANSION) >= 1;
        return beta || atLeast(votes, BASE_TWO_THIRDS, signals) ? Level.TWO_THIRDS : Level.CORE;
    }

    private static Level acceleration(Signals signals) {
        double votes = signals.votesFor(LayerId.ACCELERATION);
        if (atLeast(votes, ACCELERATION_FULL, signals) && signals.ratio() < ACCELERATION_FULL_RATIO) {
            return Level.FULL;
        }
        if (atLeast(votes, ACCELERATION_TWO_THIRDS, signals)) {
            return Level.TWO_THIRDS;
        }
        return complacent(signals) || breadthAndMacd(signals) >= 1 ? Level.CORE : Level.ARMED;
    }

    /** Whether Acceleration has the votes for FULL, and only the curve is inverted or unknown. */
    static boolean ratioKeepsFromFull(Signals signals) {
        return atLeast(signals.votesFor(LayerId.ACCELERATION), ACCELERATION_FULL, signals)
                && !(signals.ratio() < ACCELERATION_FULL_RATIO);
    }

    private static Level contingency(Signals signals) {
        double votes = signals.votes();
        if (signals.gapFlag() || atLeast(votes, CONTINGENCY_FULL, signals)) {
            return Level.FULL;
        }
        return atLeast(votes, CONTINGENCY_TWO_THIRDS, signals) ? Level.TWO_THIRDS : Level.CORE;
    }

    /** Slow modifiers lower the thresholds, and never vote. */
    private static boolean atLeast(double votes, double threshold, Signals signals) {
        return votes >= threshold + signals.thresholdShift() && votes > 0;
    }

    static boolean complacent(Signals signals) {
        return signals.vote(SignalId.COMPLACENT_TOP) >= 1;
    }

    static double breadthAndMacd(Signals signals) {
        return signals.vote(SignalId.BREADTH) + signals.vote(SignalId.MACD);
    }

    /** Whether this close counts towards a step back. */
    static boolean quiet(LayerId layer, Signals signals) {
        return switch (layer) {
            case BASE -> signals.votes() <= BASE_QUIET;
            case ACCELERATION -> !complacent(signals);
            case CONTINGENCY -> !signals.gapFlag() && !atLeast(signals.votes(), CONTINGENCY_TWO_THIRDS, signals);
        };
    }

    /** Whether, after {@code quietCloses} of them, the layer steps back. */
    static boolean stepsBack(LayerId layer, Signals signals, int quietCloses) {
        return switch (layer) {
            case BASE -> quietCloses >= BASE_CLOSES;
            case ACCELERATION -> quietCloses >= ACCELERATION_CLOSES
                    && signals.votesFor(LayerId.ACCELERATION) < ACCELERATION_QUIET;
            case CONTINGENCY -> quietCloses >= CONTINGENCY_CLOSES;
        };
    }

    /** The lowest level a layer steps back to while there is a book. */
    static Level floor(LayerId layer) {
        return switch (layer) {
            case BASE, CONTINGENCY -> Level.CORE;
            case ACCELERATION -> Level.ARMED;
        };
    }
}
