package alvh.daemon.broker;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import alvh.daemon.desk.Event;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Values that are none, in frames that can be read (reliability 8.2, F29): stopped at the daemon's edge. */
@Timeout(120)
class ValueFaultTest {
    private static final InstrumentKey UNKNOWN = InstrumentKey.of("VIX   261118C00022000");
    private static final String MAX = "1.7976931348623157E308";
    private FaultBench bench;

    @BeforeEach
    void begin() throws IOException {
        bench = new FaultBench();
        bench.gateway.script = frame -> frame.startsWith("9|8|") ? List.of(none(frame)) : null;
        bench.up();
    }

    @AfterEach
    void end() throws IOException {
        bench.close();
    }

    private static String none(String frame) {
        return "4|" + frame.split("\\|")[2] + "|200|No security definition has been found for the request||0|";
    }

    /** What the proof of quotes says of the call when these ticks have come; {@code %s} is the line. */
    private Quote quoted(String... ticks) throws IOException {
        bench.session().proveQuotes(7, List.of(FaultBench.CALL));
        bench.wait("the line", () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("1|11|")));
        String line = bench.gateway.heard.stream().filter(f -> f.startsWith("1|11|")).findFirst().orElseThrow()
                .split("\\|")[2];
        for (String tick : ticks) {
            bench.gateway.say(tick.replace("%s", line));
        }
        bench.roundTrip();
        bench.pass(Duration.ofSeconds(5));
        bench.wait("the proof", () -> bench.told(Event.QuotesProven.class).stream().anyMatch(e -> e.token() == 7));
        return bench.told(Event.QuotesProven.class).stream().filter(e -> e.token() == 7).findFirst().orElseThrow()
                .quotes().get(FaultBench.CALL);
    }

    @Test
    void aGoodQuotePasses() throws IOException {
        Quote quote = quoted("1|6|%s|1|0.80|5|0|", "1|6|%s|2|0.85|8|0|");
        assertThat(quote.bid()).isEqualTo(0.80);
        assertThat(quote.ask()).isEqualTo(0.85);
        assertThat(quote.quality()).isEqualTo(Quality.LIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Infinity", "-Infinity", "1e308", MAX, "-" + MAX, "-1", "-1.0", "0", "0.0", "", "-0.05",
            "1e9"})
    void F29_aPriceThatIsNoneIsAnAbsentSide(String price) throws IOException {
        Quote quote = quoted("1|6|%s|1|0.80|5|0|", "1|6|%s|1|" + price + "|5|0|", "1|6|%s|2|0.85|8|0|");
        assertThat(quote.bid()).as("the good price before it is gone too").isNaN();
        assertThat(quote.ask()).isEqualTo(0.85);
        assertThat(bench.count(Event.SessionDown.class)).isZero();
    }

    /** 8.2: counted by kind, told with the first of each kind and at the session's end; a new session counts anew. */
    @Test
    void F29_whatIsDroppedIsCountedAndTold() throws IOException {
        quoted("1|6|%s|1|-1|0|0|", "1|6|%s|1|1e308|5|0|", "1|6|%s|2|Infinity|5|0|", "1|6|%s|2|-0.05|5|0|",
                "1|6|%s|2|0|0|0|");
        bench.gateway.say(Frames.STATUS.replace("|0|1|", "|1.5|1|"), Frames.STATUS.replace("|0|1|", "|-3|1|"),
                Frames.COMMISSION.replace("|USD|", "|EUR|"));
        bench.roundTrip();
        assertThat(dropped()).hasSize(3);
        assertThat(dropped().get(0)).startsWith("price that is none: tick 1 of line ").contains("= 1.0E308");
        assertThat(dropped().get(1)).startsWith("quantity that is no whole number: filled of order 51");
        assertThat(dropped().get(2)).startsWith("commission that is no amount in dollars: 1.2032 EUR");
        bench.redial();
        assertThat(dropped().get(3)).isEqualTo("in the whole session: 1 x commission that is no amount in dollars,"
                + " 2 x no price (-1 or 0), 3 x price that is none, 2 x quantity that is no whole number");
        bench.gateway.say(Frames.STATUS.replace("|0|1|", "|1.5|1|"));
        bench.roundTrip();
        assertThat(dropped()).as("counted from one again").hasSize(5);
        assertThat(bench.told(Event.Noticed.class)).noneMatch(Event.Noticed::loud);
    }

    private List<String> dropped() {
        return bench.told(Event.Noticed.class).stream().filter(n -> n.subject().equals("dropped"))
                .map(Event.Noticed::text).toList();
    }

    /** The official client cannot read this spelling in every release; then it is a lost connection. */
    @Test
    void F29_notANumberIsAnAbsentSideOrALostConnection() throws IOException {
        bench.session().proveQuotes(7, List.of(FaultBench.CALL));
        bench.wait("the line", () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("1|11|")));
        String line = bench.gateway.heard.stream().filter(f -> f.startsWith("1|11|")).findFirst().orElseThrow()
                .split("\\|")[2];
        bench.gateway.say("1|6|" + line + "|1|NaN|5|0|", "1|6|" + line + "|2|0.85|8|0|");
        bench.roundTrip();
        bench.pass(Duration.ofSeconds(5));
        bench.wait("an answer", () -> bench.told(Event.QuotesProven.class).stream().anyMatch(e -> e.token() == 7)
                || bench.told(Event.ReadFailed.class).stream().anyMatch(e -> e.token() == 7));
        assertThat(bench.told(Event.QuotesProven.class).stream().filter(e -> e.token() == 7)
                .allMatch(e -> Double.isNaN(e.quotes().get(FaultBench.CALL).bid()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-3", "1000000000", "2147483647", "9223372036854775807", MAX, "NaN", "1e12"})
    void F27_aQuantityThatCannotBeIsMarkedSo(String quantity) throws IOException {
        bench.gateway.say(Frames.STATUS.replace("|0|1|", "|" + quantity + "|1|"));
        assertThat(bench.first(Event.StatusSeen.class).filled()).as("the core halts below zero").isNegative();
        bench.gateway.say(Frames.OPEN_ORDER.replace("|BUY|1|", "|BUY|" + quantity + "|"));
        assertThat(bench.first(Event.OrderSeen.class).quantity()).isNegative();
        bench.gateway.say(Frames.EXECUTION.replace("|BOT|1|", "|BOT|" + quantity + "|"));
        assertThat(bench.first(Event.ExecutionSeen.class).quantity()).isNegative();
    }

    /** A text that is no number is unreadable, or arrives as none, by the client; no client makes a number of it. */
    @Test
    void F27_aQuantityThatIsAWordIsNoQuantity() throws IOException {
        bench.gateway.say(Frames.STATUS.replace("|0|1|", "|x|1|"));
        bench.wait("a word or the loss",
                () -> bench.count(Event.StatusSeen.class) + bench.count(Event.SessionDown.class) > 0);
        assertThat(bench.told(Event.StatusSeen.class)).allMatch(status -> status.filled() < 0);
    }

    @Test
    void aStatusOfNoKnownNameIsPassedOnAsItIs() throws IOException {
        bench.gateway.say(Frames.STATUS.replace("Submitted", "Weird"));
        assertThat(bench.first(Event.StatusSeen.class).status()).isEqualTo("Weird");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "2147483647", "9223372036854775807"})
    void aPermanentIdThatIsNoneIsNotYet(String permId) throws IOException {
        bench.gateway.say(Frames.STATUS.replace("|900|", "|" + permId + "|"));
        assertThat(bench.first(Event.StatusSeen.class).permId()).isZero();
    }

    @Test
    void P10_anOrderOfAnotherAccountOrContractUnderOurReferenceIsShownAsThat() throws IOException {
        bench.gateway.say(Frames.OPEN_ORDER,
                Frames.OPEN_ORDER.replace("|DUSIM0001|", "|U7654321|"),
                Frames.OPEN_ORDER.replace("|700|VIX|OPT|20261117|20|C|100|SMART|USD|VIX   261118C00020000|VIX|",
                        "|265598|AAPL|STK||0|?||SMART|USD|AAPL|NMS|"),
                Frames.OPEN_ORDER.replace("|700|VIX|OPT|20261117|20|C|100|SMART|USD|VIX   261118C00020000|VIX|",
                        "|12087792|EUR|CASH||0|?||IDEALPRO|USD|EUR.USD|EUR.USD|"));
        bench.wait("four orders", () -> bench.count(Event.OrderSeen.class) == 4);
        List<Event.OrderSeen> seen = bench.told(Event.OrderSeen.class);
        assertThat(seen).extracting(Event.OrderSeen::orderRef).containsOnly(FaultBench.REF);
        assertThat(seen).extracting(Event.OrderSeen::account).containsExactly("DUSIM0001", "U7654321", "DUSIM0001",
                "DUSIM0001");
        assertThat(seen).extracting(Event.OrderSeen::keys).as("what the bot cannot name has no key").containsExactly(
                List.of(FaultBench.CALL), List.of(FaultBench.CALL), List.of(InstrumentKey.of("AAPL")), List.of());
    }

    @Test
    void aMegabyteOfErrorTextIsCutAndHasNoControlCharacters() throws IOException {
        String text = "Order rejected\\n\n\r<script>alert(1)</script>\u001b[31m\u0007\u009b2J" + "x".repeat(1_000_000);
        bench.gateway.say("4|51|201|" + text + "||0|");
        Event.OrderError error = bench.first(Event.OrderError.class);
        assertThat(error.code()).isEqualTo(201);
        assertThat(error.text()).startsWith("Order rejected").hasSizeLessThanOrEqualTo(503)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
        bench.roundTrip();
        assertThat(bench.count(Event.SessionDown.class)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1,USD", MAX + ",USD", "1.02,EUR", "Infinity,USD", "1e300,USD"})
    void F37_aCommissionThatIsNoneInDollarsHasNoAmount(String amount, String currency) throws IOException {
        bench.gateway.say(Frames.COMMISSION.replace("|1.2032|USD|", "|" + amount + "|" + currency + "|"));
        assertThat(bench.first(Event.CommissionSeen.class).amount()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"20261117 09:14:30 US/Central,2026-11-17T15:14:30Z", "20261117-15:14:30,2026-11-17T15:14:30Z",
            "20261116 10:01:02 US/Eastern,2026-11-16T15:01:02Z", "20261117 10:14:30,2026-11-17T15:15:00Z",
            "20261117 10:14:30 Mars/Base,2026-11-17T15:15:00Z", "20250105 10:01:02 US/Eastern,2026-11-17T15:15:00Z",
            "20991117 10:01:02 US/Eastern,2026-11-17T15:15:00Z", "20261399 10:01:02 US/Eastern,2026-11-17T15:15:00Z",
            "yesterday,2026-11-17T15:15:00Z"})
    void aTimeWithoutZoneOrSenseIsTheTimeOfReceipt(String time, String meant) throws IOException {
        bench.gateway.say(Frames.EXECUTION.replace("20261117 10:01:02 US/Eastern", time));
        Instant at = bench.first(Event.ExecutionSeen.class).at();
        assertThat(Duration.between(Instant.parse(meant), at)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    }

    // ---- contracts

    private void ask(String... matches) {
        bench.gateway.script = frame -> {
            if (!frame.startsWith("9|8|")) {
                return null;
            }
            String id = frame.split("\\|")[2];
            boolean call = frame.contains("|OPT|");
            return call
                    ? Stream.concat(Arrays.stream(matches), Stream.of(
                            "52|1|%s|")).map(answer -> answer.replace("%s", id)).toList()
                    : List.of(none(frame));
        };
        bench.session().proveQuotes(8, List.of(UNKNOWN));
    }

    private Quote asked(String... matches) {
        ask(matches);
        bench.roundTrip();
        bench.pass(Duration.ofSeconds(5));
        bench.wait("the proof", () -> bench.told(Event.QuotesProven.class).stream().anyMatch(e -> e.token() == 8));
        return bench.told(Event.QuotesProven.class).stream().filter(e -> e.token() == 8).findFirst().orElseThrow()
                .quotes().get(UNKNOWN);
    }

    private static String details(int conId, String tradingClass, String multiplier) {
        return "10|%s|VIX|OPT|20261117 15:15:00 US/Central|20261117|22|C|SMART|USD|VIX   261118C00022000|VIX|"
                + tradingClass + "|" + conId + "|0.01|" + multiplier
                + "|ACTIVETIM|SMART,CBOE|1|13455763|CBOE Volatility"
                + " Index||202611||||US/Central|20261117:0215-20261117:1515|20261117:0830-20261117:1515|||0|2|VIX|IND|"
                + "110,110|20261118||1|1|1|0|";
    }

    @Test
    void oneContractIsAskedForItsQuotes() {
        ask(details(702, "VIX", "100"));
        bench.wait("the line",
                () -> bench.gateway.heard.stream().anyMatch(f -> f.startsWith("1|11|") && f.contains("|702|")));
    }

    @Test
    void noContractIsNotUsed() {
        assertThat(asked()).isEqualTo(Quote.NONE);
        assertThat(bench.gateway.heard).noneMatch(f -> f.startsWith("1|11|"));
    }

    @Test
    void twoMatchesAreNotUsed() {
        assertThat(asked(details(702, "VIX", "100"), details(703, "VIX", "100"))).isEqualTo(Quote.NONE);
        assertThat(bench.gateway.heard).noneMatch(f -> f.startsWith("1|11|"));
    }

    @ParameterizedTest
    @CsvSource({"VIX,1000", "VIXW,100", "VIX,10", "VIX,x"})
    void aContractOfAnotherMultiplierOrClassIsNotUsed(String tradingClass, String multiplier) {
        assertThat(asked(details(702, tradingClass, multiplier))).isEqualTo(Quote.NONE);
        assertThat(bench.gateway.heard).noneMatch(f -> f.startsWith("1|11|"));
    }
}
