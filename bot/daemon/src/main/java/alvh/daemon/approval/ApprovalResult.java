package alvh.daemon.approval;

import alvh.planner.budget.BudgetState;
import alvh.planner.plan.HedgePlan;

/** What came of an offer or an answer. */
public sealed interface ApprovalResult {

    /** A person is asked; the offer lives 300 s of elapsed time. */
    record Offered(HedgePlan plan) implements ApprovalResult {}

    /** Release exactly this plan: post it as {@code Event.Release} once the records are on stable storage. */
    record Accepted(HedgePlan plan, BudgetState budget, String approver) implements ApprovalResult {}

    /** Dry run: shown and recorded, never sent. */
    record DryRun(HedgePlan plan) implements ApprovalResult {}

    /** A person said no. */
    record Rejected(HedgePlan plan) implements ApprovalResult {}

    /** The market, the budget or the book moved away from the plan: it is void, make a new one. */
    record Drifted(HedgePlan plan, String because) implements ApprovalResult {}

    /** Nothing changes; the answer is refused (exit code 9). */
    record Refused(Code code, String because) implements ApprovalResult {}

    /** Nothing happened. */
    record Nothing() implements ApprovalResult {}

    /** Why an answer is refused. */
    enum Code {
        UNKNOWN, USED, EXPIRED, WILDCARD, AMBIGUOUS, NOT_READY, DRY_RUN;

        /** As people see it: {@code E-APPR-USED}. */
        public String text() {
            return "E-APPR-" + name().replace('_', '-');
        }
    }
}
