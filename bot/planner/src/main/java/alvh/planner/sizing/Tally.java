package alvh.planner.sizing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/**
 * A partial plan and what it uses of every limit; the rows of methodology 4.2 as checks. Money is exact, in
 * ten-thousandths of a dollar. A limit that is broken at zero binds only what worsens it: what a roll frees pays for
 * rolls, and for a buy only once the limit holds again.
 */
final class Tally {
    private static final double NOISE = 1e-9;
    private static final int LAYERS = LayerId.values().length;

    final int[] units;
    int linesUsed;
    long dueRolled;
    private final SizingProblem problem;
    private final long flowLimit;
    private final long stockLimit;
    private final long pacingLimit;
    private final long[] capLimit = new long[LAYERS];
    private final long[] coreCap = new long[LAYERS];
    private final long[] held = new long[LAYERS];
    private final boolean[] open = new boolean[LAYERS];
    private final double[] rowLimit;
    private final boolean[] coreLine;
    private final int[] groupOf;
    private final long[] groupLeft;
    private final int[] fundOf;
    private final long[] fundLeft;
    private long flow;
    private long stock;
    /** Units that the budget pays and that sell nothing. */
    private long paidBuys;
    private final long[] layerUse = new long[LAYERS];
    private final long[] layerUnits = new long[LAYERS];
    private final int[] buyOrders = new int[LAYERS];
    private final int[] layerLines = new int[LAYERS];
    private final long[] mostHeld = new long[LAYERS];
    /** Without what harvested gains pay for: row (9) does not see extensions. */
    private final long[] layerPaid = new long[LAYERS];
    private final long[] layerNotCore = new long[LAYERS];
    private final long[] layerRolled = new long[LAYERS];
    private final double[] rowUse;
    /** What lines from an index on could still give back: rolls may free more than they take. */
    private final long[] flowRelief;
    private final long[] stockRelief;
    private final long[][] layerRelief;
    private final double[][] rowRelief;

    Tally(SizingProblem problem) {
        this.problem = problem;
        int n = problem.lines().size();
        units = new int[n];
        flowLimit = Math.max(0, problem.flowSlack().e4());
        stockLimit = problem.stockSlack().e4();
        pacingLimit = Math.max(0, problem.pacingLeft().e4());
        problem.layers().forEach((layer, row) -> {
            int l = layer.ordinal();
            capLimit[l] = row.capLeft().e4();
            coreCap[l] = row.coreCap().e4();
            held[l] = row.held();
            open[l] = row.open();
            buyOrders[l] = row.buyOrders();
            mostHeld[l] = row.mostHeld();
        });
        rowLimit = problem.rowLimits().clone();
        for (int r = 0; r < rowLimit.length; r++) {
            rowLimit[r] = Math.max(0, rowLimit[r]) + NOISE;
        }
        rowUse = new double[rowLimit.length];
        coreLine = coreLines(problem);
        groupOf = new int[n];
        groupLeft = groups(problem, groupOf);
        fundOf = new int[n];
        fundLeft = funds(problem, fundOf);
        flowRelief = new long[n + 1];
        stockRelief = new long[n + 1];
        layerRelief = new long[n + 1][LAYERS];
        rowRelief = new double[n + 1][rowLimit.length];
        for (int j = n - 1; j >= 0; j--) {
            SizingLine line = problem.lines().get(j);
            int upper = line.line().upper();
            flowRelief[j] = flowRelief[j + 1] + relief(line.flowCharge(), upper);
            stockRelief[j] = stockRelief[j + 1] + relief(line.stockCharge(), upper);
            layerRelief[j] = layerRelief[j + 1].clone();
            layerRelief[j][line.layer().ordinal()] += relief(line.layerCharge(), upper);
            for (int r = 0; r < rowLimit.length; r++) {
                rowRelief[j][r] = rowRelief[j + 1][r] + Math.max(0, -line.use()[r]) * upper;
            }
        }
    }

    private static long relief(Usd charge, int upper) {
        return Math.max(0, -charge.e4()) * upper;
    }

    /** Row (4)'s "cheapest line": of a layer's plain buys, of its extensions and of its rolls, when it fits the core cap. */
    static boolean[] coreLines(SizingProblem problem) {
        boolean[] core = new boolean[problem.lines().size()];
        for (LayerId layer : LayerId.values()) {
            markCheapest(problem, core, line -> line.layer() == layer && !line.isRoll() && line.fund() == null);
            markCheapest(problem, core, line -> line.layer() == layer && line.fund() != null);
            markCheapest(problem, core, line -> line.layer() == layer && line.isRoll());
        }
        return core;
    }

