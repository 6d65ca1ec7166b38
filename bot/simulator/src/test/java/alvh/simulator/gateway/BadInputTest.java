package alvh.simulator.gateway;

import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.gateway.Kit.Client;
import alvh.simulator.market.MarketLine;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a client or a person may write that cannot be: a code, a word, and everybody else is served as before. */
class BadInputTest {

    private final OrderBench bench = new OrderBench();
    private final Kit kit = bench.kit;
    private final Client client = bench.client;

    private WireMessage data(int reqId, String key) {
        return WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", reqId).set("conId", kit.conId(key))
                .set("exchange", "SMART");
    }

    /** Broken code is made by a level that no line of the language can set. */
    @Test
    void oneBrokenRequestDraws323AndTheGatewayLivesOn() {
        kit.exchange.market().apply(new MarketLine.Level(InstrumentKey.of("KO"), Double.NaN));
        assertThatThrownBy(() -> client.ask(data(4, "KO"))).as("a test cannot pass over it")
                .isInstanceOf(AssertionError.class).hasRootCauseInstanceOf(IllegalArgumentException.class);
        kit.mayBreak = true;
        assertThat(client.ask(data(5, "KO"))).last().asString().startsWith("4|5|323|");
        assertThat(kit.broken).contains("reqMktData 5 of client 7");
        assertThat(client.ask(data(6, OrderBench.CALL))).noneMatch(f -> f.startsWith("4|")).isNotEmpty();
        kit.exchange.market().apply(new MarketLine.Level(InstrumentKey.of("KO"), 72));
        assertThat(client.ask(data(5, "KO"))).as("its id is free").noneMatch(f -> f.startsWith("4|")).isNotEmpty();
        kit.exchange.market().apply(new MarketLine.Level(InstrumentKey.of("KO"), Double.NaN));
        kit.passSlowly(1);
        assertThat(client.heard("4|")).singleElement().asString().startsWith("4|-1|323|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|1|");
    }

    @Test
    void aMoveThatLeavesNothingIsRefusedAndNotTold() {
        kit.happened.clear();
        for (String line : List.of("jump KO -1000", "jump VIX +5000", "jump VIX260415C22 +1", "jump NONE +1",
                "settle NONE 5", "advance 2099-01-01 10:00")) {
            int before = kit.said.size();
            kit.play(line);
            assertThat(kit.said).hasSize(before + 1).last().asString().startsWith("cannot play '" + line + "': ");
        }
        assertThat(kit.said).anyMatch(said -> said.contains("KO would stand at -9") && said.contains("above 0"));
        assertThat(kit.happened).noneMatch(ExchangeOutput.MarketTold.class::isInstance);
    }

    @Test
    void aTargetIsNamedAsItWasWritten() {
        kit.play("fill any");
        assertThat(kit.said).last().isEqualTo("no order is meant by 'any'");
        kit.play("fill base");
        assertThat(kit.said).last().isEqualTo("no order is meant by 'base'");
        kit.play("leg VIX260415C22 1");
        assertThat(kit.said).last().isEqualTo("no working combo is meant by 'VIX260415C22'");
    }

    @Test
    void limitsThatAreSetCanBeTakenBack() {
        kit.play("partial 1");
        kit.play("partial off");
        kit.play("release fills");
        assertThat(bench.ask(bench.order(1, "BUY", 3, 0.76))).contains("EX 1 OPT BOT 3@0.76");
        kit.play("pending 5s");
        kit.play("pending off");
        bench.ask(bench.order(2, "BUY", 1, 0.50));
        assertThat(bench.ask(WireMessage.of(Outgoing.CANCEL_ORDER).set("orderId", 2)))
                .anyMatch(f -> f.startsWith("OS 2 Cancelled"));
    }

    // ---- ids

    @Test
    void anIdWithoutASuccessorIsRefused() {
        assertThat(client.ask(bench.order(Integer.MAX_VALUE, "BUY", 1, 0.5))).singleElement().asString()
                .startsWith("4|2147483647|321|").contains("leaves no next one");
        assertThat(client.ask(WireMessage.of(Outgoing.EXERCISE_OPTIONS).set("reqId", Integer.MAX_VALUE)))
                .singleElement().asString().startsWith("4|2147483647|321|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|1|");
        bench.ask(bench.order(Integer.MAX_VALUE - 1, "BUY", 1, 0.5));
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|2147483647|");
    }

