package alvh.planner.plan;

import java.util.List;

/** What planning gives: orders to approve, nothing to do and why, or no plan possible and why. */
public sealed interface PlanOutcome {

    PlanReport report();

    /** There are orders. */
    record Planned(HedgePlan plan, PlanReport report) implements PlanOutcome {}

    /** The rules looked at everything and want nothing. */
    record NothingToDo(List<Refusal> reasons, PlanReport report) implements PlanOutcome {}

    /** Data or account do not allow a decision; {@code report} holds what was known, with missing parts named. */
    record Impossible(List<Refusal> reasons, PlanReport report) implements PlanOutcome {}
}
