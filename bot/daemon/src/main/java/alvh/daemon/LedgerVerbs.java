package alvh.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import alvh.daemon.audit.Database;
import alvh.daemon.audit.JournalWriter;
import alvh.daemon.cli.Out;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.HomeLock;
import alvh.daemon.ops.Stop;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.TradeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verbs over the ledger: import of trades that the broker no longer tells. */
final class LedgerVerbs {

    private LedgerVerbs() {}

    @Command(name = "ledger", description = "the ledger's history")
    static final class Ledger {
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
        boolean help;
    }

    @Command(name = "import", description = {
            "book past trades from a CSV file, so that premium is exact instead of average cost:",
            "utc_time,exec_id,instrument,side,quantity,price,commission (instrument: OCC symbol or ticker)"})
    static final class Import implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        Path file;
        @Option(names = "--home", paramLabel = "DIR", description = "data folder; default $ALVH_HOME, else ~/.alvh")
        Path folder;
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
        boolean help;
        private final Out out;

        Import(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() throws Exception {
            TradeFiles.Result read = TradeFiles.parse(text());
            if (!read.errors().isEmpty()) {
                throw new Stop(2,
                        read.errors().stream().map(e -> "E-IMPORT  " + file + ":" + e.line() + "  " + e.message())
                                .collect(Collectors.joining("\n")) + "\nnothing was imported");
            }
            Home home = Main.home(folder);
            if (!Database.exists(home.folder())) {
                throw new Stop(9, "there is no journal in " + home.folder() + " yet: run the daemon once first");
            }
            try (HomeLock lock = Daemon.lock(home)) {
                List<BookedEvent> news = TradeFiles.unknown(ledger(home), read.events());
                append(home, news.stream().map(e -> (JournalRecord) new JournalRecord.Booked(e)).toList());
                long trades = news.stream().filter(BookedEvent.Executed.class::isInstance).count();
                out.out().println("imported " + trades + " trades into " + home.folder()
                        + (trades == read.trades()
                                ? ""
                                : "; " + (read.trades() - trades) + " were reported by the broker and are known")
                        + (lock == null ? "?" : ""));
            }
            return 0;
        }

        private static alvh.planner.ledger.Ledger ledger(Home home) {
            try (OutsideAccess access = new OutsideAccess(home)) {
                return access.ledger();
            }
        }

        private String text() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new Stop(2,
                        "E-IMPORT  " + file + " cannot be read: " + e.getMessage() + " · nothing was imported");
            }
        }

        private static void append(Home home, List<JournalRecord> records) throws SQLException, InterruptedException {
            Database database;
            try {
                database = Database.open(home.folder());
            } catch (Database.OpenFailure e) {
                throw new Stop(e.exitCode(), e.getMessage());
            }
            AtomicReference<Event> heard = new AtomicReference<>();
            CountDownLatch done = new CountDownLatch(1);
            JournalWriter writer = new JournalWriter(database, event -> {
                heard.set(event);
                done.countDown();
            }, Wiring.SYSTEM_TIME::instant, Wiring.ELAPSED).start();
            writer.append(records);
            writer.force(1);
            boolean answered = done.await(60, TimeUnit.SECONDS);
            writer.close();
            if (!answered || !(heard.get() instanceof Event.Forced)) {
                throw new Stop(8, "E-JOURNAL  the trades could not be written: " + heard.get());
            }
        }
    }
}
