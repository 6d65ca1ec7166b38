package alvh.proof;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every mistake of a person or a machine without a gateway: exit code, what, where, got, expected, what to do. */
@Timeout(180)
class BadInputTest {

    @TempDir
    Path home;

    private static void refused(DaemonProcess.Ended ended, int exit, String... says) {
        assertThat(ended.exit()).as(ended.text()).isEqualTo(exit);
        assertThat(ended.text()).contains(says).doesNotContain("Exception", "\tat ");
    }

    @Test
    void P24_allMistakesOfTheSettingsAtOnce() {
        Homes.write(home, """
                account:
                  id: du123
                approval:
                  mode: prod
                budget:
                  share_of_premium: 0.40
                  share_of_premum: 0.20
                  max_usd: 10,000
                schedule:
                  daily: "0 0 10 * *"
                gateway:
                  port: 70000
                  client_id: 0
                """);
        for (String[] verb : List.of(new String[]{"run"}, new String[]{"plan"}, new String[]{"config", "check"})) {
            DaemonProcess.Ended ended = DaemonProcess.run(home, verb);
            refused(ended, 2, "E-CFG-ACCT", "alvh.yaml:2", "du123", "E-CFG-ENUM", "alvh.yaml:4", "got prod",
                    "dry-run | approve | auto", "E-CFG-RANGE", "alvh.yaml:6", "got 0.40", "from 0.15 to 0.25",
                    "E-CFG-KEY", "alvh.yaml:7", "budget.share_of_premum", "nearest is budget.share_of_premium",
                    "E-CFG-MONEY", "alvh.yaml:8", "E-CFG-CRON", "alvh.yaml:10", "E-CFG-PORT", "alvh.yaml:12",
                    "E-CFG-CLIENTID", "alvh.yaml:13", "nothing was started");
        }
        assertThat(home.resolve("db")).as("nothing was made").doesNotExist();
    }

    @Test
    void P24_aMissingFileAndAnUnsetVariableAreNamed() {
        Homes.write(home, "account:\n  id: \"${ALVH_ACCOUNT}\"\n");
        refused(DaemonProcess.run(home, "run"), 2, "E-CFG-ENV", "alvh.yaml:2", "ALVH_ACCOUNT", "export ALVH_ACCOUNT=");
        refused(DaemonProcess.run(home, Map.of("ALVH_ACCOUNT", "DUSIM0001"), "config", "check"), 0, "are good, hash ");
    }

    @ParameterizedTest
    @CsvSource({"DU1234567,simulated,paper", "U1234567,simulated,live", "U1234567,paper,live",
            "DUSIM0001,paper,simulated",
            "DU1234567,live,paper"})
    void P15_anAccountOfAnotherKindThanTheSettingNeverStarts(String account, String set, String is) {
        Homes.write(home, "account:\n  id: %s\n  kind: %s\n".formatted(account, set));
        refused(DaemonProcess.run(home, "run"), 11, "E-ACCT-KIND", "alvh.yaml:2", "got " + account + " (" + is + ")",
                "expected an account of kind " + set, "nothing was started");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aPortOnWhichNobodyListensEndsAPlanAfterHalfAMinute() {
        int port = Homes.freePort();
        Homes.simulated(home, port);
        DaemonProcess.Ended ended = DaemonProcess.run(home, "plan", "--json");
        refused(ended, 15, "E-GATEWAY", "nothing listens at 127.0.0.1:" + port, "correct gateway.port",
                "nothing was sent");
        assertThat(ended.out()).as("no half JSON").isEmpty();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aPeerThatNeverSaysHelloEndsAPlanAfterHalfAMinute() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Homes.simulated(home, mute.getLocalPort());
            refused(DaemonProcess.run(home, "plan"), 15, "E-GATEWAY", "127.0.0.1:" + mute.getLocalPort(),
                    "did not", "nothing was sent");
        }
    }

