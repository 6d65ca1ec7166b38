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
import static org.assertj.core.api.Assertions.within;

/** Real-time bars, tick-by-tick data, depth and calculations; layouts are those of protocol page 5.1. */
class LiveDeskTest {

    private static final String VIX_CALL = "VIX   260415C00022000";
    private final Kit kit = Kit.held();
    private final Client client = kit.client(7);

    private WireMessage call(Outgoing kind, int reqId) {
        return WireMessage.of(kind).set("reqId", reqId).set("conId", kit.conId(VIX_CALL)).set("exchange", "SMART");
    }

    private static WireMessage stock(Outgoing kind, int reqId, String symbol) {
        return WireMessage.of(kind).set("reqId", reqId).set("symbol", symbol).set("secType", "STK")
                .set("exchange", "SMART").set("currency", "USD");
    }

    private WireMessage bars(int reqId, String show) {
        return call(Outgoing.REQ_REAL_TIME_BARS, reqId).set("barSize", 5).set("whatToShow", show);
    }

    // ---- bars

    @Test
    void aBarComesEveryFiveSecondsWithItsExtremes() {
        kit.play("quote VIX260415C22 0.70 0.80");
        assertThat(client.ask(bars(1, "MIDPOINT"))).isEmpty();
        kit.pass(Duration.ofSeconds(1));
        kit.play("quote VIX260415C22 0.80 0.90");
        kit.pass(Duration.ofSeconds(1));
        kit.play("quote VIX260415C22 0.60 0.70");
        kit.pass(Duration.ofSeconds(1));
        kit.play("quote VIX260415C22 0.70 0.76");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).isEmpty();
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).containsExactly("50|3|1|1773152100|0.75|0.85|0.65|0.73|0|0|0|");
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_REAL_TIME_BARS).set("reqId", 1))).isEmpty();
        kit.passSlowly(6);
        assertThat(client.heard()).isEmpty();
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_REAL_TIME_BARS).set("reqId", 1))).singleElement()
                .asString().startsWith("4|1|300|");
    }

    @ParameterizedTest
    @CsvSource({"'', 5, 431", "SCHEDULE, 5, 420", "TRADES, 10, 420"})
    void barsThatCannotBe(String show, int size, int code) {
        assertThat(client.ask(bars(1, show).set("barSize", size))).singleElement().asString()
                .startsWith("4|1|" + code + "|");
    }

    @Test
    void sixtyBarRequestsInTenMinutesAreAll() {
        for (int i = 1; i <= 60; i++) {
            assertThat(client.ask(bars(i, "TRADES"))).isEmpty();
            kit.pass(Duration.ofSeconds(1));
        }
        assertThat(client.ask(bars(61, "TRADES"))).singleElement().asString().startsWith("4|61|420|")
                .contains("pacing violation");
        kit.pass(Duration.ofMinutes(9));
        assertThat(client.ask(bars(61, "TRADES"))).as("the first is ten minutes old").isEmpty();
    }

    // ---- tick by tick

    @Test
    void everyKindOfTickHasItsLayout() {
        kit.play("quote VIX260415C22 0.68 0.76 size 20");
        assertThat(client.ask(call(Outgoing.REQ_TICK_BY_TICK_DATA, 1).set("tickType", "BidAsk")))
                .containsExactly("99|1|3|1773152100|0.68|0.76|20|20|0|");
        kit.play("quote VIX260415C22 - 0.76 size 20");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).containsExactly("99|1|3|1773152101|0|0.76|0|20|0|");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).as("nothing has changed").isEmpty();
        assertThat(client.ask(stock(Outgoing.REQ_TICK_BY_TICK_DATA, 2, "KO").set("tickType", "Last"))).singleElement()
                .asString().matches("99\\|2\\|1\\|1773152102\\|[\\d.]+\\|\\d+\\|0\\|NYSE\\|\\|");
        assertThat(client.ask(stock(Outgoing.REQ_TICK_BY_TICK_DATA, 3, "AAPL").set("tickType", "AllLast")))
                .singleElement().asString().startsWith("99|3|2|");
        kit.play("quote VIX260415C23 0.50 0.60");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_TICK_BY_TICK_DATA).set("reqId", 4)
                .set("conId", kit.conId("VIX   260415C00023000")).set("exchange", "SMART").set("tickType", "MidPoint")))
                .containsExactly("99|4|4|1773152102|0.55|");
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_TICK_BY_TICK_DATA).set("reqId", 1))).isEmpty();
        kit.play("quote VIX260415C22 0.50 0.76");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard("99|1|")).isEmpty();
    }

    @Test
    void tickByTickIsForFewInstrumentsAndNotTwiceInFifteenSeconds() {
        WireMessage ko = stock(Outgoing.REQ_TICK_BY_TICK_DATA, 1, "KO").set("tickType", "BidAsk");
        client.ask(ko);
        client.ask(WireMessage.of(Outgoing.CANCEL_TICK_BY_TICK_DATA).set("reqId", 1));
        assertThat(client.ask(ko)).singleElement().asString().startsWith("4|1|10190|");
        kit.pass(Duration.ofSeconds(15));
        assertThat(client.ask(ko)).hasSize(1).first().asString().startsWith("99|1|3|");
        List<String> others = List.of("AAPL", "DIS", "XSP", "SPX", "VIX");
        assertThat(client.ask(stock(Outgoing.REQ_TICK_BY_TICK_DATA, 9, "AAPL").set("tickType", "Bid")))
                .singleElement().asString().startsWith("4|9|321|").contains("[Last, AllLast, BidAsk, MidPoint]");
        for (int i = 0; i < others.size(); i++) {
            WireMessage ask = stock(Outgoing.REQ_TICK_BY_TICK_DATA, 10 + i, others.get(i)).set("tickType", "Last")
                    .set("secType", i < 2 ? "STK" : "IND").set("exchange", "");
            assertThat(client.ask(ask).stream().anyMatch(f -> f.contains("|10190|"))).isEqualTo(i == 4);
        }
    }

    @Test
    void withoutRightsNothingIsLive() {
        kit.play("permission VIX 354");
        assertThat(client.ask(call(Outgoing.REQ_TICK_BY_TICK_DATA, 1).set("tickType", "Last"))).singleElement()
                .asString().startsWith("4|1|10189|");
        assertThat(client.ask(bars(2, "TRADES"))).singleElement().asString().startsWith("4|2|420|");
        assertThat(client.ask(call(Outgoing.REQ_MKT_DEPTH, 3).set("numRows", 3))).singleElement().asString()
                .startsWith("4|3|354|");
    }

    // ---- depth

    @Test
    void aBookIsInsertedUpdatedAndDeleted() {
        kit.play("quote VIX260415C22 0.02 0.76 size 20");
        List<String> rows = client.ask(call(Outgoing.REQ_MKT_DEPTH, 1).set("numRows", 3));
        assertThat(rows).hasSize(5).contains("12|1|1|0|0|0|0.76|20|", "12|1|1|0|0|1|0.02|20|");
        assertThat(rows.get(1)).startsWith("12|1|1|1|0|0|0.77|");
        assertThat(rows.get(2)).startsWith("12|1|1|2|0|0|0.78|");
        assertThat(rows.get(4)).startsWith("12|1|1|1|0|1|0.01|");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).isEmpty();
        kit.play("quote VIX260415C22 0.01 0.76 size 20");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).hasSize(2).last().isEqualTo("12|1|1|1|2|1|0|0|");
        assertThat(client.heard().get(0)).isEqualTo("12|1|1|0|1|1|0.01|20|");
        kit.play("halt VIX260415C22");
        kit.pass(Duration.ofSeconds(1));
        assertThat(client.heard()).singleElement().asString().startsWith("4|1|316|");
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_MKT_DEPTH).set("reqId", 1))).singleElement().asString()
                .startsWith("4|1|310|");
    }

    @Test
    void theSmartBookNamesExchangesAndThreeBooksAreAll() {
        assertThat(client.ask(stock(Outgoing.REQ_MKT_DEPTH, 1, "KO").set("numRows", 2).set("isSmartDepth", true)))
                .hasSize(4).allMatch(f -> f.matches("13\\|1\\|1\\|[01]\\|(NYSE|ARCA|SMART)\\|0\\|[01]\\|.*\\|1\\|"));
        client.ask(stock(Outgoing.REQ_MKT_DEPTH, 2, "AAPL").set("numRows", 2));
        client.ask(stock(Outgoing.REQ_MKT_DEPTH, 3, "DIS").set("numRows", 2));
        assertThat(client.ask(call(Outgoing.REQ_MKT_DEPTH, 4).set("numRows", 2))).singleElement().asString()
                .startsWith("4|4|309|");
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_MKT_DEPTH).set("reqId", 2))).isEmpty();
        assertThat(client.ask(call(Outgoing.REQ_MKT_DEPTH, 4).set("numRows", 2))).hasSizeGreaterThan(2);
    }

    // ---- calculations

    /**
     * Reference: Black-Scholes-Merton for a stock with dividend yield, with the normal distribution summed by its series
     * here; KO 17 March..20 March 2026 is about ten days off, so the exact time is taken from the gateway's clock.
     */
    @Test
    void aPriceAndItsVolatilityAreEachOthersAnswer() {
        String key = "KO    260320C00074000";
        var name = kit.exchange.market().spec().names().stream().filter(n -> n.symbol().equals("KO")).findFirst()
                .orElseThrow();
        double years = Duration.between(kit.now, kit.exchange.market()
                .settles(alvh.planner.market.InstrumentKey.of(key))).toSeconds() / (365.0 * 86_400);
        double rate = kit.exchange.market().spec().rate();
        double expected = merton(73, 74, years, 0.25, rate, name.yield());
        WireMessage ask = WireMessage.of(Outgoing.CALCULATE_OPTION_PRICE).set("reqId", 1).set("conId", kit.conId(key))
                .set("exchange", "SMART").set("volatility", 0.25).set("underPrice", 73.0);
        String[] price = client.ask(ask).get(0).split("\\|", -1);
        assertThat(List.of(price).subList(0, 4)).containsExactly("21", "1", "53", "1");
        assertThat(Double.parseDouble(price[6])).isCloseTo(expected, within(1e-6));
        assertThat(price[11]).isEqualTo("73");
        String[] vol = client.ask(WireMessage.of(Outgoing.CALCULATE_IMPLIED_VOLATILITY).set("reqId", 2)
                .set("conId", kit.conId(key)).set("exchange", "SMART").set("optionPrice", expected)
                .set("underPrice", 73.0)).get(0).split("\\|", -1);
        assertThat(Double.parseDouble(vol[4])).isCloseTo(0.25, within(1e-6));
        assertThat(client.ask(WireMessage.of(Outgoing.CALCULATE_IMPLIED_VOLATILITY).set("reqId", 3)
                .set("conId", kit.conId(key)).set("exchange", "SMART").set("optionPrice", 200.0)
                .set("underPrice", 73.0))).as("no volatility gives this price")
                .containsExactly("21|3|53|1|-1|-2|200|-1|-2|-2|-2|73|");
        assertThat(client.ask(ask.set("underPrice", -1.0))).singleElement().asString().startsWith("4|1|321|");
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_CALCULATE_OPTION_PRICE).set("reqId", 1))).isEmpty();
    }

    private static double merton(double spot, double strike, double years, double vol, double rate, double yield) {
        double total = vol * Math.sqrt(years);
        double d1 = (Math.log(spot / strike) + (rate - yield + vol * vol / 2) * years) / total;
        return spot * Math.exp(-yield * years) * normal(d1) - strike * Math.exp(-rate * years) * normal(d1 - total);
    }

    /** 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...). */
    private static double normal(double x) {
        double term = x;
        double sum = x;
        for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void aTypeOfDataThatIsNoneIsRefused() {
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_MARKET_DATA_TYPE).set("type", 7))).singleElement().asString()
                .startsWith("4|-1|321|");
    }
}
