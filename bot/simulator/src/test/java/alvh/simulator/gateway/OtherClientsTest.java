package alvh.simulator.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.FrameCodec;
import alvh.wire.Outgoing;
import alvh.wire.ServerVersions;
import alvh.wire.Strictness;
import alvh.wire.WireMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames recorded from two other clients are read, and every answer at every version has exactly its documented fields. */
class OtherClientsTest {

    private static final Path RECORDED = Path.of("../tws-wire/src/test/resources/vectors",
            "other-clients.txt");

    /** The frames of one recorded client, in order. */
    private static List<String> recorded(String name) throws IOException {
        List<String> frames = new ArrayList<>();
        boolean mine = false;
        for (String line : Files.readAllLines(RECORDED)) {
            mine = line.startsWith("## ") ? line.startsWith("## " + name) : mine;
            if (mine && line.startsWith("recv: ")) {
                frames.add(line.substring("recv: ".length()));
            }
        }
        return frames;
    }

    @ParameterizedTest
    @CsvSource({"S-01, 193", "S-02, 178"})
    void everyRecordedFrameIsReadAndAnswered(String name, int version) throws IOException {
        Kit kit = new Kit(spec -> spec.withAccount("DU1234567"));
        kit.play("hold");
        Client client = kit.connect(version);
        List<String> frames = recorded(name);
        assertThat(frames).hasSizeGreaterThan(17);
        List<String> all = new ArrayList<>();
        for (String frame : frames) {
            all.addAll(client.raw(frame.replace("20261118", "20260414").replace("|20|C|", "|22|C|").replace("|20.0|C|",
                    "|22.0|C|")));
        }
        assertThat(all).noneMatch(f -> f.startsWith("4|") && f.contains("|320|")).contains("62|1|", "55|1|3001|",
                "64|1|4003|", "53|1|", "102|").anyMatch(f -> f.startsWith("10|2001|VIX|OPT|"))
                .anyMatch(f -> f.startsWith("5|51|")).anyMatch(f -> f.startsWith("17|5001|"))
                .anyMatch(f -> f.startsWith("58|1|1002|")).anyMatch(f -> f.contains("|327|"));
    }

    static List<Integer> versions() {
        List<Integer> versions = new ArrayList<>();
        for (int version = ServerVersions.MIN; version <= ServerVersions.MAX; version++) {
            versions.add(version);
        }
        return versions;
    }

    private static WireMessage of(Outgoing kind, int reqId, String symbol) {
        return WireMessage.of(kind).set("reqId", reqId).set("symbol", symbol)
                .set("secType", symbol.equals("VIX") ? "IND" : "STK").set("currency", "USD")
                .set("exchange", symbol.equals("VIX") ? "CBOE" : "SMART");
    }

