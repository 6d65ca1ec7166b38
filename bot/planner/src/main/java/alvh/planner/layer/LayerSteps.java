package alvh.planner.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import alvh.planner.ledger.LayerId;
import alvh.planner.signal.SignalId;
import alvh.planner.signal.Signals;

/** What would move a layer one step up, and what one step back, with today's numbers (methodology 2.2). */
public final class LayerSteps {
    private static final int NEAREST = 2;
    private static final String VOTES = "votes";
    private final LayerId layer;
    private final Level now;
    private final LayerLevels stored;
    private final Signals signals;
    private final List<NextStep> steps = new ArrayList<>();

    private LayerSteps(LayerId layer, Level now, LayerLevels stored, Signals signals) {
        this.layer = layer;
        this.now = now;
        this.stored = stored;
        this.signals = signals;
    }

    /** Steps up first; empty without a book. */
    public static List<NextStep> of(LayerId layer, Level now, LayerLevels stored, Signals signals) {
        if (now == Level.OFF) {
            return List.of();
        }
        var build = new LayerSteps(layer, now, stored, signals);
        switch (layer) {
            case BASE -> build.base();
            case ACCELERATION -> build.acceleration();
            case CONTINGENCY -> build.contingency();
        }
        build.back();
        return List.copyOf(build.steps);
    }

    private void base() {
        switch (now) {
            case FULL -> {
                // The highest level.
            }
            case TWO_THIRDS -> votes("full", LevelRules.BASE_FULL, "");
            case CORE, ARMED, OFF -> votes("two thirds", LevelRules.BASE_TWO_THIRDS,
                    ", or a full vote of beta expansion, now "
                            + VoteSteps.number(signals.vote(SignalId.BETA_EXPANSION)));
        }
    }

    private void acceleration() {
        switch (now) {
            case FULL -> {
                // The highest level.
            }
            case TWO_THIRDS -> {
                votes("full", LevelRules.ACCELERATION_FULL, ", and VIX/VIX3M < 1.05, now "
                        + text("%.2f", signals.ratio()));
                add("full also needs VIX/VIX3M < 1.05, now " + text("%.2f", signals.ratio()), "VIX/VIX3M",
                        signals.ratio(), "<", LevelRules.ACCELERATION_FULL_RATIO);
            }
            case CORE -> votes("two thirds", LevelRules.ACCELERATION_TWO_THIRDS, "");
            case ARMED, OFF -> {
                double both = LevelRules.breadthAndMacd(signals);
                add(opens(signals), "V2 + V3", both, ">=", 1);
                double signs = signals.get(SignalId.COMPLACENT_TOP).value();
                add(Double.isFinite(signs)
                        ? "or opens at a complacent top: 4 of 5 signs, now " + text("%.0f", signs)
                        : "or opens at a complacent top, unknown today: "
                                + signals.get(SignalId.COMPLACENT_TOP).missing(),
                        "signs of a complacent top", signs, ">=", 4);
            }
        }
    }

    /** How breadth and MACD would have to go together from here. */
    static String opens(Signals signals) {
        double breadth = signals.vote(SignalId.BREADTH);
        double macd = signals.vote(SignalId.MACD);
        String who = macd >= 1
                ? "breadth"
                : signals.get(SignalId.MACD).known()
                        ? "the SPX MACD"
                        : "breadth of the whole exchange";
        return "opens if " + who + " rolls over" + (breadth > 0 && macd < 1 ? " too" : "") + ": V2 + V3 >= 1, now "
                + VoteSteps.number(breadth + macd);
    }

    private void contingency() {
        switch (now) {
            case FULL -> {
                // The highest level.
            }
            case TWO_THIRDS -> votes("full", LevelRules.CONTINGENCY_FULL, ", or at a gap flag");
            case CORE, ARMED, OFF -> votes("two thirds", LevelRules.CONTINGENCY_TWO_THIRDS,
                    "; full at a gap flag, down now");
        }
    }

    private void votes(String level, double threshold, String besides) {
        double needed = threshold + signals.thresholdShift();
        double votes = signals.votesFor(layer);
        String shift = signals.thresholdShift() == 0 ? "" : ", slow modifiers inside";
        add(level + " at votes >= " + VoteSteps.number(needed) + shift + ", now " + VoteSteps.number(votes) + besides,
                VOTES, votes, ">=", needed);
        steps.addAll(VoteSteps.nearest(signals, layer == LayerId.ACCELERATION, NEAREST));
    }

    private void back() {
        if (now.compareTo(LevelRules.floor(layer)) <= 0) {
            return;
        }
        int closes = LevelFold.quietCloses(stored.memory(), layer);
        switch (layer) {
            case BASE -> back("votes <= 0.5, now " + VoteSteps.number(signals.votes()), LevelRules.BASE_CLOSES, closes);
            case ACCELERATION -> back("no complacent top, and then votes < 1, now "
                    + VoteSteps.number(signals.votesFor(layer)), LevelRules.ACCELERATION_CLOSES, closes);
            case CONTINGENCY -> back("no gap flag and votes below "
                    + VoteSteps.number(LevelRules.CONTINGENCY_TWO_THIRDS + signals.thresholdShift()) + ", now "
                    + VoteSteps.number(signals.votes()), LevelRules.CONTINGENCY_CLOSES, closes);
        }
    }

    private void back(String condition, int needed, int closes) {
        add("back one step after " + needed + " closes of " + condition + "; " + closes + " of " + needed + " so far",
                "quiet closes", closes, ">=", needed);
    }

    private void add(String text, String what, double value, String relation, double threshold) {
        steps.add(new NextStep(text, what, value, relation, threshold));
    }

    private static String text(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "unknown";
    }
}
