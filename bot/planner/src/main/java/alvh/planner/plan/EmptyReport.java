package alvh.planner.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.layer.Regime;
import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;

/** The report of a plan that could not begin: everything unknown, nothing invented. */
final class EmptyReport {
    private EmptyReport() {}

    static PlanReport of(PlanningInput input, List<Refusal> reasons) {
        PlanDetails none = PlanDetails.NONE;
        var details = new PlanDetails(none.names(), none.market(), none.whatIf(), none.breakEvens(), none.conduct(),
                none.week(), Explanations.impossible(reasons));
        return new PlanReport(List.of(), Double.NaN, Double.NaN, Double.NaN, budget(input.settings()), List.of(), 0,
                Regime.NORMAL, List.of(), input.levels(), List.of(), List.of(), new LossTable(List.of()), reasons,
                Double.NaN, List.of(), details);
    }

    private static BudgetState budget(HedgeSettings settings) {
        BigDecimal open = settings.shareOfPremium().add(new BigDecimal("0.05")).min(new BigDecimal("0.25"));
        SortedMap<LayerId, Usd> none = new TreeMap<>();
        return new BudgetState(settings.shareOfPremium(), open, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO,
                Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, none, Usd.ZERO);
    }
}
