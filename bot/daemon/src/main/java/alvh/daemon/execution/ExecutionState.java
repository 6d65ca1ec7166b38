package alvh.daemon.execution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.AccountSnapshot;

/**
 * The state of the order truth: the books, which the journal rebuilds, and the session, which it does not. Immutable.
 */
public record ExecutionState(ExecutionSettings settings, Books books, Session session) {

    public static ExecutionState start(ExecutionSettings settings) {
        return new ExecutionState(settings, Books.EMPTY, Session.NONE);
    }

    /**
     * The state after a restart: the same fold as live. The caller appends this start's EPOCH record to the journal and
     * hands it in as the last one.
     */
    public static ExecutionState restore(ExecutionSettings settings, List<JournalRecord> records) {
        return new ExecutionState(settings, JournalFold.applyAll(Books.EMPTY, records), Session.NONE);
    }

    /** One more record of the journal, written by another room (plans, approvals, marks, settlements). */
    public ExecutionState apply(JournalRecord record) {
        return new ExecutionState(settings, JournalFold.apply(books, record), session);
    }

    public Readiness readiness() {
        return session.readiness();
    }

    public Ledger ledger() {
        return books.ledger();
    }

    public boolean killed() {
        return books.killed() != null;
    }

    /** Reasons by code; empty when nothing is halted. */
    public SortedMap<String, String> halts() {
        return books.halts();
    }

    public List<OpenCase> cases() {
        return books.openCases();
    }

    /** Released plans on their way, by hash. */
    public Map<String, Run> runs() {
        return session.runs();
    }

    /** The account as last read, null before the first reading. */
    public AccountSnapshot account() {
        return session.account();
    }

    /**
     * Why no order of a plan may be sent now, or empty. While only buys are halted a person may still sell what the hedge
     * owns (C35).
     *
     * @param salesByPerson the plan only sells, and a person approves it
     */
    public Optional<String> notReady(boolean salesByPerson) {
        if (killed()) {
            return Optional.of("the kill switch is active: " + books.killed());
        }
        for (Map.Entry<String, String> halt : books.halts().entrySet()) {
            if (!salesByPerson || Faults.stopsSales(halt.getKey())) {
                return Optional.of("halted, " + halt.getKey() + ": " + halt.getValue());
            }
        }
        return readiness().maySend() ? Optional.empty() : Optional.of(readiness().words());
    }

    /** Whether a plan may be made now: the book is known, and nothing is in the way of asking a person. */
    public boolean mayPlan() {
        return readiness().mayPlan();
    }
}
