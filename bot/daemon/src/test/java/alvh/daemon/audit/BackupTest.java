package alvh.daemon.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A backup of a running home can be opened, and holds everything up to its checkpoint. */
class BackupTest {

    @TempDir
    Path home;
    @TempDir
    Path other;
    private final List<Event> heard = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private void days(int days) throws Exception {
        Database database = Database.open(home);
        AuditLog audit = new AuditLog(database, home);
        JournalWriter writer = new JournalWriter(database, heard::add, () -> Instant.EPOCH, () -> 0).start();
        for (int day = 0; day < days; day++) {
            writer.append(List.of(new JournalRecord.Halt("T" + day, "a record before the backup")));
            Backup.ofDay(writer, audit, home, LocalDate.of(2026, 3, 10).plusDays(day), failures::add);
        }
        writer.append(List.of(new JournalRecord.Halt("LATE", "after the backup")));
        // A backup appends its checkpoint behind all that is queued: the second turn comes after the last of them.
        var written = new CountDownLatch(1);
        writer.onDatabaseThread("the backups", d -> writer.onDatabaseThread("what they appended",
                e -> written.countDown()));
        assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
        writer.close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("backup"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private void unzip(Path zip) throws IOException {
        Files.createDirectories(other.resolve("db"));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(in, other.resolve("db").resolve(Path.of(entry.getName()).getFileName().toString()));
            }
        }
    }

    @Test
    void P20_aBackupIsAWholeJournalAndItsCheckpointFitsIt() throws Exception {
        days(1);
        assertThat(failures).isEmpty();
        unzip(home.resolve("backup/alvh-2026-03-10.zip"));
        Files.copy(home.resolve("checkpoint.json"), other.resolve("checkpoint.json"));
        Database copy = Database.open(other);
        AuditLog audit = new AuditLog(copy, other);
        assertThat(audit.verify().damage()).isNull();
        assertThat(audit.records(1).values())
                .containsExactly(new JournalRecord.Halt("T0", "a record before the backup"));
        copy.close();
    }

    /** The journal says itself up to where each backup's checkpoint knew it, and with which head. */
    @Test
    void P20_theJournalRecordsTheCheckpointThatTheFileHolds() throws Exception {
        days(2);
        Checkpoint file = Checkpoint.read(home);
        try (Database database = Database.open(home)) {
            AuditLog audit = new AuditLog(database, home);
            var checkpoints = audit.records(1).entrySet().stream()
                    .filter(e -> e.getValue() instanceof JournalRecord.Checkpoint).toList();
            assertThat(checkpoints).hasSize(2);
            assertThat(checkpoints.get(1).getValue())
                    .isEqualTo(new JournalRecord.Checkpoint(file.lsn(), file.head()));
            assertThat(checkpoints.get(1).getKey()).isGreaterThan(file.lsn());
            assertThat(audit.verify().damage()).isNull();
        }
    }

    @Test
    void theNewestSevenAreKept() throws Exception {
        Files.createDirectories(home.resolve("backup"));
        Files.writeString(home.resolve("backup/notes.txt"), "somebody's own file");
        days(9);
        assertThat(files()).hasSize(8).contains("alvh-2026-03-12.zip", "alvh-2026-03-18.zip", "notes.txt")
                .doesNotContain("alvh-2026-03-11.zip", "alvh.part");
    }

    @Test
    void P23_aBackupThatFailsIsSaidAndTheJournalGoesOn() throws Exception {
        Files.writeString(home.resolve("backup"), "a file where the folder should be");
        days(1);
        assertThat(failures).singleElement().asString().startsWith("the backup of 2026-03-10 in ");
        assertThat(heard).noneMatch(Event.JournalLost.class::isInstance);
        Database database = Database.open(home);
        assertThat(new AuditLog(database, home).records(1).values()).extracting(Object::toString)
                .anyMatch(r -> r.contains("LATE"));
        database.close();
    }
}
