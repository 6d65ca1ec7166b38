package alvh.daemon.cli;

import alvh.planner.plan.PlanOutcome;

/** The hash under which an outcome is journalled: the plan's own, or the input's when there is no plan. */
public final class PlanHashes {

    private PlanHashes() {}

    public static String of(PlanOutcome outcome, String inputHash) {
        return switch (outcome) {
            case PlanOutcome.Planned p -> p.plan().hash();
            case PlanOutcome.NothingToDo n -> inputHash;
            case PlanOutcome.Impossible i -> inputHash;
        };
    }
}
