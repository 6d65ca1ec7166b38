package alvh.daemon.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import alvh.planner.budget.BudgetState;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;

/** Everything that can happen to the daemon. Each comes through the desk's one queue and is handled on its one thread. */
public sealed interface Event {

    // ---- the broker session

    /** The session is up: accounts and next order id have come, the kind and id of the account are proven. */
    record SessionUp(String account, int serverVersion, int nextOrderId, boolean readOnly, long clockSkewMillis)
            implements
                Event {}

    /** The session is gone or cannot be trusted; {@code reconnectInMillis} says when the next attempt begins. */
    record SessionDown(String because, long reconnectInMillis) implements Event {}

    /** The session can never work as configured (wrong account or kind, client id in use, unsupported peer). */
    record SessionRefused(int exitCode, String because) implements Event {}

    /** IB's link behind the gateway: 1100/2110 down, 1101 (data lost) and 1102 up again. */
    record FarmLink(int code, String text) implements Event {}

    /** A reply to {@link Command.ReadTruth}. */
    record TruthRead(long token, OrderTruth truth) implements Event {}

    /** {@link Command.ReadTruth}, TakeSnapshot or ProveQuotes could not be answered. */
    record ReadFailed(long token, String because) implements Event {}

    /** A reply to {@link Command.TakeSnapshot}. */
    record SnapshotTaken(long token, MarketSnapshot market, AccountSnapshot account) implements Event {}

    /**
     * A reply to {@link Command.ProveQuotes}: fresh quotes of the legs, and the round trip that proved the link.
     *
     * @param levels the last values of the legs' underlying indices (VIX, SPX, XSP), for ceilings
     * @param liquidUntil by the broker's own liquid hours: when the session that every leg is in now ends; null when one
     *        of them is closed or its hours are unknown
     */
    record QuotesProven(long token, Map<InstrumentKey, Quote> quotes, Map<InstrumentKey, IndexLevel> levels,
            Instant liquidUntil, long roundTripMillis) implements Event {}

    /**
     * The room has met something odd that changes no order by itself: it is journaled under {@code edge SUBJECT}.
     *
     * @param loud people are told at once, as {@code W-GATEWAY}
     */
    record Noticed(String subject, String text, boolean loud) implements Event {}

    // ---- order words

    /** openOrder with its latest orderStatus; quantities in it are hints, executions count. */
    record OrderSeen(int orderId, int clientId, long permId, String orderRef, String account, List<InstrumentKey> keys,
            Side side, long quantity, Price limit, String status, long filled, long remaining) implements Event {}

    /** orderStatus alone. */
    record StatusSeen(int orderId, int clientId, long permId, String status, long filled, long remaining)
            implements
                Event {}

    /** A completed order: no order id, no client id. */
    record CompletedSeen(long permId, String orderRef, String status, String completedStatus, long filled)
            implements
                Event {}

    /**
     * One execution; {@code bag} marks the combo's own one, which is stored and never counted.
     *
     * @param execId as the broker wrote it; base and revision are split at the last period
     */
    record ExecutionSeen(String execId, int orderId, int clientId, long permId, String orderRef, String account,
            InstrumentKey key, boolean bag, Side side, long quantity, Price price, int multiplier, Instant at)
            implements
                Event {}

    /** @param amount null when what the broker sent is no amount in dollars: the reserved maximum stays */
    record CommissionSeen(String execId, Usd amount) implements Event {}

    /** An error that names an order. */
    record OrderError(int orderId, int code, String text) implements Event {}

    /** The bytes of an order left, as the socket counted them; or provably none did. */
    record OrderWritten(String orderRef, int orderId, long bytes) implements Event {}

    record OrderNotWritten(String orderRef, int orderId, String because) implements Event {}

    // ---- the desk's own

    /** A timer set by {@link Command.SetTimer} ran out. */
    record TimerFired(String timer) implements Event {}

    /** The journal up to this ticket is on stable storage. */
    record Forced(long ticket) implements Event {}

    /** The journal cannot be written any more. */
    record JournalLost(String because) implements Event {}

    /** A schedule fired; {@code scheduled} is the time it was due (exchange time). */
    record Fire(Job job, Instant scheduled) implements Event {}

    /** What is scheduled (design 4); of what is due at once, in this order. */
    enum Job {
        DAILY, MARKS, WEEKLY, BREADTH, BREADTH_LATER, END_OF_DAY, EXECUTIONS
    }

    // ---- people

    /**
     * Approval of a plan hash has passed its checks: release exactly this plan.
     *
     * @param budget what the plan was made with; its caps are checked against the ledger of the moment of each send
     * @param approver the person's name, or {@link #AUTO}
     */
    record Release(HedgePlan plan, BudgetState budget, String approver) implements Event {}

    /** The approver of plans that no person needs to see. */
    String AUTO = "auto";

    /**
     * Every step of a released plan has ended: DONE, PARTIAL or NOT_SENT, and why. {@code stepsLeft} names the steps that
     * closed without an order because tolerances no longer held: a new plan may be offered for them.
     */
    record PlanClosed(String planHash, String result, String because, List<Integer> stepsLeft) implements Event {}

    /** May orders be sent, and if not, why: DOWN, RECONCILING, READY, READ_ONLY, DEGRADED. */
    record ReadinessChanged(String level, String words) implements Event {}

    record Kill(String who, String why) implements Event {}

    /** Kill level 2, typed and confirmed: cancel everything of the account, the person's own orders too. */
    record KillEverything(String who, String why) implements Event {}

    record Resume(String who, String why) implements Event {}

    /** A person's answer to a case. */
    record Decide(int caseId, String choice, String reason, String who) implements Event {}

    /** SIGTERM or Ctrl-C: no sends, cancel own attempts, stop within 20 s. */
    record StopRequested(String because) implements Event {}
}
