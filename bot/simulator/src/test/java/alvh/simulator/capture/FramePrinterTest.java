package alvh.simulator.capture;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What people and programs see of a recording, and what they must not see. */
class FramePrinterTest {

    private static final FrameFilter ALL = new FrameFilter(null, null, Set.of(), null, null);
    private static final FramePrinter.Style SHORT = new FramePrinter.Style(false, false, false, false);
    private static final FramePrinter.Style JSON = new FramePrinter.Style(true, false, true, false);

    @TempDir
    Path folder;

    private List<String> print(Tape tape, FrameFilter filter, FramePrinter.Style style) {
        try {
            StringWriter text = new StringWriter();
            new FramePrinter(filter, style).print(Recording.of(tape.write(folder.resolve("a.cap"))),
                    new PrintWriter(text));
            return text.toString().lines().toList();
        } catch (IOException | BadCapture bad) {
            throw new AssertionError(bad);
        }
    }

    private List<String> print(Tape tape) {
        return print(tape, ALL, SHORT);
    }

    /** One link for each version, so that each golden frame is read at its own. */
    private static Tape golden(List<Vectors.Frame> frames) {
        Tape tape = new Tape();
        frames.stream().map(Vectors.Frame::version).distinct().forEach(version -> tape.hello(version, version));
        for (Vectors.Frame frame : frames) {
            tape.record(frame.direction() == Direction.SENT ? 'S' : 'R', frame.version(), Tape.frame(frame.body()));
        }
        return tape;
    }

    static Stream<FramePrinter.Style> maskedStyles() {
        return Stream.of(SHORT, JSON, new FramePrinter.Style(false, false, true, false),
                new FramePrinter.Style(false, true, false, false), new FramePrinter.Style(true, true, false, false));
    }

    @ParameterizedTest
    @MethodSource("maskedStyles")
    void noAccountOfAnyGoldenFrameIsPrinted(FramePrinter.Style style) {
        List<Vectors.Frame> frames = Vectors.all();
        assertThat(frames.size()).isGreaterThan(250);
        List<String> lines = print(golden(frames), ALL, style);
        assertThat(lines).noneMatch(line -> line.contains("U1234567") || line.contains("U7654321"));
        assertThat(lines).anyMatch(line -> line.contains("DU*1"))
                .anyMatch(line -> line.matches(".*DU\\*(?!1\\b)\\d+.*"));
        assertThat(print(golden(frames), ALL, new FramePrinter.Style(style.json(), style.raw(), style.all(), true)))
                .anyMatch(line -> line.contains("DU1234567")).anyMatch(line -> line.contains("DU7654321"));
    }

    @Test
    void everyGoldenFrameIsPrintedByTheNamesOfItsFields() {
        List<Vectors.Frame> frames = Vectors.all();
        List<String> lines = print(golden(frames), ALL, JSON);
        long decoded = lines.stream().map(JsonMapper.shared()::readTree).filter(line -> line.has("fields")).count();
        assertThat(lines.stream().filter(line -> line.contains("problem")).toList())
                .as("the one golden frame that no client knows").singleElement().asString().contains("\"id\":199");
        assertThat(decoded).isEqualTo(frames.size() - 1);
    }

    @Test
    void framesOfOtherClientsAreReadable() {
        List<Vectors.Frame> frames = Vectors.otherClients();
        List<String> lines = print(golden(frames));
        assertThat(lines).noneMatch(line -> line.contains("not readable"));
        assertThat(lines)
                .anyMatch(line -> line.contains("193 -> placeOrder  orderId=51 ") && line.contains("symbol=VIX")
                        && line.contains("lmtPrice=0.85") && line.contains("account=DU*1"));
        assertThat(lines).anyMatch(line -> line.contains("178 -> placeOrder  orderId=54 ")
                && line.contains("comboLegs=[{conId=710000001 ratio=1 action=SELL"));
    }

    @Test
    void aLineHasTimeLinkDirectionMessageAndFields() {
        assertThat(print(new Tape().hello(1, 200).sent(1, "71|2|17||").received(1, "15|1|DUSIM0001|")
                .received(1, "1|6|1002|1|0.85|12|0|").record('C', 1, new byte[0]))).containsExactly(
                        "2026-11-24 15:15:00.001Z  1 -- opened  127.0.0.1:4002",
                        "2026-11-24 15:15:00.002Z  1 -> hello  versions 100..203",
                        "2026-11-24 15:15:00.003Z  1 <- hello  version 200, time 20261124 10:15:00 US/Eastern",
                        "2026-11-24 15:15:00.004Z  1 -> startApi  clientId=17 optionalCapabilities=\"\"",
                        "2026-11-24 15:15:00.005Z  1 <- managedAccounts  accounts=DUSIM*1",
                        "2026-11-24 15:15:00.006Z  1 <- tickPrice  reqId=1002 tickType=1 price=0.85 size=12 attribMask=0",
                        "2026-11-24 15:15:00.007Z  1 -- closed  by the client");
    }

