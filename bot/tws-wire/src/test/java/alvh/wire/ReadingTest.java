package alvh.wire;

import java.math.BigDecimal;
import java.util.List;

import alvh.wire.WireException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What readers make of the texts that come, and what they refuse. */
class ReadingTest {

    private static WireMessage request(String payload, int version) {
        return FrameCodec.decodeOutgoing(Vectors.unprint(payload), version, Strictness.LENIENT);
    }

    private static WireMessage answer(String payload) {
        return FrameCodec.decodeIncoming(Vectors.unprint(payload), 200, Strictness.LENIENT);
    }

    private static List<WireMessage> sent(String client, int id) {
        return Vectors.otherClients().stream().filter(frame -> frame.vector().equals(client))
                .map(frame -> FrameCodec.decodeOutgoing(frame.body(), frame.version(), Strictness.LENIENT))
                .filter(message -> message.kind().id() == id).toList();
    }

    @Test
    void emptyNumbersAreDefaults() {
        WireMessage order = sent("S-01", 3).getFirst();
        assertThat(order.intValue("origin")).isZero();
        assertThat(order.intValue("exemptCode")).isEqualTo(-1);
        assertThat(order.intValue("volatilityType")).isEqualTo(Integer.MAX_VALUE);
        assertThat(order.doubleValue("triggerPrice")).isEqualTo(Double.MAX_VALUE);
        assertThat(order.doubleValue("discretionaryAmt")).isEqualTo(Double.MAX_VALUE);
        assertThat(order.bool("transmit")).isTrue();
        assertThat(order.decimal("totalQuantity")).isEqualByComparingTo("3");
        assertThat(order.doubleValue("strike")).isEqualTo(20);
    }

    @Test
    void anEmptyBooleanIsFalseEvenWhereTheDefaultIsTrue() {
        WireMessage order = sent("S-01", 3).get(1);
        assertThat(order.has("transmit")).isTrue();
        assertThat(order.bool("transmit")).isFalse();
        assertThat(order.list("comboLegs")).extracting(leg -> leg.text("action")).containsExactly("SELL", "BUY");
        assertThat(order.list("smartComboRoutingParams").getFirst().text("tag")).isEqualTo("NonGuaranteed");
    }

    @Test
    void conditionsOfAnotherClient() {
        WireMessage order = sent("S-02", 3).get(2);
        List<WireMessage.Group> conditions = order.list("conditions");
        assertThat(conditions).extracting(one -> one.intValue("type")).containsExactly(1, 3);
        assertThat(conditions.getFirst().doubleValue("price")).isEqualTo(40);
        assertThat(conditions.get(1).text("time")).isEqualTo("20261118 14:00:00 US/Eastern");
        assertThat(order.bool("conditionsIgnoreRth")).isFalse();
    }

    @Test
    void anyVersionConstantAndSurplusFieldsAreRead() {
        assertThat(request("2|2|1002|", 178).intValue("reqId")).isEqualTo(1002);
        assertThat(request("2|1|1002|more|", 178).intValue("reqId")).isEqualTo(1002);
        assertThatThrownBy(() -> FrameCodec.decodeOutgoing(Vectors.unprint("2|2|1002|"), 178, Strictness.STRICT))
                .isInstanceOfSatisfying(WireException.class, error -> {
                    assertThat(error.problem()).isEqualTo(Problem.BAD_VALUE);
                    assertThat(error.field()).isEqualTo("version");
                });
        assertThatThrownBy(() -> FrameCodec.decodeOutgoing(Vectors.unprint("2|1|7|more|"), 178, Strictness.STRICT))
                .hasMessage(
                        "TOO_LONG in cancelMktData, field 4 (surplus): got \"more\", expected the end of the frame");
    }

