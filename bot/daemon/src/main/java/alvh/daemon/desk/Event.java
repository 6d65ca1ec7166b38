package alvh.daemon.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import alvh.planner.market.AccountSnapshot;
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

    /** {@link Command.ReadTruth} or {@link Command.TakeSnapshot} could not be answered. */
    record ReadFailed(long token, String because) implements Event {}

    /** A reply to {@link Command.TakeSnapshot}. */
    record SnapshotTaken(long token, MarketSnapshot market, AccountSnapshot account) implements Event {}

    /** A reply to {@link Command.ProveQuotes}: fresh quotes of the legs, and the round trip that proved the link. */
    record QuotesProven(long token, Map<InstrumentKey, Quote> quotes, long roundTripMillis)
            implements
                Event {}

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

    /** What is scheduled (design 4). */
    enum Job {
        DAILY, MARKS, WEEKLY, END_OF_DAY, EXECUTIONS
    }

    // ---- people

    /** Approval of a plan hash has passed its checks: release exactly this plan. */
    record Release(HedgePlan plan, String approver) implements Event {}

    record Kill(String who, String why) implements Event {}

    record Resume(String who, String why) implements Event {}

    /** A person's answer to a case. */
    record Decide(int caseId, String choice, String reason, String who) implements Event {}

    /** SIGTERM or Ctrl-C: no sends, cancel own attempts, stop within 20 s. */
    record StopRequested(String because) implements Event {}
}