    @Test
    void unsetNumbersAreShownAsUnset() {
        List<String> lines = print(new Tape().hello(1, 200).sent(1, "4|51|||2147483647|"));
        assertThat(lines.getLast()).contains("cancelOrder  orderId=51", "manualOrderIndicator=unset");
        JsonNode json = JsonMapper.shared()
                .readTree(print(new Tape().hello(1, 200).sent(1, "4|51|||2147483647|"), ALL, JSON).getLast());
        assertThat(json.get("fields").get("manualOrderIndicator").isNull()).isTrue();
        assertThat(json.get("fields").get("orderId").asString()).isEqualTo("51");
    }

    @Test
    void anAccountIsFoundInTextsOfStrangersToo() {
        Tape tape = new Tape().hello(1, 193).received(1, "4|2|-1|321|no orders for kunde77||").received(1,
                "15|1|kunde77,DU1234567|").received(1, "6|2|AccountCode|F7654321X||DU1234567|").received(1,
                        "4|2|9|201|F7654321X and U2223334: rejected||");
        List<String> lines = print(tape);
        assertThat(lines).noneMatch(line -> line.contains("kunde77") || line.contains("1234567")
                || line.contains("7654321") || line.contains("2223334"));
        assertThat(lines.get(3)).contains("message=\"no orders for account*1\"");
        assertThat(lines.get(4)).contains("accounts=\"account*1,DU*2\"");
        assertThat(lines.get(5)).contains("value=F*3").contains("account=DU*2");
        assertThat(lines.get(6)).contains("F*3 and U*4: rejected");
    }

    @Test
    void namesOfUsersAreMasked() {
        List<String> lines = print(new Tape().hello(1, 200).received(1, "107|6004|whitelabel-joe|").received(1,
                "4|9|201|whitelabel-joe may not|||"));
        assertThat(lines).noneMatch(line -> line.contains("joe"));
        assertThat(lines.get(3)).contains("whiteBrandingId=name*1");
    }

    @Test
    void whatCannotBeDecodedIsShownWithTheReasonAndReadingGoesOn() {
        List<String> lines = print(new Tape().hello(1, 200).received(1, "9999|1|DU1234567|").received(1, "3|5|Filled|")
                .received(1, "1|6|1002|one|0.85|12|0|").received(1, "9|1|100|"));
        assertThat(lines.get(3)).contains("unknown  not readable: UNKNOWN_MESSAGE", "fields 9999|1|DU*1|");
        assertThat(lines.get(4)).contains("orderStatus  not readable: TOO_SHORT in orderStatus, field 4 (filled)",
                "fields 3|5|Filled|");
        assertThat(lines.get(5)).contains("tickPrice  reqId=1002 tickType=one", "not strictly: BAD_VALUE");
        assertThat(lines.get(6)).contains("nextValidId  orderId=100");
    }

    @Test
    void aBinaryFrameOfANewerVersionIsNamedAndNotShown() {
        byte[] protobuf = Tape.frame(Tape.join(new byte[]{0, 0, 0, (byte) 203}, Tape.ascii("\u0012\u0003DU1234567")));
        byte[] text = Tape.frame(Tape.join(new byte[]{0, 0, 0, 9}, Tape.ascii("1\000100\0")));
        List<String> lines = print(new Tape().hello(1, 203).record('S', 1, protobuf).record('R', 1, text));
        assertThat(lines.get(3)).endsWith("-> binary  not readable: id 203 (placeOrder as protobuf), 15 bytes, server"
                + " version 203; text messages end at version 200");
        assertThat(lines.get(4)).endsWith(
                "<- binary  not readable: id 9 (nextValidId), 10 bytes, server version 203; text messages end at version"
                        + " 200");
    }

    @Test
    void controlCharactersReachNoTerminal() {
        Tape tape = new Tape().hello(1, 193).received(1, "4|2|-1|2104|\\x1b[31mred\\x07\\x9b2J||").record('O', 2,
                Tape.ascii("\u001b[2J"));
        for (FramePrinter.Style style : maskedStyles().toList()) {
            assertThat(print(tape, ALL, style)).allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
        }
        assertThat(print(tape).get(3)).contains("\\u001b[31mred\\u0007\\u009b2J");
    }

    @Test
    void filtersAreByLinkDirectionMessageAndTime() {
        Tape tape = new Tape().hello(1, 200).hello(2, 200).sent(1, "49|1|").received(1, "49|1|5|").sent(2, "49|1|")
                .after(
                        60_000)
                .received(2, "9|1|100|");
        assertThat(print(tape, new FrameFilter(2, null, Set.of(), null, null), SHORT)).hasSize(5);
        assertThat(
                print(tape, new FrameFilter(null, Direction.RECEIVED, Set.of("currentTime", "nextValidId"), null, null),
                        SHORT))
                .hasSize(2);
        assertThat(print(tape, new FrameFilter(null, null, Set.of("reqCurrentTime"), null, null), SHORT)).hasSize(2);
        Instant minute = Tape.START.plusSeconds(60);
        assertThat(print(tape, new FrameFilter(null, null, Set.of(), minute, null), SHORT)).singleElement().asString()
                .contains("nextValidId");
        assertThat(print(tape, new FrameFilter(null, null, Set.of(), null, minute), SHORT)).hasSize(9);
    }

