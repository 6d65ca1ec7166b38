package alvh.daemon;

import java.io.IOException;
import java.util.List;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.audit.Database;
import alvh.daemon.broker.ClientInUse;
import alvh.daemon.console.RunText;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.execution.ExecutionSettings;
import alvh.daemon.execution.ExecutionState;
import alvh.daemon.ops.Access;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.KillFile;
import alvh.daemon.ops.Stop;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.AccountKind;

/** What verbs see when no daemon runs: the journal, opened for looking only. Deciding verbs have nobody to ask. */
final class OutsideAccess implements Access, AutoCloseable {

    private final Home home;
    private Database database;
    private AuditLog audit;

    OutsideAccess(Home home) {
        this.home = home;
    }

    private ExecutionState state() {
        List<JournalRecord> records = List.copyOf(audit().records(1).values());
        return ExecutionState.restore(ExecutionSettings.of(account(records), 1), records);
    }

    private static String account(List<JournalRecord> records) {
        return records.stream().filter(JournalRecord.Epoch.class::isInstance)
                .map(r -> ((JournalRecord.Epoch) r).account())
                .reduce((a, b) -> b).orElse("none");
    }

    @Override
    public Status status() {
        ExecutionState s = state();
        String account = s.settings().account();
        KillFile kill = new KillFile(home);
        return new Status(false, account, AccountKind.ofAccount(account).word(), mode(), "STOPPED",
                "no daemon runs on this home; this is what the journal knows",
                kill.present() || s.killed()
                        ? "yes: " + kill.text()
                        : "",
                "", "", RunText.working(s), List.copyOf(s.halts().values()), audit().lastLsn(),
                home.folder().toString(), ClientInUse.find().words());
    }

    /** approval.mode of the daemon's last life. */
    private String mode() {
        return audit.records(1).values().stream().filter(JournalRecord.Config.class::isInstance)
                .map(r -> ((JournalRecord.Config) r).settings().getOrDefault("approval.mode", "-")).reduce((a, b) -> b)
                .orElse("-");
    }

    @Override
    public Ledger ledger() {
        return state().ledger();
    }

    @Override
    public List<Case> cases() {
        return RunText.cases(state());
    }

    /** Opened by the first verb that looks; deciding needs no journal, and the kill switch must not. */
    @Override
    public AuditLog audit() {
        if (audit == null) {
            try {
                database = Database.openToLook(home.folder());
            } catch (Database.OpenFailure e) {
                throw new Stop(e.exitCode(), e.getMessage());
            }
            audit = new AuditLog(database, home.folder());
        }
        return audit;
    }

    private Answer nobody() {
        return new Answer(9,
                "E-NO-DAEMON  no daemon on " + home.folder() + "; its plans are void · start one: scripts/alvh run");
    }

    @Override
    public Answer approve(String hash, String who) {
        return nobody();
    }

    @Override
    public Answer reject(String hash, String who) {
        return nobody();
    }

    @Override
    public Answer decide(int caseId, String choice, String reason, String who) {
        return nobody();
    }

    @Override
    public Answer kill(String who, String why, boolean everything) {
        try {
            new KillFile(home).write(who, why);
        } catch (IOException e) {
            return new Answer(8,
                    "E-KILL-FILE  the KILL file could not be written to " + home.kill() + ": " + e.getMessage()
                            + " · cancel the orders in TWS");
        }
        return new Answer(0,
                "killed: " + home.kill() + " is written, no daemon on this home will send · " + mayStillWork());
    }

    private String mayStillWork() {
        if (!Database.exists(home.folder())) {
            return "no order of ours is known to work at the broker, this home has no journal yet";
        }
        try {
            List<String> working = RunText.working(state());
            return working.isEmpty()
                    ? "no order of ours is known to work at the broker"
                    : "these may still work at the broker, cancel them in TWS: " + String.join("; ", working);
        } catch (Stop | IllegalStateException unreadable) {
            return "the journal cannot be read (" + unreadable.getMessage()
                    + "): look in TWS for orders whose reference begins with HB1, and cancel them there";
        }
    }

    @Override
    public Answer resume(String who, String why) {
        return nobody();
    }

    @Override
    public Answer plan(boolean json) {
        return nobody();
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
