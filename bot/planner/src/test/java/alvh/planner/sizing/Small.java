package alvh.planner.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/**
 * A sizing problem small enough to solve by eye, in two scenarios: calm (weight 0.95) and crash (0.05), so that CVaR at 95 %
 * is the crash loss itself. A unit of a line costs {@code cost}, is worth it in the calm and {@code pays} in the crash.
 */
final class Small {
    double bookLoss = 10_000;
    Usd flow = Usd.ofDollars(1_000);
    Usd stock = Usd.ofDollars(1_000);
    Usd pacing = Usd.ofDollars(1_000);
    boolean deadlock;
    private final List<SizingLine> lines = new ArrayList<>();
    private final SortedMap<LayerId, LayerRow> layers = new TreeMap<>();
    private final SortedMap<String, Long> held = new TreeMap<>();
    private final SortedMap<String, Usd> funds = new TreeMap<>();
    private String rowName = "none";
    private double rowLimit = 1e9;

    Small() {
        for (LayerId layer : LayerId.values()) {
            layer(layer, 1_000, 0, 1_000);
        }
    }

    /** An open layer: what row (3) leaves, units held, what one core unit may cost by row (4). */
    Small layer(LayerId layer, int capLeft, long heldUnits, int coreCap) {
        layers.put(layer, new LayerRow(true, Usd.ofDollars(capLeft), heldUnits, Usd.ofDollars(coreCap)));
        return this;
    }

    Small closed(LayerId layer) {
        layers.put(layer, LayerRow.CLOSED);
        return this;
    }

    Small limit(String name, double left) {
        rowName = name;
        rowLimit = left;
        return this;
    }

    Small budget(int flowDollars, int stockDollars) {
        flow = Usd.ofDollars(flowDollars);
        stock = Usd.ofDollars(stockDollars);
        return this;
    }

    Small pacing(int dollars) {
        pacing = Usd.ofDollars(dollars);
        return this;
    }

    Small deadlock() {
        deadlock = true;
        return this;
    }

    Small fund(String name, int dollars) {
        funds.put(name, Usd.ofDollars(dollars));
        return this;
    }

    Small buy(String id, LayerId layer, int cost, int pays, int upper) {
        return buy(id, layer, cost, pays, upper, 0);
    }

    Small buy(String id, LayerId layer, int cost, int pays, int upper, double use) {
        lines.add(SizingLine.buy(line(id, layer, cost, cost, pays, upper, 40), new double[]{use}));
        return this;
    }

    /** A buy whose calm value, worst case and days to expiry matter. */
    Small buy(String id, LayerId layer, CandidateLine line) {
        lines.add(SizingLine.buy(line, new double[]{0}));
        return this;
    }

    Small extension(String id, LayerId layer, int cost, int pays, int upper, String fund) {
        lines.add(SizingLine.extension(line(id, layer, cost, cost, pays, upper, 40), fund, new double[]{0}));
        return this;
    }

    /** A due roll: new debit less proceeds against the flow test, less the old unrecovered cost against the stock test. */
    Small roll(String id, LayerId layer, int newDebit, int proceeds, int oldCost, int pays, int heldUnits) {
        CandidateLine line = line(id, layer, newDebit - proceeds, newDebit - proceeds, pays, heldUnits, 40);
        lines.add(new SizingLine(line, Usd.ofDollars(newDebit - Math.min(proceeds, oldCost)),
                Usd.ofDollars(newDebit - oldCost), Usd.ofDollars(newDebit - oldCost), Usd.ofDollars(newDebit),
                "held " + layer, null, true, new double[]{0}));
        held.put("held " + layer, (long) heldUnits);
        return this;
    }

    static CandidateLine line(String id, LayerId layer, double cost, double worst, double pays, int upper, int dte) {
        return new CandidateLine(id, layer, List.of(), cost, Usd.ceil(worst), new double[]{cost, pays}, cost, upper,
                List.of(), new double[4], dte);
    }

    SizingProblem problem() {
        return SizingProblem.of(new SizingProblem(new double[]{0.95, 0.05}, new double[]{0, bookLoss}, lines, flow,
                stock, pacing, layers, List.of(rowName), new double[]{rowLimit}, held, funds, deadlock));
    }

    /** Units by line id of the best plan, those of zero left out; checked against every plan there is. */
    Map<String, Integer> best() {
        SizingProblem problem = problem();
        int[] units = ExactSizer.solve(problem).units();
        org.assertj.core.api.Assertions.assertThat(units).as("brute force").containsExactly(BruteForce.solve(problem));
        Map<String, Integer> taken = new TreeMap<>();
        for (int j = 0; j < units.length; j++) {
            if (units[j] > 0) {
                taken.put(problem.lines().get(j).line().id(), units[j]);
            }
        }
        return taken;
    }
}