    @Test
    void aServerThatIsNoTwsEndsAPlanAtOnce() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread answers = Thread.ofPlatform().daemon().start(() -> {
                try (Socket client = web.accept()) {
                    client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    client.getOutputStream().flush();
                    client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the daemon hangs up; that is the end of this server
                }
            });
            Homes.simulated(home, web.getLocalPort());
            long begun = System.nanoTime();
            refused(DaemonProcess.run(home, "plan"), 15, "E-GATEWAY", "is not a TWS server", "HTTP/1.1 400",
                    "correct gateway.port");
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).as("at once, not after 30 s")
                    .isLessThan(25);
            answers.join();
        }
    }

    @Test
    void busyPortsAreNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            Homes.write(home, "account:\n  id: DUSIM0001\nconsole:\n  port: %d\n".formatted(port));
            refused(DaemonProcess.run(home, "run"), 16, "E-PORT", "console.port " + port, "in use", "0 for any",
                    "nothing was started");
            try (RunningProcess gateway = RunningProcess.start(home, "gateway",
                    Programs.simulator(List.of("--port", Integer.toString(port))), Map.of())) {
                assertThat(gateway.exit()).isEqualTo(16);
                assertThat(gateway.err()).contains("127.0.0.1:" + port + " is in use", "--port");
            }
        }
    }

    @Test
    void P18_P21_aSecondDaemonOnTheSameHomeIsRefusedAndTheFirstLivesOn() {
        Homes.simulated(home, Homes.freePort());
        try (RunningProcess first = DaemonProcess.start(home, "run").says("nothing listens")) {
            refused(DaemonProcess.run(home, "run"), 4, "E-LOCKED", "process " + first.pid(), home.toString(),
                    "nothing was started");
            refused(DaemonProcess.run(home, "audit", "rebuild"), 4, "E-LOCKED");
            assertThat(DaemonProcess.run(home, "status").out()).contains("daemon     running", "state      DOWN");
            assertThat(first.alive()).isTrue();
            first.signal("TERM");
            assertThat(first.exit()).as(first.text()).isZero();
        }
        assertThat(JournalView.of(home).damage()).isNull();
    }

    @Test
    void P27_anEditedJournalIsFoundAndNothingStarts() throws SQLException {
        Homes.simulated(home, Homes.freePort());
        try (RunningProcess daemon = DaemonProcess.start(home, "run").says("nothing listens")) {
            daemon.signal("TERM");
            assertThat(daemon.exit()).as(daemon.text()).isZero();
        }
        assertThat(DaemonProcess.run(home, "audit", "verify").exit()).isZero();
        edit("update audit_event set payload = replace(payload, 'DUSIM0001', 'DUSIM0002') where lsn = 1");
        refused(DaemonProcess.run(home, "audit", "verify"), 7, "E-JOURNAL", "damaged", "1", "nothing was repaired");
        refused(DaemonProcess.run(home, "run"), 7, "E-JOURNAL", "damaged", "audit verify", "nothing was started");
        refused(DaemonProcess.run(home, "audit", "rebuild"), 7, "E-JOURNAL", "nothing was rebuilt");
    }

    /** As somebody with the file and a database tool would. */
    private void edit(String sql) throws SQLException {
        String url = "jdbc:h2:" + home.resolve("db").resolve("alvh");
        try (Connection connection = DriverManager.getConnection(url, "alvh_owner", "");
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger audit_event_is_append_only");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void wrongWordsAreUsage() {
        refused(DaemonProcess.run(home, "aprove", "abcd"), 64, "E-USAGE", "aprove", "Did you mean", "approve");
        refused(DaemonProcess.run(home, "status", "--jsn"), 64, "E-USAGE", "--jsn", "--json");
        refused(DaemonProcess.run(home, "approve"), 64, "E-USAGE", "HASH", "Usage:");
        refused(DaemonProcess.run(home, "audit", "replai"), 64, "E-USAGE", "replai", "replay");
        assertThat(DaemonProcess.run(home, "run", "--help").out()).contains("Usage: alvh run", "--home");
    }

    @Test
    void P13_decidingWithoutADaemonIsRefused() {
        refused(DaemonProcess.run(home, "approve", "a613-dd95-e1fd"), 9, "E-NO-DAEMON", home.toString(),
                "its plans are void", "scripts/alvh run");
        refused(DaemonProcess.run(home, "reject", "a613-dd95-e1fd"), 9, "E-NO-DAEMON");
        refused(DaemonProcess.run(home, "decide", "1", "ADOPT", "--reason", "x"), 9, "E-NO-DAEMON");
        refused(DaemonProcess.run(home, "status"), 9, "there is no database in");
    }

    @Test
    void P14_killWithoutADaemonWritesTheFileThatStopsTheNextOne() throws IOException {
        Path fresh = home.resolve("fresh");
        Files.createDirectories(fresh);
        refused(DaemonProcess.run(fresh, "kill", "--reason", "smoke"), 0, "killed", "KILL is written", "journal");
        assertThat(fresh.resolve("KILL")).content().contains("smoke");
    }

    @Test
    void P24_aBrokenScenarioIsReadToItsEnd() throws IOException {
        Path scenario = Files.writeString(home.resolve("b.scenario"), "title T\nabout A\nfil base\njump SPX 4\n");
        try (RunningProcess gateway = RunningProcess.start(home, "gateway",
                Programs.simulator(List.of("--scenario", scenario.toString(), "--port", "0")), Map.of())) {
            assertThat(gateway.exit()).isEqualTo(2);
            assertThat(gateway.err()).contains("b.scenario", "3", "'fil'", "fill", "4", "-4%");
        }
    }

    @Test
    void everyVerbHasHelp() {
        Stream.of("demo", "run", "plan", "status", "positions", "cases", "approve", "reject", "decide", "kill",
                "resume",
                "audit", "ledger", "config").forEach(verb -> {
                    try (RunningProcess help = RunningProcess.start(home, "help",
                            Programs.daemon(List.of(verb, "--help")), Map.of())) {
                        assertThat(help.exit()).as(verb).isZero();
                        assertThat(help.out()).contains("Usage: alvh " + verb);
                    }
                });
    }
}
