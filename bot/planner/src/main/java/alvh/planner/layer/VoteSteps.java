package alvh.planner.layer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import alvh.planner.signal.Signal;
import alvh.planner.signal.SignalId;
import alvh.planner.signal.Signals;
import alvh.planner.signal.VoteThreshold;

/** What each signal would have to reach to vote more (methodology 2.2): V1 to V8, today's number beside the threshold. */
public final class VoteSteps {
    private static final double HALF = 0.5;

    private static final VoteThreshold EVENT = new VoteThreshold(Double.NaN, Double.NaN);

    /** A signal and the number that it compares; without format a crossing, which no single threshold says. */
    private record Rule(SignalId id, String what, String format, VoteThreshold at, String besides) {
        double threshold(double vote) {
            return vote >= HALF || Double.isNaN(at.half()) ? at.one() : at.half();
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(SignalId.BETA_EXPANSION, "expansion of the book's beta", "%+.2f", VoteThreshold.BETA_EXPANSION,
                    " on " + VoteThreshold.BETA_CLOSES + " closes, and " + VoteThreshold.BETA_ERRORS
                            + " standard errors"),
            new Rule(SignalId.BREADTH, "", "", EVENT, ""), new Rule(SignalId.MACD, "", "", EVENT, ""),
            new Rule(SignalId.TERM_STRUCTURE, "VIX/VIX3M", "%.2f", VoteThreshold.TERM_STRUCTURE, ""),
            new Rule(SignalId.VIX_CHANGE, "VIX change in five sessions", "%+.1f", VoteThreshold.VIX_CHANGE, ""),
            new Rule(SignalId.VVIX, "VVIX", "%.1f", VoteThreshold.VVIX,
                    " while VIX < " + number(VoteThreshold.VVIX_BELOW_VIX)),
            new Rule(SignalId.EVENT_SURPRISE, "surprise in deviations", "%+.1f", VoteThreshold.EVENT_SURPRISE, ""),
            new Rule(SignalId.COMPLACENT_TOP, "signs of a complacent top", "%.0f", VoteThreshold.COMPLACENT_TOP,
                    " of " + VoteThreshold.TOP_SIGNS + " (Acceleration only)"));

    private VoteSteps() {}

    /** One sentence a vote that is not full yet, V1 to V8. */
    public static List<NextStep> of(Signals signals) {
        var steps = new ArrayList<NextStep>();
        for (Rule rule : RULES) {
            if (signals.vote(rule.id()) < 1) {
                steps.add(step(rule, signals));
            }
        }
        return List.copyOf(steps);
    }

    /** The known ones that are nearest to their threshold, as a part of it; V8 only for Acceleration. */
    static List<NextStep> nearest(Signals signals, boolean withTop, int most) {
        return RULES.stream().filter(rule -> withTop || rule.id() != SignalId.COMPLACENT_TOP)
                .filter(rule -> signals.vote(rule.id()) < 1).map(rule -> step(rule, signals))
                .filter(step -> Double.isFinite(step.distance()))
                .sorted(Comparator.comparingDouble(NextStep::distance).thenComparing(NextStep::what)).limit(most)
                .toList();
    }

    private static NextStep step(Rule rule, Signals signals) {
        Signal signal = signals.get(rule.id());
        String name = signal.id().words() + " (" + signal.id().vote() + ")";
        if (!signal.known()) {
            return new NextStep(name + " abstains: " + signal.missing(), signal.id().words(), Double.NaN, ">=",
                    Double.NaN);
        }
        if (signal.id() == SignalId.VVIX && signals.vix() >= VoteThreshold.VVIX_BELOW_VIX) {
            return new NextStep(name + " votes only while VIX < " + number(VoteThreshold.VVIX_BELOW_VIX) + ", now "
                    + points(signals.vix()) + "; VVIX now " + shown(rule, signal.value()), "VIX", signals.vix(), "<",
                    VoteThreshold.VVIX_BELOW_VIX);
        }
        String beside = signal.id() == SignalId.VVIX ? " and VIX " + points(signals.vix()) : "";
        return rule.format().isEmpty() ? event(signal, name) : numeric(rule, signal, name, beside);
    }

    /** Breadth and MACD vote for a crossing, which no single threshold says: the reading tells where it stands. */
    private static NextStep event(Signal signal, String name) {
        boolean macd = signal.id() == SignalId.MACD;
        String how = macd
                ? " adds 1 when its histogram crosses below 0 or falls 3 closes from a peak, now: "
                : signal.vote() > 0
                        ? " votes " + number(signal.vote()) + " by its proxy, the exchange's own advances and declines "
                                + "would vote 1, now: "
                        : " adds its vote when the line rolls over below its EMA21, now: ";
        return new NextStep(name + how + signal.reading(),
                macd ? "MACD histogram in points" : "breadth line less its EMA21", signal.value(), "<", Double.NaN);
    }

    private static NextStep numeric(Rule rule, Signal signal, String name, String beside) {
        boolean halves = Double.isFinite(rule.at().half());
        double threshold = rule.threshold(signal.vote());
        double now = signal.id() == SignalId.EVENT_SURPRISE ? Math.abs(signal.value()) : signal.value();
        double adds = halves ? HALF : 1 - signal.vote();
        return new NextStep(name + " adds " + number(adds) + " at " + rule.what() + " >= "
                + shown(rule, threshold) + rule.besides() + ", now " + shown(rule, now) + beside, rule.what(), now,
                ">=",
                threshold);
    }

    private static String points(double vix) {
        return String.format(Locale.ROOT, "%.2f", vix);
    }

    private static String shown(Rule rule, double value) {
        return String.format(Locale.ROOT, rule.format(), value);
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
