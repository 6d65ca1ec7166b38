package alvh.study;

/**
 * What a study found, as far as the verdict rule reads it (methodology 6.6). Shares are decimals (0.25 is 25 %); NaN where a
 * number could not be had.
 *
 * @param ownMonths months of the user's own ledger that the study rests on
 * @param history the user gave market history of his own (CSV)
 * @param base as costed; {@code doubled} with slippage twice as high; {@code withoutBest} without the single event that
 *        helped the hedge most
 */
public record Evidence(Tier tier, double ownMonths, boolean history, Finding base, Finding doubled,
        Finding withoutBest) {

    /** Where the option prices come from (methodology 6.3). */
    public enum Tier {
        T1("real option chains"), T2("futures settlements and a smile from VVIX"), T3("simulation only");

        private final String words;

        Tier(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One costing of the arms.
     *
     * @param cvarCut by how much A1's five-session CVaR95 is smaller than A0's
     * @param netCost what the hedge cost less what it brought, as a share of gross premium
     * @param overDivesting by how much A1's CVaR95 is smaller than that of A5a (the book made smaller until its mean return
     *        equals A1's), with its 80 % interval
     */
    public record Finding(double cvarCut, double netCost, Interval overDivesting) {

        public static final Finding NONE = new Finding(Double.NaN, Double.NaN, Interval.NONE);

        boolean known() {
            return Double.isFinite(cvarCut) && Double.isFinite(netCost) && overDivesting.known();
        }

        boolean cuts() {
            return cvarCut >= Verdict.LEAST_CUT;
        }

        boolean cheap() {
            return netCost <= Verdict.MOST_COST;
        }

        boolean beatsDivesting() {
            return overDivesting.point() >= Verdict.LEAST_ADVANTAGE && overDivesting.low() > 0;
        }

        boolean holds() {
            return known() && cuts() && cheap() && beatsDivesting();
        }
    }

    /** A number with its two-sided 80 % interval. */
    public record Interval(double point, double low, double high) {

        public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

        boolean known() {
            return Double.isFinite(point) && Double.isFinite(low) && Double.isFinite(high);
        }
    }
}
