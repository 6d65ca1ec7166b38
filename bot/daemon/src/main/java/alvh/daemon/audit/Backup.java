package alvh.daemon.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import alvh.daemon.desk.JournalRecord;

/**
 * The end of a day on the disk: what is written is forced, the checkpoint file and a record name it, and a copy of the whole database
 * goes to HOME/backup/alvh-YYYY-MM-DD.zip; the newest seven are kept. A failure never hurts the journal itself.
 */
public final class Backup {

    static final int KEPT = 7;
    private static final Pattern NAME = Pattern.compile("alvh-\\d{4}-\\d{2}-\\d{2}\\.zip");

    private Backup() {}

    /**
     * Queues the work behind everything appended so far.
     *
     * @param failed hears why it could not be done, on the database thread
     */
    public static void ofDay(JournalWriter journal, AuditLog audit, Path home, LocalDate day,
            Consumer<String> failed) {
        journal.onDatabaseThread("backup of " + day, database -> {
            try {
                write(database, home, day);
                audit.checkpoint();
                Checkpoint now = Checkpoint.read(home);
                journal.append(List.of(new JournalRecord.Checkpoint(now.lsn(), now.head())));
            } catch (SQLException | IOException | IllegalStateException e) {
                failed.accept("the backup of " + day + " in " + folder(home) + " could not be written: "
                        + e.getMessage());
            }
        });
    }

    static Path folder(Path home) {
        return home.resolve("backup");
    }

    private static void write(Database database, Path home, LocalDate day) throws SQLException, IOException {
        Files.createDirectories(folder(home));
        Path part = folder(home).resolve("alvh.part");
        try (var statement = database.owner().createStatement()) {
            statement.execute("CHECKPOINT SYNC");
            statement.execute("BACKUP TO '" + part.toAbsolutePath().toString().replace("'", "''") + "'");
        }
        Files.move(part, folder(home).resolve("alvh-" + day + ".zip"), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        List<Path> old;
        try (Stream<Path> files = Files.list(folder(home))) {
            old = files.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
        }
        for (Path each : old.subList(0, Math.max(0, old.size() - KEPT))) {
            Files.delete(each);
        }
    }
}
