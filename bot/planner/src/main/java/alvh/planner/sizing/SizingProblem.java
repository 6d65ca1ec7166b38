package alvh.planner.sizing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/**
 * One instance of the integer program of methodology 4.2. Sales are data here: they are in {@code baseLoss}, in the
 * layers' rows and in the roll groups, never variables.
 *
 * @param weights pi_s, adding up to 1
 * @param baseLoss -b_s - sum e_is H_i in dollars
 * @param lines in search order: rolls first, then by layer, then by id; {@link #of} sorts them
 * @param flowSlack row (2) by the flow test, {@code stockSlack} by the stock test
 * @param pacingLeft row (9): half of Cap_total less the debit of the last five sessions
 * @param rowNames names of the linear rows (5) and (6), each {@code sum use_j x_j <= rowLimits}
 * @param rowLimits what is left of each, in dollars; negative means broken already, which forbids only what worsens it
 * @param rollCapacity H of each roll group
 * @param funds what each fund of harvested gains may still pay, the row of extensions in place of (2) and (9)
 * @param deadlock L1 has no chain, so that L3's first unit needs no L1 (2.7)
 */
public record SizingProblem(double[] weights, double[] baseLoss, List<SizingLine> lines, Usd flowSlack, Usd stockSlack,
        Usd pacingLeft, SortedMap<LayerId, LayerRow> layers, List<String> rowNames, double[] rowLimits,
        SortedMap<String, Long> rollCapacity, SortedMap<String, Usd> funds, boolean deadlock) {

    public static final double ALPHA = 0.95;
    public static final double LAMBDA = 2.00;
    public static final double RHO = 5;
    public static final double KAPPA = 0.01;
    public static final int MAX_LINES = 4;
    private static final Comparator<SizingLine> SEARCH_ORDER = Comparator
            .comparing((SizingLine line) -> !line.isRoll()).thenComparing(SizingLine::layer)
            .thenComparing(line -> line.line().id());

    public SizingProblem {
        lines = List.copyOf(lines);
        if (weights.length != baseLoss.length || rowNames.size() != rowLimits.length) {
            throw new IllegalArgumentException("a sizing problem needs one weight a scenario and one limit a row");
        }
        for (SizingLine line : lines) {
            if (line.line().valueByScenario().length != weights.length || line.use().length != rowLimits.length) {
                throw new IllegalArgumentException(line.line().id() + ": wrong number of scenarios or rows");
            }
        }
    }

    /** The same problem with its lines in search order and a row for every layer. */
    public static SizingProblem of(SizingProblem raw) {
        SortedMap<LayerId, LayerRow> layers = new TreeMap<>(raw.layers);
        for (LayerId layer : LayerId.values()) {
            layers.putIfAbsent(layer, LayerRow.CLOSED);
        }
        return new SizingProblem(raw.weights, raw.baseLoss, raw.lines.stream().sorted(SEARCH_ORDER).toList(),
                raw.flowSlack, raw.stockSlack, raw.pacingLeft, layers, raw.rowNames, raw.rowLimits, raw.rollCapacity,
                raw.funds, raw.deadlock);
    }

    /** The same problem with {@code more} dollars in both budget tests. */
    SizingProblem withMoreBudget(Usd more) {
        return new SizingProblem(weights, baseLoss, lines, flowSlack.plus(more), stockSlack.plus(more), pacingLeft,
                layers, rowNames, rowLimits, rollCapacity, funds, deadlock);
    }

    /** The same problem without some lines: a certificate failed, or a limit was met. */
    public SizingProblem keeping(java.util.function.Predicate<SizingLine> keep) {
        return new SizingProblem(weights, baseLoss, lines.stream().filter(keep).toList(), flowSlack, stockSlack,
                pacingLeft, layers, rowNames, rowLimits, rollCapacity, funds, deadlock);
    }

    public int scenarios() {
        return weights.length;
    }

    /** Loss_s(x) of 4.1, in dollars. */
    public double[] losses(int[] x) {
        double[] losses = baseLoss.clone();
        for (int j = 0; j < x.length; j++) {
            if (x[j] != 0) {
                CandidateLine line = lines.get(j).line();
                for (int s = 0; s < losses.length; s++) {
                    losses[s] -= (line.valueByScenario()[s] - line.expectedFill()) * x[j];
                }
            }
        }
        return losses;
    }

    /** The whole objective: CVaR + lambda Carry + rho Lines + kappa Turn. */
    public double objective(int[] x) {
        double value = Tail.cvar(losses(x), weights, ALPHA);
        for (int j = 0; j < x.length; j++) {
            value += x[j] * linearCost(lines.get(j).line()) + (x[j] > 0 ? RHO : 0);
        }
        return value;
    }

    /** Carry and turn of one unit. */
    static double linearCost(CandidateLine line) {
        return LAMBDA * (line.expectedFill() - line.calmValue()) + KAPPA * line.expectedFill();
    }

    /** CVaR at the program's alpha of any losses with these weights. */
    public static double cvar(double[] losses, double[] weights) {
        return Tail.cvar(losses, weights, ALPHA);
    }

    public double cvar(int[] x) {
        return Tail.cvar(losses(x), weights, ALPHA);
    }

    @Override
    public String toString() {
        return "sizing of " + lines.size() + " lines in " + weights.length + " scenarios, limits "
                + Arrays.toString(rowLimits);
    }
}
