package alvh.daemon;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.audit.Database;
import alvh.daemon.audit.JournalJson;
import alvh.daemon.cli.Out;
import alvh.daemon.config.Problem;
import alvh.daemon.config.SettingsFile;
import alvh.daemon.files.OwnDataReader;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.HomeLock;
import alvh.daemon.ops.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verbs for the house itself: config check, audit rebuild. */
final class HouseKeeping {

    private HouseKeeping() {}

    @Command(name = "config", description = "the settings file")
    static final class Config {
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
        boolean help;
    }

    @Command(name = "check", description = "read the settings: every problem at once, or the effective values and their hash")
    static final class Check implements Callable<Integer> {
        @Option(names = "--home", paramLabel = "DIR", description = "data folder; default $ALVH_HOME, else ~/.alvh")
        Path folder;
        @Option(names = "--json", description = "stable JSON instead of the screen")
        boolean json;
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
        boolean help;
        private final Out out;

        Check(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            Path file = Startup.settingsFile(Main.home(folder));
            SettingsFile.Result result = SettingsFile.read(file, System.getenv());
            result.warnings().forEach(out.err()::println);
            if (!result.ok()) {
                List<String> lines = result.problems().stream().map(Problem::text).toList();
                if (json) {
                    out.out().println(JournalJson.pretty(result.problems()));
                } else {
                    lines.forEach(out.err()::println);
                }
                return result.exitCode();
            }
            OwnDataReader.Result files = OwnDataReader.read(result.settings());
            if (!files.ok()) {
                if (json) {
                    out.out().println(JournalJson.pretty(files.problems()));
                } else {
                    files.problems().stream().map(Problem::text).forEach(out.err()::println);
                }
                return 2;
            }
            if (json) {
                out.out().println(JournalJson.pretty(result.settings().effective()));
            } else {
                result.settings().effective().forEach((key, value) -> out.out().println(key + ": " + value));
                out.out().println("settings " + file + " are good, hash " + result.settings().hash());
            }
            return 0;
        }
    }

    @Command(name = "rebuild", description = "make every table but the journal anew from the journal")
    static final class Rebuild implements Callable<Integer> {
        @Option(names = "--home", paramLabel = "DIR", description = "data folder; default $ALVH_HOME, else ~/.alvh")
        Path folder;
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
        boolean help;
        private final Out out;

        Rebuild(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() throws Exception {
            Home home = Main.home(folder);
            if (!Database.exists(home.folder())) {
                throw new Stop(9, "there is no database in " + home.folder() + " yet");
            }
            try (HomeLock lock = Daemon.lock(home); Database database = open(home)) {
                AuditLog.Verification whole = new AuditLog(database, home.folder()).verify();
                if (whole.damage() != null) {
                    throw new Stop(7,
                            "E-JOURNAL  the journal is damaged · " + whole.damage() + " · nothing was rebuilt");
                }
                out.out()
                        .println("rebuilt from " + AuditLog.rebuild(database) + " records" + (lock == null ? "?" : ""));
            }
            return 0;
        }

        private static Database open(Home home) {
            try {
                return Database.open(home.folder());
            } catch (Database.OpenFailure e) {
                throw new Stop(e.exitCode(), e.getMessage());
            }
        }
    }
}
