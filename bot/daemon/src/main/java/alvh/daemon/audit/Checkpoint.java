package alvh.daemon.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What is known of the journal outside the database: a chain alone cannot show that its end was cut off. Keep a copy
 * elsewhere to be safe against the owner of this disk.
 */
public record Checkpoint(long lsn, String head) {

    private static Path file(Path home) {
        return home.resolve("checkpoint.json");
    }

    /** The checkpoint of a home, or null when none was written yet. */
    public static Checkpoint read(Path home) throws IOException {
        try {
            return JournalJson.read(Files.readString(file(home)), Checkpoint.class);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    void write(Path home) throws IOException {
        Path next = home.resolve("checkpoint.json.next");
        Files.writeString(next, JournalJson.write(this) + "\n");
        Files.move(next, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
