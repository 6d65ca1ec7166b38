package alvh.planner.scenario;

import java.util.List;

/** The scenario sets of methodology 4.3 and of the plan screen. */
public final class Scenarios {

    /** Calendar days of the usual horizon of five sessions. */
    public static final int WEEK = 7;

    private static final List<Shock> BASE = List.of(
            Shock.market("A", 0.03, -2.5, 0.100, WEEK, "rally"),
            Shock.market("B", 0.01, -1.0, 0.330, WEEK, "slow rise"),
            Shock.market("C", 0, -0.3, 0.260, WEEK, "calm: nothing happens"),
            Shock.market("D", -0.01, 1.3, 0.160, WEEK, "small fall"),
            Shock.market("E", -0.025, 3.0, 0.056, WEEK, "weak week"),
            Shock.market("F", -0.04, 4.5, 0.053, WEEK, "bad week"),
            Shock.market("G", -0.06, 10, 0.0136, WEEK, "sell-off"),
            Shock.market("H", -0.085, 14, 0.006, WEEK, "heavy sell-off"),
            Shock.market("I", -0.12, 24, 0.004, WEEK, "crash"),
            Shock.market("J", -0.04, 20, 0.0015, 1, "volatility spike in a day, February 2018"),
            Shock.market("K", -0.015, 8, 0.004, WEEK, "volatility-led shock, December 2024"),
            Shock.market("L", -0.08, 5, 0.006, 28, "grind over 20 sessions, 2022: a VIX hedge under-pays"),
            new Shock("M", 0, 0, -0.20, 0, 0.004, WEEK, "one name falls 20 %: no index hedge helps"),
            new Shock("N", -0.015, 2.5, 0, -0.12, 0.0019, WEEK, "one sector falls 12 % more: IPO or gap"));

    private static final List<Shock> SCREEN = List.of(
            Shock.crash("-3 %", -0.03, WEEK, "SPX -3 % in 5 sessions"),
            Shock.crash("-6 %", -0.06, WEEK, "SPX -6 % in 5 sessions"),
            Shock.crash("-10 %", -0.10, WEEK, "SPX -10 % in 5 sessions"),
            Shock.crash("-20 %", -0.20, WEEK, "SPX -20 % in 5 sessions"),
            Shock.crash("-30 %", -0.30, WEEK, "SPX -30 % in 5 sessions"),
            Shock.unchanged(WEEK));

    private static final List<Shock> REPLAYS = List.of(
            replay("R1", 2821.98, 2648.94, 13.47, 37.32, 4, "1 to 5 February 2018"),
            replay("R2", 3386.15, 2386.13, 14.38, 82.69, 26, "19 February to 16 March 2020"),
            replay("R3", 5522.29, 5186.34, 16.36, 38.57, 5, "31 July to 5 August 2024"),
            replay("R4", 5670.98, 4982.78, 21.51, 52.33, 6, "2 to 8 April 2025"));

    private Scenarios() {}

    /** VIX' = VIX0 exp(ln(VIX1/VIX0 of the episode) E(today)/E(episode start)), stated for a start at 17. */
    private static Shock replay(String id, double spxBefore, double spxAfter, double vixBefore, double vixAfter,
            int days, String note) {
        double logMove = StrictMath.log(vixAfter / vixBefore);
        double at17 = logMove * VixResponse.elasticity(VixResponse.START) / VixResponse.elasticity(vixBefore);
        return Shock.market(id, spxAfter / spxBefore - 1, VixResponse.START * (StrictMath.exp(at17) - 1), 0, days,
                note);
    }

    /** A to N with their weights, in order; the weights sum to 1. C is the calm scenario of Carry. */
    public static List<Shock> base() {
        return BASE;
    }

    /** SPX -3, -6, -10, -20, -30 % in five sessions and unchanged, weight 0. */
    public static List<Shock> screen() {
        return SCREEN;
    }

    /** The calm scenario C, at which expected decay is measured. */
    public static Shock calm() {
        return BASE.get(2);
    }

    /** The episodes R1 to R4 of methodology 6.4 from start to worst close, weight 0: for reports only. */
    public static List<Shock> replays() {
        return REPLAYS;
    }

    /**
     * Two moves round SPX -3 %, no time passed, VIX from the base table between E and F: their difference is the stress
     * delta of methodology 4.6, dollars per 1 % of SPX.
     */
    public static List<Shock> stressDelta() {
        return List.of(Shock.market("-2.5 %", -0.025, 3.0, 0, 0, "near side of the stress delta"),
                Shock.market("-3.5 %", -0.035, 4.0, 0, 0, "far side of the stress delta"));
    }
}
