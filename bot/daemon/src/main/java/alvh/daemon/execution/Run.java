package alvh.daemon.execution;

import java.util.Collections;
import java.util.SortedMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;

/**
 * A released plan on its way, one step after another. Not journalled: a restart never continues a plan.
 *
 * @param index of the current step; past the last when all have ended
 * @param intentId of the current step, null before its first attempt
 * @param rung of the current or next attempt
 * @param proving token of the quotes asked for, 0 when none
 * @param closing why no further step begins, null while the plan lives
 * @param results by step number: FILLED, PARTIAL, or the code that ended it
 */
public record Run(HedgePlan plan, BudgetState budget, String approver, int index, String intentId, int rung,
        long proving, String closing, SortedMap<Integer, String> results) {

    static Run of(HedgePlan plan, BudgetState budget, String approver) {
        return new Run(plan, budget, approver, 0, null, 0, 0, null, Collections.emptySortedMap());
    }

    String hash() {
        return plan.hash();
    }

    boolean finished() {
        return index >= plan.orders().size();
    }

    PlannedOrder step() {
        return plan.orders().get(index);
    }

    /** Between two orders: nothing asked, nothing working. */
    boolean idle() {
        return proving == 0 && intentId == null;
    }

    boolean hasNextRung() {
        return rung + 1 < step().ladder().rungs().size();
    }

    Run proving(long token) {
        return new Run(plan, budget, approver, index, intentId, rung, token, closing, results);
    }

    Run working(String intent) {
        return new Run(plan, budget, approver, index, intent, rung, 0, closing, results);
    }

    Run nextRung() {
        return new Run(plan, budget, approver, index, intentId, rung + 1, 0, closing, results);
    }

    Run ended(String result) {
        return new Run(plan, budget, approver, index + 1, null, 0, 0, closing,
                Sorted.with(results, step().step(), result));
    }

    Run closing(String because) {
        return new Run(plan, budget, approver, index, intentId, rung, proving, closing == null ? because : closing,
                results);
    }
}