    private static void markCheapest(SizingProblem problem, boolean[] core, Predicate<SizingLine> kind) {
        int cheapest = -1;
        for (int j = 0; j < core.length; j++) {
            SizingLine line = problem.lines().get(j);
            if (kind.test(line) && (cheapest < 0
                    || line.newDebit().compareTo(problem.lines().get(cheapest).newDebit()) < 0)) {
                cheapest = j;
            }
        }
        if (cheapest >= 0) {
            SizingLine line = problem.lines().get(cheapest);
            core[cheapest] = line.newDebit().compareTo(problem.layers().get(line.layer()).coreCap()) <= 0;
        }
    }

    private static long[] groups(SizingProblem problem, int[] groupOf) {
        Map<String, Integer> index = new TreeMap<>();
        problem.rollCapacity().keySet().forEach(group -> index.put(group, index.size()));
        long[] left = new long[index.size()];
        index.forEach((group, i) -> left[i] = problem.rollCapacity().get(group));
        for (int j = 0; j < groupOf.length; j++) {
            SizingLine line = problem.lines().get(j);
            groupOf[j] = line.isRoll() ? index.get(line.rollGroup()) : -1;
        }
        return left;
    }

    private static long[] funds(SizingProblem problem, int[] fundOf) {
        List<String> names = List.copyOf(problem.funds().keySet());
        for (int j = 0; j < fundOf.length; j++) {
            fundOf[j] = names.indexOf(String.valueOf(problem.lines().get(j).fund()));
        }
        return names.stream().mapToLong(name -> Math.max(0, problem.funds().get(name).e4())).toArray();
    }

