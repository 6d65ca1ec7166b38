package alvh.planner.plan;

/** The parts of a report that no decision of the same plan reads: each is what one question of a user needs. */
public record PlanDetails(NamesReport names, MarketReport market, WhatIf whatIf, BreakEvens breakEvens,
        Conduct conduct, Recalibration week, Explanation explanation) {

    public static final PlanDetails NONE = new PlanDetails(NamesReport.NONE, MarketReport.NONE, WhatIf.NONE,
            BreakEvens.NONE, Conduct.NONE, Recalibration.NONE, Explanation.NONE);
}
