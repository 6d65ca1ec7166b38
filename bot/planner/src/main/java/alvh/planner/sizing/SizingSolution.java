package alvh.planner.sizing;

import java.util.Arrays;

/**
 * What to buy.
 *
 * @param units x_j in the order of the problem's lines
 * @param rolledUnits due units rolled, the first key of the order
 * @param objective of 4.2, in dollars
 * @param cvar its first term
 * @param nodes search nodes walked
 * @param proven false when the node limit stopped the search; then {@code gap} bounds what was missed
 * @param greedy objective of the simple way (4.4) with one pass of pairwise swaps, {@code swapped} with larger ones: the
 *        cross-check of every plan
 */
public record SizingSolution(int[] units, long rolledUnits, double objective, double cvar, long nodes, boolean proven,
        double gap, double greedy, double swapped) {

    /** How much worse the simple way may be before 4.4 calls it a defect. */
    public static final double GREEDY_WITHIN = 0.15;
    public static final double SWAPPED_WITHIN = 0.06;

    /** How much worse the simple way is than this plan, as a share of the objective; never negative. */
    public double greedyGap() {
        return excess(greedy);
    }

    /** The same after the larger swaps. */
    public double swappedGap() {
        return excess(swapped);
    }

    /** Methodology 4.4: the simple way is so much worse that either it or this search is at fault. */
    public boolean crossCheckFails() {
        return greedyGap() > GREEDY_WITHIN || swappedGap() > SWAPPED_WITHIN;
    }

    private double excess(double other) {
        double worse = other - objective;
        return worse <= NOISE ? 0 : worse / Math.max(SizingProblem.RHO, Math.abs(objective));
    }

    private static final double NOISE = 1e-6;

    public boolean buysNothing() {
        return Arrays.stream(units).allMatch(x -> x == 0);
    }
}
