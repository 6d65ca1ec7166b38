package alvh.planner.report;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.decide.Assessment;
import alvh.planner.decide.Findings;
import alvh.planner.decide.OrderCharges;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.Candidate;
import alvh.planner.money.Usd;
import alvh.planner.plan.NamesReport;

/**
 * The figures that weekly plans compare (methodology 3.7, Q22), by name; what is unknown has no entry. Dollars end in
 * {@code .usd}, shares in {@code .percent}, levels are 0 OFF to 4 FULL.
 */
final class WeekFigures {
    static final String USED = "budget.used.percent";
    static final String ABSORPTION = "absorption.percent";
    static final String USED_WITH_PLAN = "budget.used.with.plan.percent";
    static final String CREDIT = "credit.";
    static final String THETA = "theta.share.percent";
    static final String UNHEDGEABLE = "unhedgeable.usd";
    /** Place of theta among a line's greeks, dollars a day, negative for decay. */
    private static final int THETA_GREEK = 2;
    private final SortedMap<String, Double> figures = new TreeMap<>();

    private WeekFigures() {}

    static SortedMap<String, Double> of(Findings found, NamesReport names) {
        var build = new WeekFigures();
        build.budget(found.assessment().budget());
        build.signals(found.assessment());
        build.book(found);
        build.plan(found);
        build.names(names);
        return build.figures;
    }

    private void budget(BudgetState budget) {
        put("premium.open.usd", budget.premiumOpen().toDouble());
        put("premium.realised.usd", budget.premiumRealised().toDouble());
        put("budget.spent.usd", budget.cumHedge().toDouble());
        put("budget.left.usd", budget.available().toDouble());
        put(USED, percent(budget.cumHedge(), budget.flowCap()));
        Usd held = budget.unrecoveredByLayer().values().stream().reduce(Usd.ZERO, Usd::plus);
        for (LayerId layer : LayerId.values()) {
            Usd own = budget.unrecoveredByLayer().getOrDefault(layer, Usd.ZERO);
            put("held." + layer.code() + ".usd", own.toDouble());
            put("held." + layer.code() + ".percent", percent(own, held));
        }
    }

    private void signals(Assessment assessment) {
        put("votes", assessment.signals().votes());
        assessment.levels().forEach((layer, level) -> put("level." + layer.code(), level.ordinal()));
        put("beta.book.fast", assessment.exposure().betaFast());
        put("beta.book.slow", assessment.exposure().betaSlow());
        assessment.exposure().betas().forEach((name, beta) -> {
            if (beta.known()) {
                put("beta." + name + ".slow", beta.slow());
                put("beta." + name + ".fast", beta.fast());
            }
        });
    }

    private void book(Findings found) {
        put(ABSORPTION, 100 * FivePercentWeek.absorbed(found));
    }

    /** Hedge credit by tier (F11), and the largest loss of one name by itself, fragility inside (G7, N8). */
    private void names(NamesReport names) {
        double worst = 0;
        for (NamesReport.Name name : names.names()) {
            put(CREDIT + name.symbol(), name.credit().tier().credit());
            worst = Math.max(worst, name.ownLoss());
        }
        put(UNHEDGEABLE, worst);
    }

    /** What the plan's buys add to the budget and to the decay. */
    private void plan(Findings found) {
        Usd charge = found.assessment().budget().cumHedge()
                .plus(OrderCharges.flow(found.taken(), found.picture().settings().fees()));
        double theta = found.hedge().theta();
        for (Map.Entry<Candidate, Integer> line : found.taken().entrySet()) {
            theta -= line.getValue() * line.getKey().line().greeks()[THETA_GREEK];
        }
        put(USED_WITH_PLAN, percent(charge, found.assessment().budget().flowCap()));
        double earned = found.book().theta();
        put(THETA, earned > 0 ? 100 * theta / earned : Double.NaN);
    }

    private static double percent(Usd part, Usd whole) {
        return whole.isPositive() ? 100.0 * part.e4() / whole.e4() : Double.NaN;
    }

    /** To a hundredth of a percent or cent: figures are compared, and must not depend on the processor. */
    private void put(String name, double value) {
        if (Double.isFinite(value)) {
            figures.put(name, Math.rint(value * 10_000) / 10_000 + 0.0);
        }
    }
}