    /** Adds {@code by} units of line {@code j}; negative takes back. */
    void add(int j, int by) {
        SizingLine line = problem.lines().get(j);
        int l = line.layer().ordinal();
        int before = units[j];
        units[j] += by;
        int lines = (units[j] > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        linesUsed += lines;
        layerLines[l] += line.isRoll() ? 0 : lines;
        flow += line.flowCharge().e4() * by;
        stock += line.stockCharge().e4() * by;
        paidBuys += line.isRoll() || line.fund() != null ? 0 : by;
        layerUse[l] += line.layerCharge().e4() * by;
        layerUnits[l] += by;
        layerPaid[l] += line.fund() == null ? by : 0;
        layerNotCore[l] += coreLine[j] ? 0 : by;
        if (line.isRoll()) {
            layerRolled[l] += by;
            groupLeft[groupOf[j]] -= by;
            dueRolled += line.due() ? by : 0;
        }
        if (fundOf[j] >= 0) {
            fundLeft[fundOf[j]] -= line.newDebit().e4() * by;
        }
        for (int r = 0; r < rowUse.length; r++) {
            rowUse[r] += line.use()[r] * by;
        }
    }

    long unitsOf(LayerId layer) {
        return layerUnits[layer.ordinal()];
    }

    /** Ten-thousandths of a dollar left in the tighter budget test, at most, for lines from {@code next} on. */
    long budgetLeft(int next) {
        return Math.min(flowLimit - flow + flowRelief[next],
                Math.max(0, stockLimit) - stock + stockRelief[next]);
    }

    /** The same, and no more than row (9) leaves to a plan that is not one unit a layer. */
    long pacedBudgetLeft(int next) {
        return Math.min(budgetLeft(next), pacingLimit - flow + flowRelief[next]);
    }

    /** Whether row (9) may still be passed by paying for at most one unit a layer. */
    boolean mayStayOneEach() {
        for (int l = 0; l < LAYERS; l++) {
            if (layerPaid[l] > 1 || layerPaid[l] == 1 && held[l] - layerRolled[l] > 0) {
                return false;
            }
        }
        return true;
    }

    /** How many more units of line {@code j} row (3), or row (4)'s single unit, could allow at most. */
    long unitsWithinLayer(int j, int next) {
        SizingLine line = problem.lines().get(j);
        int l = line.layer().ordinal();
        if (!open[l]) {
            return 0;
        }
        long charge = line.layerCharge().e4();
        if (charge <= 0) {
            return line.line().upper();
        }
        long left = Math.max(0, Math.max(0, capLimit[l]) + layerRelief[next][l] - layerUse[l]) / charge;
        return Math.max(left, coreLine[j] && layerUnits[l] == 0 ? 1 : 0);
    }

    /** Ten-thousandths that plain buys of a layer could still spend at most: row (3), or row (4)'s single unit. */
    long layerLeft(int l, int next) {
        if (!open[l]) {
            return 0;
        }
        long share = Math.max(0, Math.max(0, capLimit[l]) + layerRelief[next][l] - layerUse[l]);
        return layerUnits[l] == 0 ? Math.max(share, coreCap[l]) : share;
    }

    /** Every row; what {@link #extendable} asks is a part of it. */
    boolean feasible() {
        return extendable(units.length) && chain();
    }

    /** The rows that only get worse as lines from {@code next} on are added: no way back from a false. */
    boolean extendable(int next) {
        if (linesUsed > SizingProblem.MAX_LINES || flow > flowLimit + flowRelief[next]
                || stock > stockCap() + stockRelief[next]) {
            return false;
        }
        for (long left : groupLeft) {
            if (left < 0) {
                return false;
            }
        }
        for (long left : fundLeft) {
            if (left < 0) {
                return false;
            }
        }
        for (int l = 0; l < LAYERS; l++) {
            boolean within = layerUse[l] <= layerCap(l) + layerRelief[next][l] || core(l);
            if (layerUnits[l] > 0 && !(open[l] && within) || layerLines[l] > buyOrders[l] || overfull(l)) {
                return false;
            }
        }
        return paced(flowRelief[next]) && rowsReachable(next);
    }

    private long stockCap() {
        return paidBuys > 0 ? stockLimit : Math.max(0, stockLimit);
    }

    private long layerCap(int l) {
        return layerUnits[l] > layerRolled[l] ? capLimit[l] : Math.max(0, capLimit[l]);
    }

    private boolean rowsReachable(int next) {
        for (int r = 0; r < rowUse.length; r++) {
            if (rowUse[r] > rowLimit[r] + rowRelief[next][r]) {
                return false;
            }
        }
        return true;
    }

    /** What is left of a linear row at most, for lines from {@code next} on. */
    double rowLeft(int r, int next) {
        return Math.max(0, rowLimit[r] + rowRelief[next][r] - rowUse[r]);
    }

    int rows() {
        return rowUse.length;
    }

    /** More than a layer may hold, by units that this plan adds. */
    private boolean overfull(int l) {
        long added = layerUnits[l] - layerRolled[l];
        return added > 0 && held[l] + added > mostHeld[l];
    }

    private boolean core(int l) {
        return layerUnits[l] == 1 && layerNotCore[l] == 0 && held[l] - layerRolled[l] <= 0;
    }

    /** Row (9) counts what the flow test counts; one unit a layer, for layers that hold nothing, always passes. */
    private boolean paced(long relief) {
        return flow <= pacingLimit + relief || mayStayOneEach();
    }

    /** Row (10): without a unit of L1, held or bought, nothing of L2 and L3. */
    private boolean chain() {
        int first = LayerId.BASE.ordinal();
        if (held[first] > 0 || layerUnits[first] > 0) {
            return true;
        }
        int last = LayerId.CONTINGENCY.ordinal();
        boolean allowed = problem.deadlock() && held[last] == 0 && layerUnits[last] <= 1;
        return layerUnits[LayerId.ACCELERATION.ordinal()] == 0 && (layerUnits[last] == 0 || allowed);
    }

    /** The first row that a plan breaks, in words for "not taken"; null when it breaks none. */
    String broken() {
        if (linesUsed > SizingProblem.MAX_LINES) {
            return "lines";
        }
        if (flow > flowLimit || stock > stockCap()) {
            return "budget";
        }
        for (long left : fundLeft) {
            if (left < 0) {
                return "budget";
            }
        }
        for (int l = 0; l < LAYERS; l++) {
            if (layerUnits[l] > 0 && !open[l]) {
                return "closed";
            }
            if (layerUnits[l] > 0 && layerUse[l] > layerCap(l) && !core(l)) {
                return "layer";
            }
        }
        if (!paced(0)) {
            return "pacing";
        }
        for (int r = 0; r < rowUse.length; r++) {
            if (rowUse[r] > rowLimit[r]) {
                return problem.rowNames().get(r);
            }
        }
        if (!chain()) {
            return "chain";
        }
        for (int l = 0; l < LAYERS; l++) {
            if (layerLines[l] > buyOrders[l] || overfull(l)) {
                return "orders";
            }
        }
        return null;
    }
}
