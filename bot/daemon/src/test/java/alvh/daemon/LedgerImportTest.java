package alvh.daemon;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.audit.Database;
import alvh.daemon.audit.JournalWriter;
import alvh.daemon.cli.Out;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.ops.Home;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.portfolio.BookRules;
import alvh.planner.portfolio.Premium;
import alvh.planner.portfolio.Recogniser;
import alvh.planner.portfolio.Structure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** ledger import on a real home: the premium becomes exact. */
class LedgerImportTest {

    private static final Instant SEED = Instant.parse("2026-03-10T14:15:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String SHORT = "AAPL  260417P00205000";
    private static final String LONG = "AAPL  260417P00195000";

    @TempDir
    Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aHomeAfterItsFirstDay() throws Exception {
        Database database = Database.open(folder);
        JournalWriter writer = new JournalWriter(database, event -> {}, () -> SEED, () -> 0).start();
        writer.append(List.of(new JournalRecord.Epoch(1, 1, "test", "0.1.0", "cfg", "DUSIM0001"),
                booked(SHORT, -3, "310.00"), booked(LONG, 3, "110.00")));
        writer.close();
    }

    private static JournalRecord booked(String key, long quantity, String cost) {
        return new JournalRecord.Booked(
                new BookedEvent.HoldingSeeded(SEED, InstrumentKey.of(key), quantity, Usd.of(cost)));
    }

    private int run(String... lines) throws IOException {
        Path file = folder.resolve("trades.csv");
        Files.write(file, Stream.concat(Stream.of("utc_time,exec_id,instrument,side,quantity,price,commission"),
                Stream.of(lines)).toList());
        Out to = new Out(new PrintWriter(out, true), new PrintWriter(err, true), null, "anna");
        CommandLine verb = new CommandLine(new LedgerVerbs.Import(to));
        verb.setExecutionExceptionHandler((e, command, parsed) -> {
            err.write(e.getMessage());
            return 2;
        });
        return verb.execute(file.toString(), "--home", folder.toString());
    }

    private Premium premium() {
        try (OutsideAccess access = new OutsideAccess(new Home(folder))) {
            Ledger ledger = access.ledger();
            TradingCalendar nyse = TradingCalendar.nyse();
            Recogniser recogniser = new Recogniser(BookRules.of(true, Usd.ofDollars(50_000)), nyse);
            List<Structure> structures = recogniser.recognise(ledger.openBookLots(), DAY);
            return Premium.of(ledger, structures, recogniser, DAY, nyse, false);
        }
    }

    @Test
    void theAverageCostBecomesTheExactCredit() throws Exception {
        assertThat(premium().averageCost()).isTrue();
        assertThat(premium().open()).isEqualTo(Usd.of("600.00"));
        int code = run("2026-02-20T15:00:00Z,x1," + SHORT + ",SELL,3,3.12,1.95",
                "2026-02-20T15:00:00Z,x2," + LONG + ",BUY,3,1.08,1.95");
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("imported 2 trades into " + folder);
        assertThat(premium().averageCost()).as("the remark disappears").isFalse();
        assertThat(premium().open()).as("936 - 324 - 3.90").isEqualTo(Usd.of("608.10"));
        try (OutsideAccess access = new OutsideAccess(new Home(folder))) {
            assertThat(access.ledger().openBookLots()).extracting(Lot::source).containsOnly(Lot.Source.IMPORT);
            assertThat(access.audit().verify().damage()).isNull();
        }
    }

    @Test
    void aWrongLineImportsNothing() throws Exception {
        assertThat(run("2026-02-20T15:00:00Z,x1," + SHORT + ",SELL,3,3.12,1.95", "yesterday,x2," + LONG)).isEqualTo(2);
        assertThat(err.toString()).contains("trades.csv:3").contains("nothing was imported");
        Database database = Database.openToLook(folder);
        assertThat(new AuditLog(database, folder).lastLsn()).isEqualTo(3);
        database.close();
    }
}