    // ---- executions

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "20260399", "20260310 25:00:00 US/Eastern", "20260310 10:00:00 Mars/Base One"})
    void executionsOfNoTimeAreRefused(String time) {
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 9).set("time", time)))
                .singleElement().asString().startsWith("4|9|10314|").contains("'" + time + "'");
    }

    @Test
    void executionsOfATimeWithoutAZoneAreWarnedOf() {
        WireMessage ask = WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 9).set("time", "20260310 10:00:00");
        assertThat(client.ask(ask)).hasSize(2).last().isEqualTo("55|1|9|");
        assertThat(client.heard("4|9|2174|")).hasSize(1);
        assertThat(client.ask(ask.set("time", "20260310-14:00:00"))).containsExactly("55|1|9|");
    }

    @Test
    void anExecutionOfAShareHasTheOrdinaryStrike() {
        kit.play("release fills");
        kit.play("quote KO 71.90 72.00 size 50");
        client.ask(bench.order(1, "BUY", 1, 72).set("contract.conId", kit.conId("KO")));
        String[] f = client.heard("11|").get(0).split("\\|", -1);
        assertThat(f[5]).isEqualTo("STK");
        assertThat(f[7]).as("page 5.9, field 8").isEqualTo("0.0");
    }

    // ---- startApi

    @ParameterizedTest
    @CsvSource({"71|2|x||, clientId", "71|2|99999999999||, clientId", "71|2|, clientId"})
    void aBrokenStartApiDraws320WithItsFieldAndMayBeSentAgain(String frame, String field) {
        Client fresh = kit.connect(200);
        assertThat(fresh.raw(frame)).singleElement().asString().startsWith("4|-1|320|")
                .contains("'" + field + "' of startApi");
        assertThat(fresh.raw("71|2|8||")).anyMatch(f -> f.startsWith("9|"));
    }

    @Test
    void aMissingFieldIsCalledMissing() {
        assertThat(client.raw("91|")).singleElement().asString().startsWith("4|-1|320|").contains("is missing")
                .doesNotContain("null");
    }

    // ---- prices and ratios

    @ParameterizedTest
    @CsvSource({"1e308, 109", "1e300, 109", "-2e6, 109", "1.7976931348623157E308, 107"})
    void aLimitOutOfAllRangeIsNotAMissingOne(String price, int code) {
        assertThat(client.ask(bench.order(1, "BUY", 1, 0).set("lmtPrice", price))).singleElement().asString()
                .startsWith("4|1|" + code + "|");
    }

    @Test
    void aLegHasAWorkableRatioAndPrice() {
        WireMessage combo = bench.combo(1, 1, 2);
        combo.list("comboLegs").get(0).set("ratio", Integer.MAX_VALUE);
        assertThat(client.ask(combo)).singleElement().asString().startsWith("4|1|313|");
        WireMessage priced = bench.combo(1, 1, 2);
        priced.add("orderComboLegs").set("price", "1e300");
        priced.add("orderComboLegs").set("price", "1");
        assertThat(client.ask(priced)).singleElement().asString().startsWith("4|1|109|");
    }

    @Test
    void aCalculationWithAPriceOfNoMarketIsRefused() {
        WireMessage ask = WireMessage.of(Outgoing.CALCULATE_IMPLIED_VOLATILITY).set("reqId", 3)
                .set("conId", kit.conId(OrderBench.CALL)).set("exchange", "SMART").set("optionPrice", "1e300")
                .set("underPrice", 18.0);
        assertThat(client.ask(ask)).singleElement().asString().startsWith("4|3|321|").hasSizeLessThan(300);
        assertThat(client.ask(ask.set("optionPrice", 1.0).set("underPrice", "1e300"))).singleElement().asString()
                .startsWith("4|3|321|");
    }

    // ---- history

    private WireMessage history(String duration, int format) {
        return WireMessage.of(Outgoing.REQ_HISTORICAL_DATA).set("reqId", 8).set("symbol", "KO").set("secType", "STK")
                .set("exchange", "SMART").set("currency", "USD").set("barSizeSetting", "5 mins")
                .set("durationStr", duration).set("whatToShow", "TRADES").set("useRTH", 1).set("formatDate", format)
                .set("endDateTime", "20260309 15:00:00 US/Eastern");
    }

    @Test
    void secondsAreCountedBackFromTheEnd() {
        assertThat(client.ask(history("1800 S", 1))).last()
                .isEqualTo("108|8|20260309 14:30:00 US/Eastern|20260309 15:00:00 US/Eastern|");
    }

    @Test
    void thereAreTwoDateFormats() {
        assertThat(client.ask(history("1 D", 3))).singleElement().asString().startsWith("4|8|321|")
                .contains("date format 3");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_HEAD_TIMESTAMP).set("reqId", 8).set("symbol", "KO")
                .set("secType", "STK").set("exchange", "SMART").set("currency", "USD").set("whatToShow", "TRADES")
                .set("formatDate", 7))).singleElement().asString().startsWith("4|8|321|");
    }
}
