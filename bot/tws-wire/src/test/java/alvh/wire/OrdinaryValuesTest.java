package alvh.wire;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A message that names little is written as the recorded ones are: everything else is ordinary. */
class OrdinaryValuesTest {

    private static String vector(String name) {
        return java.util.stream.Stream.concat(Vectors.outgoing().stream(), Vectors.incoming().stream())
                .filter(frame -> frame.vector().equals(name) && frame.version() == 200).findFirst().orElseThrow()
                .payload();
    }

    private static String written(WireMessage message) {
        return FrameCodec.print(FrameCodec.encode(message, 200));
    }

    @Test
    void placeOrder() {
        WireMessage order = WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", 53).set("contract.conId", 700000001)
                .set("exchange", "SMART").set("totalQuantity", BigDecimal.ONE).set("orderType", "MKT");
        assertThat(written(order)).isEqualTo(vector("O-42"));
    }

    @Test
    void placeOrderOfACombination() {
        WireMessage order = WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", 54).set("symbol", "SPX")
                .set("secType", "BAG").set("exchange", "SMART").set("currency", "USD")
                .set("totalQuantity", new BigDecimal("2.00")).set("lmtPrice", -1.35).set("tif", "GTC")
                .set("account", "DU1234567");
        order.add("comboLegs").set("conId", 710000001).set("ratio", 1).set("action", "SELL").set("exchange", "SMART");
        order.add("comboLegs").set("conId", 710000002).set("ratio", 1).set("action", "BUY").set("exchange", "SMART");
        order.add("smartComboRoutingParams").set("tag", "NonGuaranteed").set("value", "1");
        assertThat(written(order)).isEqualTo(vector("O-43"));
    }

    @Test
    void anOpenOrder() {
        assertThat(written(openOrder())).isEqualTo(vector("I-40"));
    }

    private static WireMessage openOrder() {
        return WireMessage.of(Incoming.OPEN_ORDER).set("orderId", 51).set("contract.conId", 700000001)
                .set("symbol", "VIX").set("secType", "OPT").set("lastTradeDateOrContractMonth", "20261117")
                .set("strike", "20").set("right", "C").set("multiplier", "100")
                .set("localSymbol", "VIX   261118C00020000").set("tradingClass", "VIX").set("action", "BUY")
                .set("totalQuantity", 3).set("orderType", "LMT").set("lmtPrice", 0.85).set("account", "DU1234567")
                .set("orderRef", "tail-2026-11").set("clientId", 7).set("permId", 1426086044L)
                .set("skipped.sharesAllocation", "1426086044.0/DU1234567/100").set("submitter", "papertrader");
    }

    @ParameterizedTest
    @CsvSource({"176,136", "177,135", "182,135", "183,136", "184,137", "185,138", "188,138", "189,139", "192,139",
            "193,141", "194,141", "195,154", "197,154", "198,155", "199,156", "200,156"})
    void openOrderHasTheDocumentedNumberOfFields(int version, int fields) {
        assertThat(FrameCodec.print(FrameCodec.encode(openOrder(), version)).chars().filter(c -> c == '|').count())
                .isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({"176,101", "177,100", "182,100", "183,101", "184,102", "197,102", "198,103", "200,103"})
    void completedOrderHasTheDocumentedNumberOfFields(int version, int fields) {
        byte[] body = FrameCodec.encode(WireMessage.of(Incoming.COMPLETED_ORDER), version);
        assertThat(FrameCodec.print(body).chars().filter(c -> c == '|').count()).isEqualTo(fields);
    }

    @ParameterizedTest
    @CsvSource({"176,115", "177,114", "182,114", "183,115", "184,116", "186,116", "187,118", "188,118", "189,119",
            "190,117", "191,117", "192,118", "198,118", "199,119", "200,119"})
    void placeOrderHasTheDocumentedNumberOfFields(int version, int fields) {
        byte[] body = FrameCodec.encode(WireMessage.of(Outgoing.PLACE_ORDER), version);
        assertThat(FrameCodec.print(body).chars().filter(c -> c == '|').count()).isEqualTo(fields);
    }

    @Test
    void completedOrder() {
        WireMessage order = WireMessage.of(Incoming.COMPLETED_ORDER).set("contract.conId", 700000001)
                .set("symbol", "VIX").set("secType", "OPT").set("lastTradeDateOrContractMonth", "20261117")
                .set("strike", "20").set("right", "C").set("multiplier", "100")
                .set("localSymbol", "VIX   261118C00020000").set("tradingClass", "VIX").set("action", "BUY")
                .set("totalQuantity", 3).set("orderType", "LMT").set("lmtPrice", 0.85).set("account", "DU1234567")
                .set("orderRef", "tail-2026-11").set("permId", 1426086044L).set("filledQuantity", 3)
                .set("completedTime", "20261005 10:01:02 US/Eastern").set("completedStatus", "Filled Size: 3")
                .set("submitter", "papertrader");
        assertThat(written(order)).isEqualTo(vector("I-54"));
    }

    @Test
    void smallAnswers() {
        Map<String, WireMessage> messages = Map.of(
                "I-02", WireMessage.of(Incoming.NEXT_VALID_ID).set("orderId", 51),
                "I-21", WireMessage.of(Incoming.TICK_OPTION_COMPUTATION).set("reqId", 1002).set("tickType", 10),
                "I-10", WireMessage.of(Incoming.TICK_PRICE).set("reqId", 1001).set("tickType", 1).set("price", 17.35)
                        .set("size", new BigDecimal("12")).set("attribMask", 1),
                "I-44", WireMessage.of(Incoming.OPEN_ORDER_END),
                "I-52", WireMessage.of(Incoming.COMMISSION_AND_FEES_REPORT).set("execId", "0000e0d5.69dd7411.01.01")
                        .set("commissionAndFees", 1.2032),
                "I-55", WireMessage.of(Incoming.COMPLETED_ORDERS_END));
        messages.forEach((name, message) -> assertThat(written(message)).as(name).isEqualTo(vector(name)));
    }

    @Test
    void escapesTravelAsSixCharacters() {
        WireMessage error = WireMessage.of(Incoming.ERROR).set("id", 51).set("code", 201)
                .set("message", "Order rejected - reason:caf\u00e9")
                .set("advancedOrderRejectJson", "{\"8230\":[\"price too far\",1]}").set("time", 1790000000123L);
        assertThat(FrameCodec.encode(error, 200)).isEqualTo(Vectors.unprint(vector("I-05")));
    }

    @ParameterizedTest
    @EnumSource(Incoming.class)
    void everyAnswerReadsBackWhatItWrites(Incoming kind) {
        if (kind == Incoming.TICK_BY_TICK) {
            return; // has no ordinary kind of tick
        }
        byte[] body = FrameCodec.encode(WireMessage.of(kind), 200);
        assertThat(FrameCodec.decodeIncoming(body, 200, Strictness.STRICT).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(Outgoing.class)
    void everyRequestReadsBackWhatItWrites(Outgoing kind) {
        byte[] body = FrameCodec.encode(WireMessage.of(kind), 200);
        assertThat(FrameCodec.decodeOutgoing(body, 200, Strictness.STRICT).kind()).isEqualTo(kind);
    }
}
