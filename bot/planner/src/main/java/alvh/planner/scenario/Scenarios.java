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

    private Scenarios() {}

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
}
