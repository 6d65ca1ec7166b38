package alvh.daemon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.ops.Access;
import alvh.daemon.ops.Stop;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.LedgerFold;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The verbs as they are typed: help, usage errors, JSON, exit codes. */
class VerbsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Answers access = new Answers();

    private static CommandLine tree(StringWriter out, StringWriter err, Access access) {
        return Verbs.tree(new Out(new PrintWriter(out, true), new PrintWriter(err, true), () -> access, "anna"),
                "0.1.0", Map.of());
    }

    private int run(String... args) {
        return tree(out, err, access).execute(args);
    }

    static Stream<String> everyVerb() {
        List<String> names = new ArrayList<>();
        collect("", tree(new StringWriter(), new StringWriter(), null), names);
        return names.stream();
    }

    private static void collect(String path, CommandLine command, List<String> names) {
        names.add(path.strip());
        command.getSubcommands().forEach((name, sub) -> collect(path + " " + name, sub, names));
    }

    @ParameterizedTest
    @MethodSource("everyVerb")
    void everyVerbExplainsItself(String verb) {
        String[] args = (verb + " --help").strip().split(" ");
        assertThat(run(args)).isZero();
        assertThat(out.toString()).startsWith("Usage: alvh" + (verb.isEmpty() ? "" : " " + verb));
        assertThat(out.toString().lines()).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(100));
        assertThat(out.toString().lines().count()).as("usage, what it does, options").isGreaterThan(3);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theWholeTreeIsHere() {
        assertThat(everyVerb()).contains("status", "positions", "cases", "explain", "approve", "reject", "decide",
                "kill",
                "resume", "audit list", "audit show", "audit verify", "audit replay", "audit decisions", "ladder",
                "measures");
    }

    @ParameterizedTest
    @CsvSource({"statsu, status", "aprove, approve", "audit verfy, verify", "positions --jsn, --json"})
    void aMistypedWordIsUsageWithTheNearest(String line, String nearest) {
        assertThat(run(line.split(" "))).isEqualTo(64);
        assertThat(err.toString()).startsWith("E-USAGE").contains(nearest);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "approve", "decide 1", "decide one two --reason x", "kill now", "resume --reason x",
            "audit", "audit show", "audit show first"})
    void whatIsMissingOrTooMuchIsUsage(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(64);
        assertThat(err.toString()).startsWith("E-USAGE");
        assertThat(access.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"explain --width 59, 60 to 200", "explain --width 0, 60 to 200", "explain --width 201, 60 to 200",
            "explain --break-evens, --json"})
    void whatExplainCannotShowIsUsage(String line, String expected) {
        assertThat(run(line.split(" "))).isEqualTo(64);
        assertThat(err.toString()).startsWith("E-USAGE").contains(expected);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("alvh 0.1.0");
    }

    @Test
    void statusAsJson() {
        assertThat(run("status", "--json")).isZero();
        JsonNode json = JSON.readTree(out.toString());
        assertThat(json.get("alive").asBoolean()).isTrue();
        assertThat(json.get("account").asString()).isEqualTo("DUSIM0001");
        assertThat(json.get("level").asString()).isEqualTo("READY");
        assertThat(json.get("working").get(0).asString()).isEqualTo("HB1 x 1");
        assertThat(json.get("records").asLong()).isEqualTo(61);
        assertThat(json.get("client").asString()).contains("TwsApi-stand-in.jar");
    }

    @Test
    void statusOnTheScreenNamesTheWayOutOfAKill() {
        assertThat(run("status")).isZero();
        assertThat(out.toString()).contains("state      READY: account and journal agree")
                .contains("KILLED     yes: anna: test · release it with: scripts/alvh resume").contains("cases      1")
                .contains("TWS client a stand-in for tests, NOT IBKR's jar (TwsApi-stand-in.jar");
    }

    @Test
    void positionsAsJson() {
        assertThat(run("positions", "--json")).isZero();
        JsonNode row = JSON.readTree(out.toString()).get(0);
        assertThat(row.get("owner").asString()).isEqualTo("BOOK");
        assertThat(row.get("instruments").asString()).isEqualTo("-KO    260417P00060000");
        assertThat(row.get("open").asLong()).isEqualTo(4);
        assertThat(row.get("cost").asString()).isEqualTo("-395.8000");
        assertThat(row.get("source").asString()).isEqualTo("AVGCOST");
    }

    @Test
    void casesAsJsonAndAsWords() {
        assertThat(run("cases", "--json")).isZero();
        JsonNode row = JSON.readTree(out.toString()).get(0);
        assertThat(row.get("id").asInt()).isEqualTo(3);
        assertThat(row.get("choices").size()).isEqualTo(2);
        out.getBuffer().setLength(0);
        assertThat(run("cases")).isZero();
        assertThat(out.toString()).contains("3  SETTLEMENT  KO").contains("   - worthless")
                .contains("answer: scripts/alvh decide 3 CHOICE --reason TEXT");
    }

    @Test
    void decidingVerbsPassWordsOnAndGiveTheAnswersCode() {
        assertThat(run("approve", "7f3a-91c2-08be")).isEqualTo(9);
        assertThat(err.toString()).contains("E-APPR-UNKNOWN");
        assertThat(run("reject", "7f3a-91c2-08be")).isZero();
        assertThat(run("decide", "3", "value 12.50", "--reason", "seen in TWS")).isZero();
        assertThat(run("kill", "--reason", "odd")).isZero();
        assertThat(run("resume", "--reason", "looked", "--confirm", "DUSIM0001")).isZero();
        assertThat(access.asked).containsExactly("approve 7f3a-91c2-08be anna", "reject 7f3a-91c2-08be anna",
                "decide 3 value 12.50 seen in TWS anna", "kill anna odd false", "resume anna looked");
    }

    @Test
    void P14_levelTwoAndResumeNeedTheAccountTypedAgain() {
        assertThat(run("kill", "--everything", "DUSIM0002")).isEqualTo(64);
        assertThat(run("resume", "--reason", "looked", "--confirm", "dusim0001")).isEqualTo(64);
        assertThat(run("resume", "--reason", " ", "--confirm", "DUSIM0001")).isEqualTo(64);
        assertThat(access.asked).isEmpty();
        assertThat(run("kill", "--everything", "DUSIM0001")).isZero();
        assertThat(access.asked).containsExactly("kill anna by hand true");
    }

    @Test
    void aStopIsASentenceAndABrokenProgramSaysSo() {
        access.broken = new Stop(9, "there is no database in HOME yet");
        assertThat(run("status")).isEqualTo(9);
        assertThat(err.toString().strip()).isEqualTo("there is no database in HOME yet");
        access.broken = new IllegalStateException("boom");
        assertThat(run("status")).isEqualTo(70);
        assertThat(err.toString()).contains("E-INTERNAL").contains("boom");
    }

    /** A daemon that writes down what it is asked. */
    private static final class Answers implements Access {
        private final List<String> asked = new ArrayList<>();
        private RuntimeException broken;

        private Answer note(int code, String text, Object... words) {
            asked.add(String.join(" ", Stream.of(words).map(String::valueOf).toList()));
            return new Answer(code, text);
        }

        @Override
        public Status status() {
            if (broken != null) {
                throw broken;
            }
            return new Status(true, "DUSIM0001", "simulated", "approve", "READY", "account and journal agree",
                    "yes: anna: test", "", "", List.of("HB1 x 1"), List.of("E-OVERFILL"), 61, "/data/alvh",
                    "a stand-in for tests, NOT IBKR's jar (TwsApi-stand-in.jar, sha256 ab)");
        }

        @Override
        public Ledger ledger() {
            return LedgerFold.apply(Ledger.EMPTY, new BookedEvent.HoldingSeeded(Instant.EPOCH,
                    InstrumentKey.of("KO    260417P00060000"), -4, Usd.of("98.95")));
        }

        @Override
        public List<Case> cases() {
            return List.of(new Case(3, "SETTLEMENT", "KO", "At what value?", List.of("worthless", "value AMOUNT")));
        }

        @Override
        public AuditLog audit() {
            throw new AssertionError("no test asks for the journal");
        }

        @Override
        public Answer approve(String hash, String who) {
            return note(9, "E-APPR-UNKNOWN  no plan " + hash, "approve", hash, who);
        }

        @Override
        public Answer reject(String hash, String who) {
            return note(0, "rejected", "reject", hash, who);
        }

        @Override
        public Answer decide(int caseId, String choice, String reason, String who) {
            return note(0, "journalled", "decide", caseId, choice, reason, who);
        }

        @Override
        public Answer kill(String who, String why, boolean everything) {
            return note(0, "killed", "kill", who, why, everything);
        }

        @Override
        public Answer resume(String who, String why) {
            return note(0, "resumed", "resume", who, why);
        }

        @Override
        public Answer plan(boolean json) {
            throw new AssertionError("not one of these verbs");
        }
    }
}
