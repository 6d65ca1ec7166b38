package alvh.planner.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import alvh.planner.ledger.LayerId;
import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import com.google.ortools.modelbuilder.Variable;

/**
 * The same program given to an independent solver: a mixed-integer model with the either-or rows (4) and (9) as binaries,
 * solved once for each lexicographic key and once for the objective.
 */
final class HighsOracle {
    private static final double BIG = 1_000;
    private final SizingProblem p;
    private final ModelBuilder model = new ModelBuilder();
    private final List<Variable> x = new ArrayList<>();
    private final List<Variable> z = new ArrayList<>();

    static {
        Loader.loadNativeLibraries();
    }

    private HighsOracle(SizingProblem problem) {
        this.p = problem;
        for (int j = 0; j < p.lines().size(); j++) {
            int upper = p.lines().get(j).line().upper();
            x.add(model.newIntVar(0, upper, "x" + j));
            z.add(model.newBoolVar("z" + j));
            model.addLessOrEqual(LinearExpr.weightedSum(array(x.get(j), z.get(j)), new double[]{1, -upper}), 0);
        }
        model.addLessOrEqual(LinearExpr.sum(z.toArray(Variable[]::new)), SizingProblem.MAX_LINES);
        budget();
        funds();
        layers();
        pacing();
        chain();
        for (int r = 0; r < p.rowLimits().length; r++) {
            int row = r;
            model.addLessOrEqual(sum(line -> line.use()[row]), Math.max(0, p.rowLimits()[r]));
        }
    }

    /** The least objective among the plans with the best keys. */
    static double objective(SizingProblem problem) {
        var oracle = new HighsOracle(problem);
        oracle.fixKeys();
        return oracle.minimise();
    }

    private void budget() {
        model.addLessOrEqual(sum(line -> line.flowCharge().toDouble()), Math.max(0, p.flowSlack().toDouble()));
        double stock = p.stockSlack().toDouble();
        model.addLessOrEqual(terms(line -> line.stockCharge().toDouble())
                .addTerm(adds("adds", line -> line.fund() == null), Math.max(0, -stock)), Math.max(0, stock));
        p.rollCapacity().forEach((group, held) -> model
                .addLessOrEqual(sum(line -> group.equals(line.rollGroup()) ? 1 : 0), held));
    }

    /** One as soon as a line of this kind adds, rolls apart: then a limit broken at x = 0 must hold again. */
    private Variable adds(String name, Predicate<SizingLine> kind) {
        Variable any = model.newBoolVar(name);
        model.addLessOrEqual(terms(line -> !line.isRoll() && kind.test(line) ? 1 : 0).addTerm(any, -BIG), 0);
        return any;
    }

    private void funds() {
        p.funds().forEach((fund, amount) -> model.addLessOrEqual(
                sum(line -> fund.equals(line.fund()) ? line.newDebit().toDouble() : 0),
                Math.max(0, amount.toDouble())));
    }

    private void layers() {
        boolean[] core = Tally.coreLines(p);
        for (LayerId layer : LayerId.values()) {
            LayerRow row = p.layers().get(layer);
            if (!row.open()) {
                model.addLessOrEqual(units(layer), 0);
                continue;
            }
            Variable asCore = model.newBoolVar("core" + layer);
            LinearExprBuilder cap = terms(line -> line.layer() == layer ? line.layerCharge().toDouble() : 0);
            double left = row.capLeft().toDouble();
            cap.addTerm(adds("adds" + layer, line -> line.layer() == layer), Math.max(0, -left));
            model.addLessOrEqual(cap.addTerm(asCore, -100 * BIG), Math.max(0, left));
            LinearExprBuilder one = terms(line -> line.layer() == layer ? 1 : 0);
            model.addLessOrEqual(one.addTerm(asCore, BIG), 1 + BIG);
            LinearExprBuilder gone = terms(line -> line.layer() == layer && line.isRoll() ? -1 : 0);
            model.addLessOrEqual(gone.addTerm(asCore, BIG), BIG - row.held());
            for (int j = 0; j < core.length; j++) {
                if (p.lines().get(j).layer() == layer && !core[j]) {
                    model.addLessOrEqual(
                            LinearExpr.weightedSum(array(x.get(j), asCore), new double[]{1, BIG}), BIG);
                }
            }
        }
    }

