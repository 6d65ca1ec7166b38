package alvh.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.audit.Database;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.execution.ExecutionSettings;
import alvh.daemon.execution.ExecutionState;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.PlanningInput;

/** What the journal of a home holds, once its daemon is gone. */
final class JournalView {

    private final List<JournalRecord> records;
    private final AuditLog.Verification verification;

    private JournalView(List<JournalRecord> records, AuditLog.Verification verification) {
        this.records = records;
        this.verification = verification;
    }

    static JournalView of(Path home) {
        try (Database database = Database.openToLook(home)) {
            AuditLog audit = new AuditLog(database, home);
            return new JournalView(List.copyOf(audit.records(1).values()), audit.verify());
        } catch (Database.OpenFailure | IOException e) {
            throw new AssertionError("the journal of " + home + " cannot be opened", e);
        }
    }

    /** A stored planning input. */
    static PlanningInput input(Path home, String hash) {
        try (Database database = Database.openToLook(home)) {
            return new AuditLog(database, home).input(hash);
        } catch (Database.OpenFailure e) {
            throw new AssertionError("the journal of " + home + " cannot be opened", e);
        }
    }

    <T extends JournalRecord> List<T> all(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The records' types in order, for messages of failed tests. */
    String types() {
        return records.stream().map(r -> r.getClass().getSimpleName()).toList() + " " + verification;
    }

    /** Null when every record and text proves whole. */
    String damage() {
        return verification.damage();
    }

    ExecutionState state() {
        String account = all(JournalRecord.Epoch.class).getLast().account();
        return ExecutionState.restore(ExecutionSettings.of(account, 17), records);
    }

    Ledger ledger() {
        return state().ledger();
    }

    SortedMap<InstrumentKey, Long> positions() {
        return ledger().positions();
    }
}
