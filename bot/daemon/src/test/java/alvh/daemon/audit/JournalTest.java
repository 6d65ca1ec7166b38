package alvh.daemon.audit;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.CashTotals;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;
import alvh.planner.plan.Past;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The journal on a real H2 file: durable, chained, append-only, rebuildable. */
class JournalTest {

    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00.123456Z");
    private static final InstrumentKey CALL = InstrumentKey.of("VIX   260415C00026000");

    @TempDir
    Path home;
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void write() throws Exception {
        Database database = Database.open(home);
        JournalWriter writer = new JournalWriter(database, heard::add, () -> NOW, () -> 7).start();
        writer.append(List.of(new JournalRecord.Epoch(1, 42, "host", "0.1.0", "cfg", "DUSIM0001")));
        writer.append(List.of(new JournalRecord.Booked(new BookedEvent.HoldingSeeded(NOW, CALL, 3, Usd.of("73.02"))),
                new JournalRecord.Halt("E-TEST", "a long reason " + "x".repeat(9000))));
        writer.force(5);
        await().untilAsserted(() -> assertThat(heard).containsExactly(new Event.Forced(5)));
        writer.close();
    }

    private void damage(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + Database.file(home), "alvh_owner", "");
                var statement = connection.createStatement()) {
            statement.execute("drop trigger audit_event_is_append_only");
            statement.execute("drop trigger blob_is_append_only");
            for (String s : statements) {
                statement.execute(s);
            }
        }
    }

    private AuditLog.Verification verify() throws Exception {
        try (Database database = Database.openToLook(home)) {
            return new AuditLog(database, home).verify();
        }
    }

    @Test
    void P26_everyRecordComesBackAsItWasWritten() throws Exception {
        try (Database database = Database.openToLook(home)) {
            AuditLog log = new AuditLog(database, home);
            assertThat(log.records(1).values()).hasSize(3).element(1)
                    .isEqualTo(new JournalRecord.Booked(new BookedEvent.HoldingSeeded(NOW, CALL, 3, Usd.of("73.02"))));
            assertThat(log.list(null, 10)).extracting(AuditLog.Line::at).containsOnly(NOW);
            assertThat(log.lastEpoch()).isEqualTo(1);
        }
    }

    @Test
    void P26_whatLaterPlansRememberComesBackAsItWasWritten() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 10);
        List<JournalRecord> told = List.of(
                new JournalRecord.Memory.Day(day, new CashTotals(day, Usd.of("74.02"), Usd.of("-3.10")),
                        new Past.DayEntry(day, Usd.of("105.00"), Usd.of("50.00"), Usd.ofDollars(182_450),
                                Usd.of("74.02"), Usd.ZERO, 5812.5, -1234.56),
                        ""),
                new JournalRecord.Memory.Day(day, new CashTotals(day, Usd.ZERO, Usd.ZERO), null, "SPX has no level"),
                new JournalRecord.Memory.Surfaces(day,
                        List.of(new Past.SurfaceEntry(NOW, "VIX", day.plusDays(30), 19.25, 0.9, 1.1, -0.2))),
                new JournalRecord.Memory.Week(day, new TreeMap<>(Map.of("votes", 2.5))));
        try (Database database = Database.open(home)) {
            JournalWriter writer = new JournalWriter(database, heard::add, () -> NOW, () -> 7).start();
            writer.append(told);
            writer.close();
        }
        assertThat(verify().damage()).isNull();
        try (Database database = Database.open(home)) {
            assertThat(AuditLog.rebuild(database)).isEqualTo(3 + told.size());
            AuditLog log = new AuditLog(database, home);
            assertThat(log.records(4).values()).containsExactlyElementsOf(told);
            assertThat(log.list("DAY", 10)).hasSize(2);
        }
    }

    @Test
    void P27_anUntouchedJournalHolds() throws Exception {
        assertThat(verify().damage()).isNull();
        assertThat(verify().records()).isEqualTo(3);
        assertThat(verify().blobs()).isEqualTo(1);
    }

    @Test
    void P27_anEditIsFoundAtItsRecord() throws Exception {
        damage("update audit_event set payload = replace(payload, '73.02', '73.03') where lsn = 2");
        assertThat(verify().damage()).contains("lsn 2 (BOOKED) was changed");
    }

    @Test
    void P27_aDeletionIsFound() throws Exception {
        damage("delete from audit_event where lsn = 2");
        assertThat(verify().damage()).contains("lsn 2 is missing");
    }

    @Test
    void P27_aSwapIsFound() throws Exception {
        damage("update audit_event set lsn = 9 where lsn = 2", "update audit_event set lsn = 2 where lsn = 3",
                "update audit_event set lsn = 3 where lsn = 9");
        assertThat(verify().damage()).contains("lsn 2");
    }

    @Test
    void P27_aCutEndIsFoundAgainstTheCheckpoint() throws Exception {
        try (Database database = Database.openToLook(home)) {
            new AuditLog(database, home).checkpoint();
        }
        damage("delete from audit_event where lsn = 3");
        assertThat(verify().damage()).contains("checkpoint file knows lsn 3").contains("cut off");
    }

    @Test
    void P27_aDamagedBlobIsFound() throws Exception {
        damage("update blob set gz = X'00'");
        assertThat(verify().damage()).contains("blob ").contains("nothing readable");
    }

    @Test
    void P27_theTableRefusesToBeChangedByAnyone() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:async:" + Database.file(home), "alvh_owner", "");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update audit_event set type = 'X'"))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void readersMayNotWrite() throws Exception {
        try (Database database = Database.open(home);
                var connection = database.pool().getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from lot")).hasMessageContaining("rights");
        }
    }

    @Test
    void theLotTableIsAProjectionThatCanBeMadeAgain() throws Exception {
        try (Database database = Database.open(home)) {
            database.owner().createStatement().execute("delete from lot");
            assertThat(AuditLog.rebuild(database)).isEqualTo(3);
            try (var rows = database.owner().createStatement().executeQuery("select owner, open_qty from lot")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("BOOK");
                assertThat(rows.getLong(2)).isEqualTo(3);
            }
        }
    }

    @Test
    void P21_aSecondWriterIsRefusedWithExitFour() throws Exception {
        try (Database database = Database.open(home)) {
            assertThat(database.owner().isValid(1)).isTrue();
            Process other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                    System.getProperty("java.class.path"), SecondOpener.class.getName(), home.toString())
                    .redirectErrorStream(true).start();
            String said = new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(other.waitFor()).as(said).isEqualTo(4);
            assertThat(said).contains("in use by another process");
        }
    }

    /** Opens the database in a process of its own. */
    static final class SecondOpener {
        public static void main(String[] args) {
            try {
                Database.open(Path.of(args[0])).close();
            } catch (Database.OpenFailure e) {
                System.out.println(e.getMessage());
                Runtime.getRuntime().halt(e.exitCode());
            }
        }
    }
}
