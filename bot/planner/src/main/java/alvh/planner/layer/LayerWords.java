package alvh.planner.layer;

import java.util.Locale;

import alvh.planner.ledger.LayerId;
import alvh.planner.signal.SignalId;
import alvh.planner.signal.Signals;

/** The layer table for people: why a layer is where it is, and what would move it. */
final class LayerWords {
    private LayerWords() {}

    static String because(LayerId layer, Level stored, Level now, Signals signals) {
        if (now == Level.OFF) {
            return "no eligible premium: there is no book to protect";
        }
        Level asked = LevelRules.asked(layer, signals, true);
        if (asked.compareTo(now) < 0) {
            return "held from earlier closes; today's votes " + votes(layer, signals) + " alone ask for " + asked
                    + (layer == LayerId.ACCELERATION && LevelRules.ratioKeepsFromFull(signals) ? ratio(signals) : "");
        }
        return switch (layer) {
            case BASE -> base(now, signals);
            case ACCELERATION -> acceleration(now, signals);
            case CONTINGENCY -> contingency(now, signals);
        };
    }

    /** Enough votes, and yet not FULL: why. */
    private static String ratio(Signals signals) {
        return Double.isNaN(signals.ratio())
                ? ", for FULL needs VIX/VIX3M < 1.05 and it is unknown"
                : String.format(Locale.ROOT, ", for FULL needs VIX/VIX3M < 1.05 and it is %.2f", signals.ratio());
    }

    private static String base(Level now, Signals signals) {
        return switch (now) {
            case FULL -> "votes " + votes(LayerId.BASE, signals) + " >= " + shifted(LevelRules.BASE_FULL, signals);
            case TWO_THIRDS -> signals.vote(SignalId.BETA_EXPANSION) >= 1
                    ? "beta expansion votes 1"
                    : "votes " + votes(LayerId.BASE, signals) + " >= "
                            + shifted(LevelRules.BASE_TWO_THIRDS, signals);
            case CORE, ARMED, OFF -> "eligible premium is open: the core is always on";
        };
    }

    private static String acceleration(Level now, Signals signals) {
        String votes = votes(LayerId.ACCELERATION, signals);
        return switch (now) {
            case FULL -> String.format(Locale.ROOT, "votes %s >= %s and VIX/VIX3M %.2f < 1.05", votes,
                    shifted(LevelRules.ACCELERATION_FULL, signals), signals.ratio());
            case TWO_THIRDS -> "votes " + votes + " >= " + shifted(LevelRules.ACCELERATION_TWO_THIRDS, signals)
                    + (LevelRules.ratioKeepsFromFull(signals) ? ratio(signals) : "");
            case CORE -> LevelRules.complacent(signals)
                    ? "the complacent-top flag is up"
                    : "breadth and MACD together vote " + VoteSteps.number(LevelRules.breadthAndMacd(signals))
                            + " >= 1";
            case ARMED, OFF -> "no complacent top, and breadth and MACD vote "
                    + VoteSteps.number(LevelRules.breadthAndMacd(signals)) + " < 1 together";
        };
    }

    private static String contingency(Level now, Signals signals) {
        String votes = votes(LayerId.CONTINGENCY, signals);
        return switch (now) {
            case FULL -> signals.gapFlag()
                    ? "the gap flag is up"
                    : "votes " + votes + " >= " + shifted(LevelRules.CONTINGENCY_FULL, signals);
            case TWO_THIRDS -> "votes " + votes + " >= " + shifted(LevelRules.CONTINGENCY_TWO_THIRDS, signals);
            case CORE, ARMED, OFF -> "eligible premium is open: the core is always on";
        };
    }

    static String next(LayerId layer, Level now, Signals signals) {
        if (now == Level.OFF) {
            return "core with the first eligible premium";
        }
        return switch (layer) {
            case BASE -> switch (now) {
                case FULL -> "back one step at votes <= 0.5 for 5 closes";
                case TWO_THIRDS -> "full at votes " + shifted(LevelRules.BASE_FULL, signals);
                case CORE, ARMED, OFF -> "two thirds at votes " + shifted(LevelRules.BASE_TWO_THIRDS, signals)
                        + ", now " + votes(layer, signals) + ", or a full vote of beta expansion";
            };
            case ACCELERATION -> switch (now) {
                case FULL -> "back one step after 10 closes without complacent top, at votes < 1";
                case TWO_THIRDS -> "full at " + shifted(LevelRules.ACCELERATION_FULL, signals)
                        + " and VIX/VIX3M < 1.05";
                case CORE -> "two thirds at votes " + shifted(LevelRules.ACCELERATION_TWO_THIRDS, signals) + ", now "
                        + votes(layer, signals);
                case ARMED, OFF -> LayerSteps.opens(signals);
            };
            case CONTINGENCY -> switch (now) {
                case FULL -> "back one step after 20 closes without flags";
                case TWO_THIRDS -> "full needs a gap, or votes " + shifted(LevelRules.CONTINGENCY_FULL, signals);
                case CORE, ARMED, OFF -> "two thirds at votes "
                        + shifted(LevelRules.CONTINGENCY_TWO_THIRDS, signals) + ", now " + votes(layer, signals);
            };
        };
    }

    private static String votes(LayerId layer, Signals signals) {
        return VoteSteps.number(signals.votesFor(layer));
    }

    private static String shifted(double threshold, Signals signals) {
        return VoteSteps.number(threshold + signals.thresholdShift());
    }
}
