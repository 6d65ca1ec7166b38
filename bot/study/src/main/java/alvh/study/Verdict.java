package alvh.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Is it worth it? The rule is written down before any result (methodology 6.6, S02):
 * <ul>
 * <li>WORTH IT: (a) CVaR95 is cut by 25 % or more against no hedge, (b) net cost is 10 % of gross premium or less, (c) CVaR95
 * is 10 % or more below that of a smaller book of equal mean, the lower end of the 80 % interval above zero, and all of it
 * holds (d) at twice the slippage and (e) without the single best event;</li>
 * <li>NOT WORTH IT: (a) fails, or the smaller book is better with 80 % confidence;</li>
 * <li>UNDETERMINED: else; and always with simulated arms only, that is with less than three months of own data and no
 * history.</li>
 * </ul>
 *
 * @param because what decided, in sentences, never empty
 */
public record Verdict(Answer answer, Evidence evidence, List<String> because) {

    static final double LEAST_CUT = 0.25;
    static final double MOST_COST = 0.10;
    static final double LEAST_ADVANTAGE = 0.10;
    private static final double LEAST_MONTHS = 3;
    private static final double SYSTEMIC = 0.30;

    public enum Answer {
        WORTH_IT("WORTH IT"), NOT_WORTH_IT("NOT WORTH IT"), UNDETERMINED("UNDETERMINED");

        private final String words;

        Answer(String words) {
            this.words = words;
        }
    }

    public Verdict {
        because = List.copyOf(because);
    }

    public static Verdict of(Evidence evidence) {
        List<String> thin = thin(evidence);
        if (!thin.isEmpty()) {
            return new Verdict(Answer.UNDETERMINED, evidence, thin);
        }
        Evidence.Finding base = evidence.base();
        if (!base.cuts()) {
            return new Verdict(Answer.NOT_WORTH_IT, evidence, List.of("(a) the worst weeks shrink by less than 25 %"));
        }
        if (base.overDivesting().high() < 0) {
            return new Verdict(Answer.NOT_WORTH_IT, evidence,
                    List.of("(c) a smaller book of equal mean return is safer, "
                            + "with 80 % confidence: divest instead"));
        }
        List<String> open = open(evidence);
        return open.isEmpty()
                ? new Verdict(Answer.WORTH_IT, evidence, List.of("(a) to (e) all hold"))
                : new Verdict(Answer.UNDETERMINED, evidence, open);
    }

    /** What is missing for any answer but UNDETERMINED. */
    private static List<String> thin(Evidence evidence) {
        List<String> thin = new ArrayList<>();
        if (!(evidence.ownMonths() >= LEAST_MONTHS) && !evidence.history()) {
            thin.add(String.format(Locale.ROOT, "%.1f months of own data are fewer than 3, and no history was given",
                    Double.isFinite(evidence.ownMonths()) ? evidence.ownMonths() : 0));
        }
        if (evidence.tier() == Evidence.Tier.T3) {
            thin.add("simulated arms alone decide nothing");
        }
        if (!evidence.base().known()) {
            thin.add("one of the three numbers could not be had");
        }
        return thin;
    }

    private static List<String> open(Evidence evidence) {
        List<String> open = new ArrayList<>();
        if (!evidence.base().cheap()) {
            open.add("(b) it costs more than 10 % of gross premium");
        }
        if (!evidence.base().beatsDivesting()) {
            open.add("(c) that it beats a smaller book of equal mean by 10 % is not shown");
        }
        if (!evidence.doubled().holds()) {
            open.add("(d) it does not hold at twice the slippage");
        }
        if (!evidence.withoutBest().holds()) {
            open.add("(e) it does not hold without the single best event");
        }
        return open;
    }

    /** The verdict with its tier and the three numbers: there is no shorter form of it. */
    public String text() {
        Evidence.Finding base = evidence.base();
        return String.format(Locale.ROOT,
                "%s (%s, %s): CVaR95 cut %s, net cost %s of gross premium, %s below a smaller book of equal mean (80 %% "
                        + "interval %s to %s); %s",
                answer.words, evidence.tier(), evidence.tier().words(), percent(base.cvarCut()),
                percent(base.netCost()),
                percent(base.overDivesting().point()), percent(base.overDivesting().low()),
                percent(base.overDivesting().high()), String.join("; ", because));
    }

    @Override
    public String toString() {
        return text();
    }

    /**
     * The addendum of one name, or "" where a market hedge reaches enough of it.
     *
     * @param systemic share of its stress loss that comes from the market
     */
    public static String addendum(String name, double systemic) {
        return systemic < SYSTEMIC
                ? name + ": VIX overlay mostly irrelevant for this name; reduce size or buy its own puts"
                : "";
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "unknown";
    }
}