    @Test
    void aLiveGatewayRefusesEmptyNumbers() {
        String payload = "7|3|3001||||||||2147483647|0|";
        assertThat(request(payload, 200).intValue("clientId")).isZero();
        assertThatThrownBy(() -> FrameCodec.decodeOutgoing(Vectors.unprint(payload), 200, Strictness.STRICT))
                .hasMessage("EMPTY_NUMBER in reqExecutions, field 4 (clientId): got \"\", expected a number");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> request("7|3|3001|0|||||||", 200))
                .hasMessage("TOO_SHORT in reqExecutions, field 11 (lastNDays): got nothing, expected a field ended"
                        + " by a zero byte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "99999999999", "--1", "1 ", "+"})
    void whatIsNoNumberIsNamed(String text) {
        assertThatThrownBy(() -> request("2|1|" + text + "|", 200)).isInstanceOfSatisfying(WireException.class,
                error -> {
                    assertThat(error.problem()).isEqualTo(Problem.BAD_VALUE);
                    assertThat(error.field()).isEqualTo("reqId");
                    assertThat(error.index()).isEqualTo(2);
                    assertThat(error.text()).isEqualTo(text);
                });
        assertThatThrownBy(() -> answer("9|1|" + text + "|").intValue("orderId")).isInstanceOf(WireException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Infinity", "Infinite", "inf"})
    void infinityHasThreeSpellings(String text) {
        assertThat(answer("45|6|1|49|" + text + "|").doubleValue("value")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"17.35,17.35", "-1,-1", "-1.0,-1", "1e-05,1.0E-5", "5.0E-4,5.0E-4",
            "1.7976931348623157E308,1.7976931348623157E308",
            "123456789012345678,1.2345678901234568E17", "0.1,0.1", ".5,0.5", "-0.0,-0.0"})
    void doubles(String text, double value) {
        assertThat(answer("45|6|1|49|" + text + "|").doubleValue("value")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "0x10", "1f", "1d", "", "."})
    void whatJavaWouldTakeButNobodySends(String text) {
        if (text.isEmpty()) {
            assertThat(answer("45|6|1|49||").doubleValue("value")).isZero();
        } else {
            assertThatThrownBy(() -> answer("45|6|1|49|" + text + "|").doubleValue("value"))
                    .isInstanceOf(WireException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2147483647", "9223372036854775807", "-9223372036854775808", "1.7976931348623157E308",
            "NaN"})
    void unsetDecimalsAreNull(String text) {
        assertThat(answer("2|6|1|8|" + text + "|").decimal("size")).isNull();
    }

    @Test
    void decimalsLoseTheirThousandsSeparators() {
        assertThat(answer("2|6|1|8|1,234,567.5|").decimal("size")).isEqualTo(new BigDecimal("1234567.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000", "x", "99999999999"})
    void aCountThatCannotBeIsRefusedBeforeAnythingIsMade(String count) {
        assertThatThrownBy(() -> answer("93|110|" + count + "|0.0|0.01|")).isInstanceOfSatisfying(WireException.class,
                error -> {
                    assertThat(error.problem()).isEqualTo(Problem.BAD_COUNT);
                    assertThat(error.field()).isEqualTo("count of priceIncrements");
                });
    }

    @Test
    void anUnknownConditionIsRefused() {
        String payload = Vectors.outgoing().stream().filter(frame -> frame.vector().equals("O-46")).findFirst()
                .orElseThrow().payload().replace("|2|1|a|1|40.0|", "|2|9|a|1|40.0|");
        assertThatThrownBy(() -> request(payload, 200)).isInstanceOfSatisfying(WireException.class,
                error -> assertThat(error.problem()).isEqualTo(Problem.UNKNOWN_VARIANT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"199|1|", "-1|1|", "x|1|"})
    void unknownMessages(String payload) {
        assertThatThrownBy(() -> answer(payload)).isInstanceOfSatisfying(WireException.class,
                error -> assertThat(error.problem()).isEqualTo(Problem.UNKNOWN_MESSAGE));
    }

    @Test
    void mistakesOfTheProgramListTheKnownNames() {
        WireMessage message = WireMessage.of(Incoming.NEXT_VALID_ID);
        assertThatThrownBy(() -> message.set("orderid", 5)).hasMessageContaining("one of [orderId, version]");
        assertThatThrownBy(() -> message.set("version", 5)).hasMessageContaining("this one is constant");
        assertThatThrownBy(() -> message.list("orders")).hasMessageContaining("a list, one of []");
        assertThatThrownBy(() -> WireMessage.of(Outgoing.REQ_MATCHING_SYMBOLS).set("pattern", "caf\u00e9"))
                .hasMessageStartingWith("NOT_ASCII in reqMatchingSymbols (pattern)");
        assertThatThrownBy(() -> WireMessage.of(Outgoing.REQ_MATCHING_SYMBOLS).set("pattern", "a\u0000b"))
                .hasMessageStartingWith("NOT_ASCII");
    }
}
