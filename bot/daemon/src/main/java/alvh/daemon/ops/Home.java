package alvh.daemon.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The data folder of one account: where each thing lives. */
public record Home(Path folder) {

    /** --home, else $ALVH_HOME, else ~/.alvh. */
    public static Home of(Path option, Map<String, String> environment, String userHome) {
        if (option != null) {
            return new Home(option.toAbsolutePath().normalize());
        }
        String variable = environment.get("ALVH_HOME");
        return new Home((variable == null || variable.isBlank() ? Path.of(userHome, ".alvh") : Path.of(variable))
                .toAbsolutePath().normalize());
    }

    /** Creates the folder, readable by its owner only. */
    public void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** The home's own settings file; it wins over the tracked one. */
    public Path settings() {
        return folder.resolve("alvh.yaml");
    }

    public Path lock() {
        return folder.resolve("lock");
    }

    public Path kill() {
        return folder.resolve("KILL");
    }

    /** How to reach the running daemon: port and token, mode 0600. */
    public Path door() {
        return folder.resolve("door.json");
    }

    public Path log() {
        return folder.resolve("log").resolve("alvh.log");
    }

    /** Recorded sessions, where {@code gateway.capture} is on. */
    public Path capture() {
        return folder.resolve("capture");
    }

    /** The simulated gateway's own files, when a demo put one here. */
    public Path gateway() {
        return folder.resolve("gateway");
    }
}
