package alvh.daemon.ops;

import java.io.IOException;
import java.nio.file.Files;

/**
 * The kill switch that needs nothing but a folder: while HOME/KILL exists no order byte leaves. It survives restarts;
 * only a person's resume removes it.
 */
public final class KillFile {

    private final Home home;

    public KillFile(Home home) {
        this.home = home;
    }

    public boolean present() {
        return Files.exists(home.kill());
    }

    /** Who pulled it and why, as written; empty when absent or unreadable. */
    public String text() {
        try {
            return present() ? Files.readString(home.kill()).strip() : "";
        } catch (IOException e) {
            return "(the file cannot be read: " + e.getMessage() + ")";
        }
    }

    public void write(String who, String why) throws IOException {
        home.create();
        Files.writeString(home.kill(), who + ": " + why + "\n");
    }

    public void remove() throws IOException {
        Files.deleteIfExists(home.kill());
    }
}
