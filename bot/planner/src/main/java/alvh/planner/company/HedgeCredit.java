package alvh.planner.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much of a name's market-driven stress loss a VIX hedge may be sized for (methodology F11): A when it is large, its
 * options are liquid and its correlation with VIX is steady; C when it is small, illiquid or hardly moves with the market;
 * else, and where figures are missing, B.
 *
 * @param marketCap dollars, NaN when unknown
 * @param optionSpread median of (ask - bid) / mid over its quoted options, NaN when unknown
 * @param correlationSpread standard deviation of six correlations with changes of VIX, NaN when unknown
 * @param rSquared to SPX, NaN when unknown
 * @param because the sentence for people
 * @param missing what is not known
 */
public record HedgeCredit(Tier tier, double marketCap, double optionSpread, double correlationSpread, double rSquared,
        String because, List<String> missing) {

    private static final double LARGE = 10e9;
    /** Dollars: a smaller company is tier C. */
    public static final double SMALL = 2e9;
    private static final double TIGHT = 0.08;
    private static final double WIDE = 0.20;
    private static final double STEADY = 0.25;
    private static final double LEAST_R_SQUARED = 0.10;

    /** With the share of the systemic stress loss that counts. */
    public enum Tier {
        A(1.0), B(0.5), C(0.0);

        private final double credit;

        Tier(double credit) {
            this.credit = credit;
        }

        public double credit() {
            return credit;
        }
    }

    public HedgeCredit {
        missing = List.copyOf(missing);
    }

    /** SPX and XSP are the market itself. */
    public static HedgeCredit index() {
        double no = Double.NaN;
        return new HedgeCredit(Tier.A, no, no, no, 1, "an index: its risk is the market's", List.of());
    }

    public static HedgeCredit of(double marketCap, double optionSpread, double correlationSpread, double rSquared) {
        List<String> missing = new ArrayList<>();
        note(missing, marketCap, "market value");
        note(missing, optionSpread, "option spread");
        note(missing, correlationSpread, "correlation with VIX");
        note(missing, rSquared, "R2");
        List<String> poor = new ArrayList<>();
        poor(poor, marketCap < SMALL, "market value %.1f bn below 2 bn", marketCap / 1e9);
        poor(poor, optionSpread > WIDE, "option spread %.1f %% above 20 %%", 100 * optionSpread);
        poor(poor, rSquared < LEAST_R_SQUARED, "R2 %.2f below 0.10", rSquared);
        List<String> notA = new ArrayList<>();
        poor(notA, marketCap < LARGE, "market value %.1f bn below 10 bn", marketCap / 1e9);
        poor(notA, optionSpread > TIGHT, "option spread %.1f %% above 8 %%", 100 * optionSpread);
        poor(notA, correlationSpread > STEADY, "correlation with VIX varies by %.2f, above 0.25", correlationSpread);
        missing.forEach(what -> notA.add(what + " unknown"));
        Tier tier = !poor.isEmpty() ? Tier.C : notA.isEmpty() ? Tier.A : Tier.B;
        String because = switch (tier) {
            case A -> "large, liquid and steadily tied to VIX";
            case B -> String.join("; ", notA);
            case C -> String.join("; ", poor);
        };
        return new HedgeCredit(tier, marketCap, optionSpread, correlationSpread, rSquared, because, missing);
    }

    private static void note(List<String> missing, double value, String what) {
        if (Double.isNaN(value)) {
            missing.add(what);
        }
    }

    private static void poor(List<String> list, boolean is, String words, double value) {
        if (is) {
            list.add(String.format(Locale.ROOT, words, value));
        }
    }

    /** 1, 0.5 or 0. */
    public double credit() {
        return tier.credit();
    }
}
