package alvh.daemon.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

import alvh.planner.ledger.Ledger;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * Everything about orders that survives a restart: the fold of the journal, and nothing else.
 *
 * @param firstSight holdings were seeded once, at the very first reconciliation
 * @param orderIdHigh highest order id ever sent; raise-only
 * @param intents by intent id
 * @param attempts by order reference
 * @param permIds order reference by the broker's permanent id
 * @param executions order reference (empty text for a trade that is not ours) by execution and instrument
 * @param commissions by execution and instrument
 * @param killed who and why, null when the kill switch is not active
 * @param halts reason by code; orders stop until a person resumes
 * @param digest of the last reconciled reading
 */
public record Books(int epoch, String account, boolean firstSight, int orderIdHigh, Ledger ledger,
        SortedMap<String, IntentBook> intents, SortedMap<String, Attempt> attempts, SortedMap<Long, String> permIds,
        SortedMap<String, String> executions, SortedMap<String, Usd> commissions, SortedMap<String, PlanFate> plans,
        Counters counters, String killed, SortedMap<String, String> halts, SortedMap<Integer, OpenCase> cases,
        String digest) {

    static final Books EMPTY = new Books(0, "", false, 0, Ledger.EMPTY, Collections.emptySortedMap(),
            Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap(),
            Collections.emptySortedMap(), Collections.emptySortedMap(), Counters.NONE, null,
            Collections.emptySortedMap(), Collections.emptySortedMap(), "");

    static LocalDate day(Instant at) {
        return at.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }

    public List<IntentBook> openIntents() {
        return intents.values().stream().filter(IntentBook::open).toList();
    }

    /** Attempts that may be alive at the broker. */
    public List<Attempt> aliveAttempts() {
        return attempts.values().stream().filter(Attempt::alive).toList();
    }

    public List<OpenCase> openCases() {
        return cases.values().stream().filter(OpenCase::open).toList();
    }

    /** For whoever opens the next case; ids are never used twice. */
    public int nextCaseId() {
        return cases.isEmpty() ? 1 : cases.lastKey() + 1;
    }

    boolean caseOpen(OpenCase.Kind kind, String subject) {
        return openCases().stream().anyMatch(c -> c.kind() == kind && c.subject().equals(subject));
    }

    List<Attempt> attemptsOf(IntentBook intent) {
        return intent.attempts().stream().map(attempts::get).toList();
    }

    /** Whole packages of an intent executed over all its attempts. */
    public long filled(IntentBook intent) {
        long sum = 0;
        for (Attempt attempt : attemptsOf(intent)) {
            sum += attempt.packages(intent.intent().legs());
        }
        return sum;
    }

    List<IntentBook> intentsOn(LocalDate day) {
        return intents.values().stream().filter(i -> i.tradeDate().equals(day)).toList();
    }

    // ---- copies with one thing changed

    Books at(int nextEpoch, String nextAccount) {
        return new Books(nextEpoch, nextAccount, firstSight, orderIdHigh, ledger, intents, attempts, permIds,
                executions, commissions, plans, counters, killed, halts, cases, digest);
    }

    Books seen() {
        return new Books(epoch, account, true, orderIdHigh, ledger, intents, attempts, permIds, executions,
                commissions, plans, counters, killed, halts, cases, digest);
    }

    Books with(Ledger next) {
        return new Books(epoch, account, firstSight, orderIdHigh, next, intents, attempts, permIds, executions,
                commissions, plans, counters, killed, halts, cases, digest);
    }

    Books with(IntentBook intent) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger,
                Sorted.with(intents, intent.intent().intentId(), intent), attempts, permIds, executions, commissions,
                plans, counters, killed, halts, cases, digest);
    }

    Books with(Attempt attempt) {
        return new Books(epoch, account, firstSight, Math.max(orderIdHigh, attempt.orderId()), ledger, intents,
                Sorted.with(attempts, attempt.orderRef(), attempt), permIds, executions, commissions, plans, counters,
                killed, halts, cases, digest);
    }

    Books withPermId(long permId, String orderRef) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts,
                Sorted.with(permIds, permId, orderRef), executions, commissions, plans, counters, killed, halts, cases,
                digest);
    }

    Books withExecution(String id, String orderRef) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds,
                Sorted.with(executions, id, orderRef), commissions, plans, counters, killed, halts, cases, digest);
    }

    Books withCommission(String id, Usd amount) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds, executions,
                Sorted.with(commissions, id, amount), plans, counters, killed, halts, cases, digest);
    }

    Books withPlan(String hash, PlanFate fate) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds, executions,
                commissions, Sorted.with(plans, hash, fate), counters, killed, halts, cases, digest);
    }

    Books with(Counters next) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds, executions,
                commissions, plans, next, killed, halts, cases, digest);
    }

    Books killed(String who) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds, executions,
                commissions, plans, counters, who, halts, cases, digest);
    }

    Books halted(SortedMap<String, String> next) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds, executions,
                commissions, plans, counters, killed, next, cases, digest);
    }

    Books with(OpenCase subject) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds, executions,
                commissions, plans, counters, killed, halts, Sorted.with(cases, subject.caseId(), subject), digest);
    }

    Books digested(String next) {
        return new Books(epoch, account, firstSight, orderIdHigh, ledger, intents, attempts, permIds, executions,
                commissions, plans, counters, killed, halts, cases, next);
    }
}