    private static List<WireMessage> questions(Kit kit) {
        int option = kit.conId("VIX   260415C00022000");
        return List.of(WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", 1).set("conId", option),
                of(Outgoing.REQ_MKT_DATA, 2, "KO").set("genericTickList", "100,101,104,106,165,233,236,456"),
                WireMessage.of(Outgoing.REQ_CONTRACT_DETAILS).set("reqId", 3).set("conId", option),
                of(Outgoing.REQ_CONTRACT_DETAILS, 4, "KO"),
                WireMessage.of(Outgoing.REQ_SEC_DEF_OPT_PARAMS).set("reqId", 5).set("symbol", "KO")
                        .set("secType", "STK").set("conId", kit.conId("KO")),
                WireMessage.of(Outgoing.REQ_MATCHING_SYMBOLS).set("reqId", 6).set("pattern", "K"),
                of(Outgoing.REQ_HISTORICAL_DATA, 7, "VIX").set("barSizeSetting", "1 day").set("durationStr", "5 D")
                        .set("whatToShow", "TRADES"),
                of(Outgoing.REQ_HISTORICAL_DATA, 8, "KO").set("barSizeSetting", "1 hour").set("durationStr", "2 D")
                        .set("whatToShow", "TRADES").set("keepUpToDate", 1),
                of(Outgoing.REQ_HISTORICAL_DATA, 9, "KO").set("barSizeSetting", "1 day").set("durationStr", "5 D")
                        .set("whatToShow", "SCHEDULE"),
                of(Outgoing.REQ_HEAD_TIMESTAMP, 10, "KO").set("whatToShow", "TRADES"),
                of(Outgoing.REQ_HISTORICAL_TICKS, 11, "KO").set("start", "20260309-15:00:00").set("numberOfTicks", 3)
                        .set("whatToShow", "BID_ASK"),
                of(Outgoing.REQ_REAL_TIME_BARS, 12, "KO").set("whatToShow", "TRADES"),
                of(Outgoing.REQ_TICK_BY_TICK_DATA, 13, "KO").set("tickType", "BidAsk"),
                of(Outgoing.REQ_MKT_DEPTH, 14, "KO").set("numRows", 2).set("isSmartDepth", true),
                WireMessage.of(Outgoing.CALCULATE_OPTION_PRICE).set("reqId", 15).set("conId", option)
                        .set("volatility", 0.9).set("underPrice", 18.0),
                WireMessage.of(Outgoing.REQ_POSITIONS), WireMessage.of(Outgoing.REQ_ACCOUNT_UPDATES).set("subscribe",
                        true),
                WireMessage.of(Outgoing.REQ_ACCOUNT_SUMMARY).set("reqId", 16).set("group", "All").set("tags",
                        "NetLiquidation"),
                WireMessage.of(Outgoing.REQ_POSITIONS_MULTI).set("reqId", 17),
                WireMessage.of(Outgoing.REQ_ACCOUNT_UPDATES_MULTI).set("reqId", 18),
                WireMessage.of(Outgoing.REQ_PNL).set("reqId", 19), WireMessage.of(Outgoing.REQ_PNL_SINGLE)
                        .set("reqId", 20).set("conId", kit.conId("KO    260320C00074000")),
                WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", 1).set("contract.conId", option)
                        .set("exchange", "SMART").set("totalQuantity", 1).set("lmtPrice", 9.0).set("transmit", true),
                WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", 2).set("contract.conId", option)
                        .set("exchange", "SMART").set("totalQuantity", 1).set("lmtPrice", 0.05).set("transmit", true)
                        .set("whatIf", true),
                WireMessage.of(Outgoing.REQ_OPEN_ORDERS), WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS),
                WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 21), WireMessage.of(Outgoing.REQ_IDS),
                WireMessage.of(Outgoing.REQ_CURRENT_TIME), WireMessage.of(Outgoing.REQ_MARKET_RULE).set("marketRuleId",
                        26),
                WireMessage.of(Outgoing.REQ_USER_INFO).set("reqId", 22), WireMessage.of(Outgoing.CANCEL_ORDER)
                        .set("orderId", 99));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyAnswerHasExactlyTheFieldsOfItsVersion(int version) {
        Kit kit = Kit.held();
        Client client = kit.client(7, version);
        List<String> frames = new ArrayList<>(client.heard());
        for (WireMessage question : questions(kit)) {
            List<String> answer = client.ask(question);
            assertThat(answer).as(question.toString()).noneMatch(f -> f.contains("|320|") || f.contains("|321|"));
            frames.addAll(answer);
        }
        kit.play("release");
        kit.passSlowly(10);
        frames.addAll(client.heard());
        kit.pass(Duration.ofMinutes(3));
        frames.addAll(client.heard());
        assertThat(frames).hasSizeGreaterThan(300).allSatisfy(frame -> FrameCodec.decodeIncoming(
                frame.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1), version, Strictness.STRICT));
        assertThat(frames.stream().map(f -> f.split("\\|", -1)[0]).distinct()).contains("1", "2", "3", "4", "5", "6",
                "7", "8", "9", "10", "11", "13", "15", "17", "21", "45", "46", "49", "50", "52", "53", "54", "55", "58",
                "59", "61", "62", "63", "64", "71", "72", "73", "74", "75", "76", "79", "81", "88", "93", "94", "95",
                "97", "99", "101", "102", "106", "107");
        assertThat(frames.stream().anyMatch(f -> f.startsWith("108|")))
                .isEqualTo(version >= ServerVersions.HISTORICAL_DATA_END);
    }
}
