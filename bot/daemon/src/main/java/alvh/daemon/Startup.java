package alvh.daemon;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import alvh.daemon.config.Problem;
import alvh.daemon.config.Settings;
import alvh.daemon.config.SettingsFile;
import alvh.daemon.files.OwnData;
import alvh.daemon.files.OwnDataReader;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.Stop;

/** What every acting verb does first: settings, logging, files. */
final class Startup {

    private Startup() {}

    /** The home's own settings file, else the tracked one beside the program. */
    static Path settingsFile(Home home) {
        if (Files.exists(home.settings())) {
            return home.settings();
        }
        return Path.of(System.getProperty("alvh.root", "."), "config", "alvh.yaml");
    }

    /** Every problem at once: Stop with exit 2, or 11 when only the account's kind is wrong. */
    static Settings settings(Home home) {
        SettingsFile.Result result = SettingsFile.read(settingsFile(home), System.getenv());
        if (!result.ok()) {
            throw new Stop(result.exitCode(),
                    result.problems().stream().map(Problem::text).collect(Collectors.joining("\n")));
        }
        return result.settings();
    }

    /** Where the log goes; before the first logger is made. {@code consoleLevel} OFF keeps the terminal for the screen. */
    static void logging(Home home, boolean json, String consoleLevel) {
        System.setProperty("alvh.log", home.log().toString());
        System.setProperty("alvh.console.level", consoleLevel);
        System.setProperty("logback.configurationFile", json ? "logback-json.xml" : "logback-file.xml");
    }

    /** All that the user's files say; Stop with exit 2 and every problem of every file. */
    static OwnData own(Settings settings) {
        OwnDataReader.Result result = OwnDataReader.read(settings);
        if (!result.ok()) {
            throw new Stop(2, result.problems().stream().map(Problem::text).collect(Collectors.joining("\n")));
        }
        return result.data();
    }
}