    private void pacing() {
        Variable free = model.newBoolVar("one unit a layer");
        LinearExprBuilder flow = terms(line -> line.flowCharge().toDouble());
        model.addLessOrEqual(flow.addTerm(free, -100 * BIG), Math.max(0, p.pacingLeft().toDouble()));
        for (LayerId layer : LayerId.values()) {
            model.addLessOrEqual(
                    terms(line -> line.layer() == layer && line.fund() == null ? 1 : 0).addTerm(free, BIG), 1 + BIG);
            // held - rolled <= BIG (1 - units) while free, and nothing while not
            LinearExprBuilder gone = terms(
                    line -> line.layer() != layer || line.fund() != null ? 0 : BIG - (line.isRoll() ? 1 : 0));
            model.addLessOrEqual(gone.addTerm(free, 200 * BIG),
                    201 * BIG - p.layers().get(layer).held());
        }
    }

    private void chain() {
        if (p.layers().get(LayerId.BASE).held() > 0) {
            return;
        }
        LinearExprBuilder second = terms(line -> switch (line.layer()) {
            case BASE -> -BIG;
            case ACCELERATION -> 1;
            case CONTINGENCY -> 0;
        });
        model.addLessOrEqual(second, 0);
        boolean excepted = p.deadlock() && p.layers().get(LayerId.CONTINGENCY).held() == 0;
        LinearExprBuilder third = terms(line -> switch (line.layer()) {
            case BASE -> -BIG;
            case ACCELERATION -> 0;
            case CONTINGENCY -> 1;
        });
        model.addLessOrEqual(third, excepted ? 1 : 0);
    }

    private void fixKeys() {
        LinearExpr due = sum(line -> line.due() ? 1 : 0);
        if (p.lines().stream().anyMatch(SizingLine::due)) {
            model.maximize(due);
            model.addGreaterOrEqual(due, Math.rint(solve("rolls")));
        }
        for (LayerId layer : LayerId.values()) {
            LayerRow row = p.layers().get(layer);
            boolean any = p.lines().stream().anyMatch(line -> line.layer() == layer);
            if (row.open() && row.held() == 0 && any) {
                Variable first = model.newBoolVar("first" + layer);
                model.addGreaterOrEqual(terms(line -> line.layer() == layer ? 1 : 0).addTerm(first, -1), 0);
                model.maximize(first);
                model.addGreaterOrEqual(first, Math.rint(solve("first " + layer)));
            }
        }
    }

    private double minimise() {
        Variable zeta = model.newNumVar(-1e7, 1e7, "zeta");
        LinearExprBuilder objective = terms(line -> SizingProblem.linearCost(line.line()));
        objective.addTerm(zeta, 1);
        for (Variable used : z) {
            objective.addTerm(used, SizingProblem.RHO);
        }
        for (int s = 0; s < p.scenarios(); s++) {
            int scenario = s;
            Variable u = model.newNumVar(0, 1e7, "u" + s);
            LinearExprBuilder excess = terms(
                    line -> line.line().valueByScenario()[scenario] - line.line().expectedFill());
            model.addGreaterOrEqual(excess.addTerm(u, 1).addTerm(zeta, 1), p.baseLoss()[s]);
            objective.addTerm(u, p.weights()[s] / (1 - SizingProblem.ALPHA));
        }
        model.minimize(objective);
        solve("objective");
        // HiGHS answers within its tolerances: judge the whole contracts it chose, not its floating objective.
        int[] units = new int[x.size()];
        for (int j = 0; j < units.length; j++) {
            units[j] = (int) Math.rint(last.getValue(x.get(j)));
        }
        if (!PlainRows.hold(p, units)) {
            throw new AssertionError("the oracle's own plan breaks a row");
        }
        return p.objective(units);
    }

    private ModelSolver last;

    private double solve(String what) {
        last = new ModelSolver("highs");
        last.setSolverSpecificParameters("mip_rel_gap = 0\nmip_abs_gap = 1e-9");
        SolveStatus status = last.solve(model);
        if (status != SolveStatus.OPTIMAL) {
            throw new AssertionError("the oracle says " + status + " of " + what);
        }
        return last.getObjectiveValue();
    }

    private static Variable[] array(Variable... variables) {
        return variables;
    }

    private LinearExpr units(LayerId layer) {
        return sum(line -> line.layer() == layer ? 1 : 0);
    }

    private LinearExpr sum(java.util.function.ToDoubleFunction<SizingLine> coefficient) {
        return terms(coefficient).build();
    }

    private LinearExprBuilder terms(java.util.function.ToDoubleFunction<SizingLine> coefficient) {
        LinearExprBuilder builder = LinearExpr.newBuilder();
        for (int j = 0; j < x.size(); j++) {
            builder.addTerm(x.get(j), coefficient.applyAsDouble(p.lines().get(j)));
        }
        return builder;
    }
}
