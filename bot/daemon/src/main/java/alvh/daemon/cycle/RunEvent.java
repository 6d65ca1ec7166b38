package alvh.daemon.cycle;

import java.time.Instant;

import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;

/** What people may want to see of a run, in order; published by the desk, read by screens and by the log. */
public sealed interface RunEvent {

    /** The session stands; account and kind are proven. */
    record Connected(String account, int serverVersion, boolean readOnly, long clockSkewMillis) implements RunEvent {}

    /** The session is gone, or cannot come up. */
    record Disconnected(String because, long reconnectInMillis) implements RunEvent {}

    /** May orders be sent, and if not, why. */
    record ReadinessSaid(String level, String words) implements RunEvent {}

    /** A plan was made, also an empty one. */
    record PlanMade(PlanOutcome outcome, MarketSnapshot market, AccountSnapshot account, HedgePlan.Kind kind)
            implements
                RunEvent {}

    /** A snapshot or a plan could not be made. */
    record PlanFailed(HedgePlan.Kind kind, String because) implements RunEvent {}

    /** A person is asked. */
    record Offered(HedgePlan plan) implements RunEvent {}

    /** An offer ended without a release: rejected, expired, superseded, drifted, dry-run. */
    record OfferEnded(HedgePlan plan, String how, String because) implements RunEvent {}

    record Released(HedgePlan plan, String approver, Instant at) implements RunEvent {}

    /** An order moved. */
    record OrderMoved(String intentId, String text) implements RunEvent {}

    /** Every step has ended. */
    record PlanClosed(String planHash, String result, String because) implements RunEvent {}

    /** A sentence worth a line: a run skipped and why, a settlement, the end of a day. */
    record Noted(String text) implements RunEvent {}

    /** Something loud. */
    record Alerted(String code, String text) implements RunEvent {}

    /** The process is about to end. */
    record Ended(int exitCode, String because) implements RunEvent {}
}
