package alvh.daemon.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.Ports;
import alvh.planner.plan.PlanningInput;

/**
 * Looking at the journal: list, show, verify, replay's input. Every call takes a read connection of the pool; any
 * thread.
 */
public final class AuditLog implements Ports.Archive {

    private final Database database;
    private final Path home;

    public AuditLog(Database database, Path home) {
        this.database = database;
        this.home = home;
    }

    /** One row for people. */
    public record Line(long lsn, Instant at, int epoch, String type, String payload, String hash) {}

    /** The outcome of a verification; {@code damage} is null when everything holds. */
    public record Verification(long records, int blobs, String head, String damage) {}

    /** A reading question to the database. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(JournalTable table) throws SQLException;
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = database.pool().getConnection()) {
            T answer = question.ask(new JournalTable(connection));
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            throw new DamagedJournal("it cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public SortedMap<Long, JournalRecord> records(long fromLsn) {
        return ask(JournalTable::records).tailMap(fromLsn);
    }

    /** Whether nothing was ever written. */
    public boolean empty() {
        return ask(JournalTable::lastLsn) == 0;
    }

    /** The number of records: lsn of the last one. */
    public long lastLsn() {
        return ask(JournalTable::lastLsn);
    }

    public int lastEpoch() {
        return ask(JournalTable::lastEpoch);
    }

    public Verification verify() throws IOException {
        Checkpoint checkpoint = Checkpoint.read(home);
        JournalVerifier.Result result = ask(table -> JournalVerifier.verify(table, checkpoint));
        return new Verification(result.rows(), result.blobs(), result.head(), result.damage());
    }

    /** The newest {@code limit} rows, oldest first; {@code type} null for all. */
    public List<Line> list(String type, int limit) {
        return ask(table -> {
            List<Line> lines = new ArrayList<>();
            table.forEachRow(row -> {
                if (type == null || type.equals(row.type())) {
                    lines.add(line(table, row));
                }
                return true;
            });
            return List.copyOf(lines.subList(Math.max(0, lines.size() - limit), lines.size()));
        });
    }

    public Optional<Line> show(long lsn) {
        return ask(table -> {
            List<Line> found = new ArrayList<>();
            table.forEachRow(row -> {
                if (row.lsn() == lsn) {
                    found.add(line(table, row));
                }
                return row.lsn() < lsn;
            });
            return found.stream().findFirst();
        });
    }

    private static Line line(JournalTable table, JournalRow row) throws SQLException {
        Instant at = Instant.ofEpochSecond(Math.floorDiv(row.wallMicros(), 1_000_000L),
                Math.floorMod(row.wallMicros(), 1_000_000L) * 1000);
        return new Line(row.lsn(), at, row.epoch(), row.type(), table.payload(row),
                HexFormat.of().formatHex(row.hash()));
    }

    /** A stored text by its hash. */
    public Optional<String> text(String hash) {
        return ask(table -> table.blob(hash));
    }

    /** A stored planning input; unknown hash: IllegalStateException naming it. */
    public PlanningInput input(String hash) {
        return InputArchive.load(hash, h -> text(h)
                .orElseThrow(() -> new DamagedJournal("the journal holds no text " + h, null)));
    }

    /** Makes every projection anew from the records; the home must not be open elsewhere. Gives the number of records. */
    public static long rebuild(Database database) throws SQLException {
        JournalTable table = new JournalTable(database.owner());
        SortedMap<Long, JournalRecord> records = table.records();
        new Projector(database.owner(), records).rebuild(records);
        table.commit();
        table.checkpointSync();
        return records.size();
    }

    /** Writes the checkpoint file of the journal as it stands. */
    public void checkpoint() throws IOException {
        Checkpoint now = ask(table -> new Checkpoint(table.lastLsn(), HexFormat.of().formatHex(table.head())));
        now.write(home);
    }
}
