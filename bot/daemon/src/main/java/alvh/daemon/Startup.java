package alvh.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import alvh.daemon.config.Problem;
import alvh.daemon.config.Setting;
import alvh.daemon.config.Settings;
import alvh.daemon.config.SettingsFile;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.Stop;
import alvh.planner.signal.EventCalendar;
import alvh.planner.signal.EventFiles;

/** What every acting verb does first: settings, logging, events. */
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

    static EventCalendar events(Settings settings) {
        String name = settings.text(Setting.DATA_EVENTS);
        if (name.equals("none")) {
            return EventCalendar.NONE;
        }
        Path file = settings.file().toAbsolutePath().getParent().resolve(name);
        try {
            return switch (EventFiles.parse(Files.readString(file))) {
                case EventFiles.Result.Read read -> read.calendar();
                case EventFiles.Result.Wrong wrong -> throw new Stop(2, wrong(file, wrong.errors()));
            };
        } catch (IOException e) {
            throw new Stop(2,
                    "E-CFG-FILE  the events file cannot be read · " + file + " (data.events_file) · expected a CSV file"
                            + " or none · nothing was started");
        }
    }

    private static String wrong(Path file, List<EventFiles.LineError> errors) {
        return errors.stream().map(e -> "E-EVENTS  " + file + ":" + e.line() + "  " + e.message())
                .collect(Collectors.joining("\n"));
    }
}