    @Test
    void aGapAndTheEndInsideAFrameAreLinesOfTheirOwn() {
        byte[] gap = Tape.bytes(out -> {
            out.writeByte('R');
            out.writeLong(4096);
            out.writeInt(0);
            out.writeByte(0);
        });
        List<String> lines = print(
                new Tape().hello(1, 200).record('G', 1, gap).record('R', 1, new byte[]{0, 0, 0, 9, 57}));
        assertThat(lines.get(3)).endsWith("<- gap  4096 bytes were not recorded, the disk was too slow");
        assertThat(lines.get(4)).endsWith("<- unfinished  the recording ends 5 bytes into a frame");
    }

    @Test
    void longMessagesShowWhatIsSetAndSayHowMuchIsLeftOut() {
        Vectors.Frame order = Vectors.all().stream().filter(f -> f.body()[0] == '3' && f.body()[1] == 0)
                .findFirst()
                .orElseThrow();
        String line = print(golden(List.of(order))).getLast();
        assertThat(line).contains("placeOrder  orderId=").containsPattern("\\(\\+\\d+ ordinary\\)$");
        assertThat(print(golden(List.of(order)), ALL, new FramePrinter.Style(false, false, true, false)).getLast())
                .doesNotContain("ordinary)").hasSizeGreaterThan(line.length());
    }

    @Test
    void namesOfThreeCharactersAreInNoLine() {
        Tape tape = new Tape().hello(1, 200).received(1, "107|1|qz7|").received(1, "107|2||")
                .received(1, "4|2|-1|321|user QZ7 may not do that||").received(1, "9999|1|qz7|")
                .sent(1, "62|1|7|qz7|NetLiquidation|");
        for (FramePrinter.Style style : maskedStyles().toList()) {
            assertThat(print(tape, ALL, style)).hasSize(8).noneMatch(line -> line.matches("(?i).*qz7.*"));
        }
        assertThat(print(tape, ALL, new FramePrinter.Style(false, true, false, false))).anyMatch(line -> line
                .endsWith("userInfo  107|1|name*1|"));
    }

    /** The longer text around it, and fields of another meaning, keep what is only spelled alike. */
    @Test
    void aShortNameIsNotTakenOutOfWordsAndOtherFields() {
        Tape tape = new Tape().hello(1, 200).received(1, "107|1|9|").received(1, "9|1|9|")
                .received(1, "4|2|-1|2104|at 19 all is fine||");
        assertThat(print(tape)).anyMatch(line -> line.endsWith("nextValidId  orderId=9"))
                .anyMatch(line -> line.contains("at 19 all is fine"));
    }

    @Test
    void accountsAreKnownInEveryLetterCase() {
        Tape tape = new Tape().hello(1, 200).received(1, "15|1|DU1234567|").received(1, "107|1|johnsmith|")
                .received(1, "4|2|-1|321|du1234567 of JohnSmith is closed||").received(1, "15|1|Du1234567|");
        for (FramePrinter.Style style : maskedStyles().toList()) {
            assertThat(print(tape, ALL, style)).hasSize(7)
                    .noneMatch(line -> line.matches("(?i).*(1234567|smith).*"));
        }
        assertThat(print(tape)).anyMatch(line -> line.contains("DU*1 of name*2 is closed"))
                .filteredOn(line -> line.contains("accounts=DU*1")).hasSize(2);
    }

    @Test
    void groupsAndModelsHaveOneAliasAndAllIsNoGroup() {
        Tape tape = new Tape().hello(1, 200).sent(1, "62|1|7|MyFamilyGroup|NetLiquidation|")
                .sent(1, "62|1|8|All|NetLiquidation|").sent(1, "74|1|9|DU1234567|GrowthModel|")
                .received(1, "4|2|7|321|no group MyFamilyGroup, no model GrowthModel||");
        for (FramePrinter.Style style : maskedStyles().toList()) {
            assertThat(print(tape, ALL, style)).hasSize(7)
                    .noneMatch(line -> line.contains("MyFamily") || line.contains("GrowthModel"));
        }
        List<String> lines = print(tape);
        assertThat(lines.get(3)).contains("group=name*1 ");
        assertThat(lines.get(4)).contains("group=All ");
        assertThat(lines.get(5)).contains("account=DU*2 modelCode=name*3");
        assertThat(lines.get(6)).contains("no group name*1, no model name*3");
    }

    @Test
    void aBackslashIsTwoSoThatNoTextLooksLikeAControlCharacter() {
        Tape tape = new Tape().hello(1, 200).received(1, "4|2|-1|2104|a \\\\u001b and \\x1b||");
        assertThat(print(tape).get(3)).contains("a \\\\u001b and \\u001b");
        assertThat(print(tape, ALL, new FramePrinter.Style(false, true, false, false)).get(3))
                .contains("|a \\\\u001b and \\u001b|");
        assertThat(Words.value("C:\\x")).isEqualTo("\"C:\\\\x\"");
        assertThat(Words.value("say \"a\"")).isEqualTo("\"say \\\"a\\\"\"");
    }
}
