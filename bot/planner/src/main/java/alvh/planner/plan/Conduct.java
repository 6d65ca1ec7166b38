package alvh.planner.plan;

import java.util.List;
import java.util.SortedMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/**
 * How the hedge is kept: steward or promoter, orders a week, complexity, decision points (methodology S05, S32, S35, 1.3).
 *
 * @param decisions the decision points of this plan, by kind and subject
 * @param audit null when nothing was planned
 * @param meter null when nothing was planned
 * @param buysThisWeek buy orders of this calendar week by layer, without those of this plan
 * @param shifts what each roll and extension of the plan costs and changes (2.6 rule 5, 3.6)
 * @param lines sentences for people, in order
 */
public record Conduct(List<DecisionPoint> decisions, Audit audit, Meter meter, SortedMap<LayerId, Integer> buysThisWeek,
        List<Shift> shifts, List<String> lines) {

    public static final Conduct NONE = new Conduct(List.of(), null, null, new java.util.TreeMap<>(), List.of(),
            List.of());

    public Conduct {
        decisions = List.copyOf(decisions);
        buysThisWeek = java.util.Collections.unmodifiableSortedMap(buysThisWeek);
        shifts = List.copyOf(shifts);
        lines = List.copyOf(lines);
    }

    /** Decisions about positions whose thesis nobody froze. */
    public long journalDebt() {
        return decisions.stream().filter(DecisionPoint::debt).count();
    }

    /**
     * Steward or promoter (S32), over 90 calendar days.
     *
     * @param spent dollars of hedge bought; {@code unbacked} the part that no approved vote stands behind: hedge
     *        instruments bought by hand
     * @param index unbacked / spent, NaN when nothing was spent
     * @param alert the index is above 0.20
     * @param unbackedLots what was bought by hand, by lot id
     */
    public record Audit(Usd spent, Usd unbacked, double index, boolean alert, List<String> unbackedLots) {

        public Audit {
            unbackedLots = List.copyOf(unbackedLots);
        }
    }

    /**
     * The complexity meter (S05).
     *
     * @param hedgeLines contracts or spreads held as hedge; {@code bookLines} income structures
     * @param ordersThisWeek intents of this calendar week, sales and rolls too
     * @param feesThisWeek commissions reported this calendar week for the hedge
     * @param slippageOfPlan dollars that the orders of this plan give up against mid at their expected fill; what past fills
     *        gave up is not known, because no mid is kept with a fill
     */
    public record Meter(int hedgeLines, int bookLines, int ordersThisWeek, Usd feesThisWeek, double slippageOfPlan) {}

    /**
     * The cost line of one shift along the expiry axis (methodology 2.6 rule 5, 3.6). Dollars for the whole shift; NaN where
     * the model does not know.
     *
     * @param what FORWARD, EXTENSION or RATIO
     * @param step the order step that carries it out
     * @param cost new debit less old proceeds, fees and expected slippage inside
     * @param decayPaid what the old contracts had cost less what they bring: stays charged
     * @param forwardDifference (F_new - F_old) x delta of the new contract x multiplier
     * @param volTerm what is left of the price difference: strike, time and volatility of the new date
     * @param slippage expected fill against mid, both legs
     * @param decayAvoided theta of the old contract less theta of the new one, dollars a day
     */
    public record Shift(Kind what, LayerId layer, int step, String words, double cost, double decayPaid,
            double forwardDifference, double volTerm, double slippage, double decayAvoided, double deltaBefore,
            double deltaAfter, double vegaBefore, double vegaAfter, String sentence) {

        public Shift saying(String words) {
            return new Shift(what, layer, step, this.words, cost, decayPaid, forwardDifference, volTerm, slippage,
                    decayAvoided, deltaBefore, deltaAfter, vegaBefore, vegaAfter, words);
        }

        /** The rules of methodology 2.6. */
        public enum Kind {
            FORWARD, EXTENSION, RATIO
        }
    }
}
