package alvh.simulator.gateway;

import java.time.Duration;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DataDesksTest {

    private static final String VIX_CALL = "VIX   260415C00022000";
    private final Kit kit = Kit.held();
    private final Client client = kit.client(7);

    private static WireMessage details(int reqId) {
        return WireMessage.of(Outgoing.REQ_CONTRACT_DETAILS).set("reqId", reqId);
    }

    private static WireMessage vixIndex(Outgoing kind, int reqId) {
        return WireMessage.of(kind).set("reqId", reqId).set("symbol", "VIX").set("secType", "IND")
                .set("exchange", "CBOE").set("currency", "USD");
    }

    private WireMessage byConId(Outgoing kind, int reqId, String key) {
        return WireMessage.of(kind).set("reqId", reqId).set("conId", kit.conId(key)).set("exchange", "SMART");
    }

    // ---- contracts

    @Test
    void aVixOptionTellsItsLastTradeDayAndItsSettlementDay() {
        List<String> answer = client.ask(byConId(Outgoing.REQ_CONTRACT_DETAILS, 11, VIX_CALL));
        assertThat(answer).hasSize(2).last().isEqualTo("52|1|11|");
        String[] f = answer.get(0).split("\\|", -1);
        assertThat(f).hasSize(43); // 42 fields, each ended by a bar
        assertThat(List.of(f).subList(0, 14)).containsExactly("10", "11", "VIX", "OPT", "20260414 15:15:00 US/Central",
                "20260414", "22", "C", "SMART", "USD", VIX_CALL, "VIX", "VIX", "" + kit.conId(VIX_CALL));
        assertThat(f[36]).isEqualTo("20260415");
        assertThat(f[15]).isEqualTo("100");
        assertThat(f[17].split(",")).hasSameSizeAs(f[35].split(","));
    }

    @Test
    void emptyMembersAreWildcards() {
        WireMessage ask = details(12).set("symbol", "VIX").set("secType", "OPT")
                .set("lastTradeDateOrContractMonth", "20260414").set("right", "C").set("tradingClass", "VIX")
                .set("exchange", "SMART").set("currency", "USD").set("strike", Double.MAX_VALUE);
        List<String> strikes = client.ask(ask);
        assertThat(strikes).hasSizeGreaterThan(20).last().isEqualTo("52|1|12|");
        assertThat(strikes.subList(0, strikes.size() - 1))
                .allMatch(frame -> frame.startsWith("10|12|VIX|OPT|20260414 15:15:00 US/Central|20260414|"));
        assertThat(client.ask(ask.set("strike", 0))).hasSameSizeAs(strikes);
        assertThat(client.ask(ask.set("strike", 22.0))).hasSize(2);
        assertThat(client.ask(ask.set("right", "CALL"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"VIX,OPT,20260415,22,CBOE", "ABCD,STK,'',0,SMART", "VIX,OPT,20260414,22.123,SMART", "VIX,IND,'',0,ISE"})
    void whatIsNotListedDraws200(String symbol, String secType, String date, double strike, String exchange) {
        assertThat(client.ask(details(13).set("symbol", symbol).set("secType", secType)
                .set("lastTradeDateOrContractMonth", date).set("strike", strike).set("exchange", exchange)))
                .singleElement().asString()
                .startsWith("4|13|200|No security definition has been found for the request|");
    }

    @Test
    void anAmbiguousContractCannotBeQuoted() {
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", 14).set("symbol", "VIX")
                .set("secType", "OPT").set("exchange", "SMART").set("currency", "USD"))).singleElement().asString()
                .startsWith("4|14|200|The contract description specified for VIX is ambiguous.");
    }

    @Test
    void optionParametersComeByTradingClassAndEnd() {
        List<String> answer = client.ask(WireMessage.of(Outgoing.REQ_SEC_DEF_OPT_PARAMS).set("reqId", 15)
                .set("symbol", "SPX").set("secType", "IND").set("conId", kit.conId("SPX")));
        assertThat(answer).last().isEqualTo("76|15|");
        assertThat(answer).anyMatch(frame -> frame.contains("|SPXW|100|"))
                .anyMatch(frame -> frame.contains("|SPX|100|"));
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_SEC_DEF_OPT_PARAMS).set("reqId", 16).set("symbol", "VIX")
                .set("secType", "IND").set("conId", kit.conId("SPX")))).singleElement().asString()
                .startsWith("4|16|200|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_SEC_DEF_OPT_PARAMS).set("reqId", 17).set("symbol", "SPX")
                .set("secType", "IND"))).as("without a conId").singleElement().asString().startsWith("4|17|321|");
    }

    @Test
    void theMarketRuleOfADetailIsAnsweredWithItsGrid() {
        String[] f = client.ask(byConId(Outgoing.REQ_CONTRACT_DETAILS, 17, VIX_CALL)).get(0).split("\\|", -1);
        int smart = List.of(f[17].split(",")).indexOf("SMART");
        String rule = f[35].split(",")[smart];
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MARKET_RULE).set("marketRuleId", rule)))
                .containsExactly("93|" + rule + "|2|0|0.01|3|0.05|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MARKET_RULE).set("marketRuleId", 999_999)))
                .singleElement().asString().contains("|321|");
    }

    @Test
    void symbolsAreFoundByTheirBeginning() {
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MATCHING_SYMBOLS).set("reqId", 18).set("pattern", "kO")))
                .singleElement().asString().startsWith("79|18|1|" + kit.conId("KO") + "|KO|STK|NYSE|USD|1|OPT|");
    }

    // ---- quotes

    @Test
    void anIndexHasALastPriceAndNeitherBidNorAsk() {
        List<String> answer = client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 21));
        assertThat(answer.get(0)).startsWith("81|21|0.01|");
        assertThat(answer.get(1)).isEqualTo("58|1|21|1|");
        assertThat(answer).contains("1|6|21|4|17.92|0|0|").noneMatch(f -> f.startsWith("1|6|21|1|"))
                .noneMatch(f -> f.startsWith("21|"));
    }

    @Test
    void breadthComesAsBidAndAsk() {
        List<String> answer = client.ask(WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", 22)
                .set("symbol", "AD-NYSE").set("secType", "IND").set("exchange", "NYSE").set("currency", "USD"));
        assertThat(answer).anyMatch(f -> f.startsWith("1|6|22|1|")).anyMatch(f -> f.startsWith("1|6|22|2|"));
    }

    @Test
    void anOptionHasTwoSidesAndFourComputations() {
        List<String> answer = client.ask(byConId(Outgoing.REQ_MKT_DATA, 23, VIX_CALL));
        assertThat(answer).anyMatch(f -> f.matches("1\\|6\\|23\\|1\\|\\d.*\\|1\\|"))
                .anyMatch(f -> f.matches("1\\|6\\|23\\|2\\|\\d.*\\|1\\|"));
        for (int type = 10; type <= 13; type++) {
            String begin = "21|23|" + type + "|0|";
            assertThat(answer).anyMatch(f -> f.startsWith(begin));
        }
        assertThat(answer).filteredOn(f -> f.startsWith("21|23|13|")).singleElement()
                .matches(f -> f.split("\\|", -1).length == 13 && !f.contains("||"));
    }

    @Test
    void heldPricesAreRepeatedEverySecondAndChangesAreSent() {
        client.ask(byConId(Outgoing.REQ_MKT_DATA, 24, VIX_CALL));
        String bid = client.heard("1|6|24|1|").get(0);
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard("1|6|24|1|")).containsExactly(bid);
        kit.play("quote VIX260415C22 0.68 0.76 size 20");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).contains("1|6|24|1|0.68|20|1|", "1|6|24|2|0.76|20|1|");
        kit.play("quote VIX260415C22 - 0.76");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).contains("1|6|24|1|-1.0|0|1|");
        kit.play("quiet VIX260415C22");
        kit.pass(Duration.ofSeconds(2));
        assertThat(client.heard()).isEmpty();
        kit.play("clear VIX260415C22");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard("1|6|24|1|")).containsExactly(bid);
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_MKT_DATA).set("reqId", 24))).isEmpty();
        kit.pass(Duration.ofSeconds(5));
        assertThat(client.heard()).isEmpty();
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_MKT_DATA).set("reqId", 24))).singleElement().asString()
                .startsWith("4|24|300|Can't find EId with tickerId:24|");
    }

    @Test
    void aSnapshotEndsAndHoldsNoLine() {
        kit.play("lines 1");
        List<String> answer = client.ask(byConId(Outgoing.REQ_MKT_DATA, 25, VIX_CALL).set("snapshot", true));
        assertThat(answer.get(0)).isEqualTo("58|1|25|1|");
        assertThat(answer).last().isEqualTo("57|1|25|");
        assertThat(client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 26))).hasSizeGreaterThan(2);
        assertThat(client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 26))).singleElement().asString()
                .startsWith("4|26|102|Duplicate ticker id|");
        assertThat(client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 27))).singleElement().asString()
                .startsWith("4|27|101|Max number of tickers has been reached|");
        assertThat(client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 28).set("genericTickList", "100,9999"))).singleElement()
                .asString().startsWith("4|28|321|");
        assertThat(client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 29).set("snapshot", true).set("genericTickList", "100")))
                .singleElement().asString().startsWith("4|29|414|");
    }

    @Test
    void aComboIsQuotedNet() {
        kit.play("quote XSP260529P570 6.00 6.20");
        kit.play("quote XSP260529P560 4.10 4.30");
        WireMessage combo = WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", 30).set("symbol", "XSP")
                .set("secType", "BAG").set("exchange", "SMART").set("currency", "USD");
        combo.add("comboLegs").set("conId", kit.conId("XSP   260529P00570000")).set("ratio", 1).set("action", "BUY");
        combo.add("comboLegs").set("conId", kit.conId("XSP   260529P00560000")).set("ratio", 1).set("action", "SELL");
        assertThat(client.ask(combo)).contains("1|6|30|1|1.7|1|1|", "1|6|30|2|2.1|1|1|");
    }

    @Test
    void withoutRightsLiveIsRefusedAndDelayedComesWithItsOwnTickTypes() {
        kit.play("delayed on");
        assertThat(client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 31))).singleElement().asString()
                .startsWith("4|31|354|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MARKET_DATA_TYPE).set("type", 3))).isEmpty();
        List<String> answer = client.ask(byConId(Outgoing.REQ_MKT_DATA, 31, VIX_CALL));
        assertThat(answer.get(0)).startsWith("4|31|10167|");
        assertThat(answer).contains("58|1|31|3|").anyMatch(f -> f.startsWith("1|6|31|66|"))
                .anyMatch(f -> f.startsWith("21|31|83|")).noneMatch(f -> f.startsWith("1|6|31|1|"));
    }

    @ParameterizedTest
    @CsvSource({"354, 1", "10089, 1", "10168, 1", "200, 1", "10186, 1", "10197, 3"})
    void permissionsCanBeTakenAway(int code, int atLeast) {
        kit.play("permission VIX " + code);
        List<String> answer = client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 32));
        assertThat(answer).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(answer.get(0)).startsWith("4|32|" + code + "|");
        assertThat(answer.size() > 1).isEqualTo(atLeast > 1);
        kit.play("permission VIX ok");
        assertThat(client.ask(vixIndex(Outgoing.REQ_MKT_DATA, 33)).get(0)).startsWith("81|33|");
    }

    // ---- history

    private static WireMessage history(WireMessage contract, String duration, String show) {
        return contract.set("barSizeSetting", "1 day").set("durationStr", duration).set("whatToShow", show)
                .set("useRTH", 1);
    }

    @Test
    void dailyBarsOfAYearEndWithTheRunningDay() {
        List<String> answer = client.ask(history(vixIndex(Outgoing.REQ_HISTORICAL_DATA, 41), "1 Y", "TRADES"));
        assertThat(answer).hasSize(2);
        String[] f = answer.get(0).split("\\|", -1);
        int count = Integer.parseInt(f[2]);
        assertThat(count).isBetween(248, 256);
        assertThat(f).hasSize(3 + count * 8 + 1);
        assertThat(f[f.length - 9]).isEqualTo("20260310");
        assertThat(List.of(f[f.length - 4], f[f.length - 3], f[f.length - 2])).containsOnly("0");
        assertThat(answer.get(1)).isEqualTo("108|41|20250310 00:00:00 US/Eastern|20260310 10:15:00 US/Eastern|");
    }

    @Test
    void below196TheDatesStandInTheBars() {
        Client old = kit.client(8, 195);
        List<String> answer = old.ask(history(vixIndex(Outgoing.REQ_HISTORICAL_DATA, 42), "3 D", "TRADES"));
        assertThat(answer).singleElement().asString()
                .startsWith("17|42|20260306 00:00:00 US/Eastern|20260310 10:15:00 US/Eastern|3|20260306|");
    }

    @Test
    void anEndCutsTheBarsAndStockBarsAreAdjusted() {
        String bars = client.ask(history(vixIndex(Outgoing.REQ_HISTORICAL_DATA, 43), "2 D", "TRADES")
                .set("endDateTime", "20260306 23:59:59 US/Eastern")).get(0);
        assertThat(bars).startsWith("17|43|2|20260305|").contains("|20260306|").doesNotContain("|20260309|");
        WireMessage stock = WireMessage.of(Outgoing.REQ_HISTORICAL_DATA).set("reqId", 44).set("symbol", "KO")
                .set("secType", "STK").set("exchange", "SMART").set("currency", "USD");
        assertThat(client.ask(history(stock, "6 M", "ADJUSTED_LAST")).get(0)).startsWith("17|44|12");
        assertThat(client.ask(stock.set("endDateTime", "20260306-20:00:00"))).singleElement().asString()
                .startsWith("4|44|321|");
    }

    @ParameterizedTest
    @CsvSource({"1 hour,9 D,BID_ASK,162", "2 hour,1 D,TRADES,321", "1 day,1 D,'',431", "1 day,1 D,TRADS,321",
            "1 secs,3 Y,TRADES,162", "1 day,1 X,TRADES,321", "1 day,1 D,OPTION_IMPLIED_VOLATILITY,162"})
    void whatThereIsNotDrawsItsCode(String size, String duration, String show, int code) {
        WireMessage ask = history(vixIndex(Outgoing.REQ_HISTORICAL_DATA, 45), duration, show)
                .set("barSizeSetting", size);
        assertThat(client.ask(ask)).singleElement().asString().startsWith("4|45|" + code + "|");
    }

    @Test
    void historyIsDownWithItsFarm() {
        kit.play("farm history down");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|2105|");
        assertThat(client.ask(history(vixIndex(Outgoing.REQ_HISTORICAL_DATA, 46), "1 M", "TRADES"))).singleElement()
                .asString().startsWith("4|46|162|");
        assertThat(kit.client(9).heard("4|-1|2105|")).hasSize(1);
        kit.play("farm history up");
        assertThat(client.ask(history(vixIndex(Outgoing.REQ_HISTORICAL_DATA, 46), "1 M", "TRADES"))).hasSize(2);
    }

    @Test
    void barsThatStayUpToDateFollowTheMarket() {
        kit.play("release");
        WireMessage ask = history(vixIndex(Outgoing.REQ_HISTORICAL_DATA, 47), "5 D", "TRADES").set("keepUpToDate", 1);
        assertThat(client.ask(ask)).hasSize(2);
        kit.passSlowly(60);
        assertThat(client.heard("90|47|-1|20260310|")).isNotEmpty();
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_HISTORICAL_DATA).set("reqId", 47))).isEmpty();
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_HISTORICAL_DATA).set("reqId", 47))).singleElement()
                .asString().startsWith("4|47|366|");
    }
}
