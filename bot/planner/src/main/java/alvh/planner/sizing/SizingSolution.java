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
 */
public record SizingSolution(int[] units, long rolledUnits, double objective, double cvar, long nodes, boolean proven,
        double gap) {
    public boolean buysNothing() {
        return Arrays.stream(units).allMatch(x -> x == 0);
    }
}
