package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.FrameCodec;
import alvh.wire.Handshake;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReceptionTest {

    private static final String MILLIS = "1773152100000";

    @ParameterizedTest
    @CsvSource({"176, 200, 200", "100, 193, 193", "157, 178, 178", "176, 176, 176", "100, 223, 200", "200, 200, 200"})
    void theSmallerMaximumIsAnswered(int min, int max, String version) {
        Kit kit = Kit.held();
        kit.step(new GatewayInput.Hello(1, new Handshake.ClientHello(min, max, "+PACEAPI")));
        assertThat(kit.heardBy(1)).containsExactly(version + "|20260310 10:15:00 EST|");
    }

    @ParameterizedTest
    @CsvSource({"201, 223", "100, 175"})
    void aRangeThatCannotBeServedIsClosedWithoutAHello(int min, int max) {
        Kit kit = Kit.held();
        kit.step(new GatewayInput.Hello(1, new Handshake.ClientHello(min, max, "")));
        assertThat(kit.heardBy(1)).containsExactly("close FIN");
    }

    @Test
    void aStartedSessionHearsAccountIdAndFarms() {
        Client client = Kit.held().client(7);
        assertThat(client.heard()).containsExactly("15|1|DUSIM0001|", "9|1|1|",
                "4|-1|2104|Market data farm connection is OK:usfarm||" + MILLIS + "|",
                "4|-1|2106|HMDS data farm connection is OK:ushmds||" + MILLIS + "|",
                "4|-1|2158|Sec-def data farm connection is OK:secdefnj||" + MILLIS + "|");
    }

    @Test
    void below194AnErrorHasAVersionAndNoTime() {
        Client client = Kit.held().client(7, 193);
        assertThat(client.heard("4|"))
                .contains("4|2|-1|2104|Market data farm connection is OK:usfarm||");
    }

    @Test
    void requestsBeforeStartApiAreIgnored() {
        Client client = Kit.held().connect(200);
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).isEmpty();
        assertThat(client.raw("999|")).isEmpty();
        assertThat(client.ask(WireMessage.of(Outgoing.START_API).set("clientId", 3))).hasSize(5);
    }

    @Test
    void aClientIdInUseClosesTheNewSocketOnly() {
        Kit kit = Kit.held();
        Client first = kit.client(7);
        Client second = kit.client(7);
        assertThat(second.heard()).containsExactly("4|-1|326|Unable to connect as the client id is already in use."
                + " Retry with a unique client id.||" + MILLIS + "|", "close FIN");
        assertThat(second.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).isEmpty();
        assertThat(first.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).containsExactly("49|1|1773152100|");
        kit.step(new GatewayInput.Gone(first.connection));
        assertThat(kit.client(7).heard("15|")).hasSize(1);
    }

    @Test
    void theClockIsTheExchangesAndMayBeSkewed() {
        Kit kit = Kit.held();
        Client client = kit.client(7);
        kit.pass(Duration.ofMillis(1500));
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME_IN_MILLIS)))
                .containsExactly("109|1773152101500|");
        kit.play("skew +5s");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).containsExactly("49|1|1773152106|");
        kit.play("advance 10:20");
        kit.play("skew -1s");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).containsExactly("49|1|1773152399|");
    }

    @Test
    void unknownAndUnreadableMessagesAreAnsweredAndTheSocketStaysOpen() {
        Client client = Kit.held().client(7);
        assertThat(client.raw("999|1|42|")).containsExactly("4|42|321|Error validating request.-'bX' : cause -"
                + " Unknown or unsupported message id 999||" + MILLIS + "|");
        assertThat(client.raw("9|8|44|x|VIX|")).hasSize(1).first().asString()
                .startsWith("4|44|320|Error reading request. Unable to parse field: 'conId' of reqContractDetails");
        assertThat(client.raw("62|1|45|")).hasSize(1).first().asString()
                .startsWith("4|45|320|Error reading request. Unable to parse field: 'group'");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|1|");
    }

    /** Requests that the protocol page names without a layout (4.2). */
    @ParameterizedTest
    @ValueSource(ints = {18, 19, 22, 23, 24, 52, 53, 65, 66, 67, 68, 69, 70, 72, 73, 79, 80, 82, 83, 84, 85, 86, 88, 89,
            100, 101, 102, 103})
    void requestsWithoutALayoutDraw321(int id) {
        Client client = Kit.held().client(7);
        assertThat(client.raw(id + "|1|42|")).singleElement().asString()
                .matches("4\\|\\d+\\|321\\|.*|4\\|-1\\|321\\|.*")
                .contains("Unknown or unsupported message id " + id + "|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|1|");
    }

    @Test
    void moreThanFiftyMessagesASecondDraw100AndPersistenceTheDoor() {
        Kit kit = Kit.held();
        Client client = kit.client(7); // startApi was the first message of this second
        for (int i = 0; i < 49; i++) {
            assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).hasSize(1);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).as("a burst is one offence")
                    .containsExactly("4|-1|100|Max rate of messages per second has been exceeded:max=50||" + MILLIS
                            + "|");
        }
        for (int second = 2; second <= 3; second++) {
            assertThat(burst(kit, client)).isEqualTo(10);
        }
        assertThat(burst(kit, client)).as("the fourth second in ten").isZero();
        assertThat(client.heard()).as("closed, and nothing read after it").isEmpty();
        Client next = kit.client(8);
        kit.play("pacing 2");
        kit.pass(Duration.ofSeconds(1));
        assertThat(next.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).hasSize(1).first().asString()
                .startsWith("49|");
        kit.pass(Duration.ofMillis(10));
        next.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME));
        assertThat(next.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).first().asString().contains("|100|");
        kit.pass(Duration.ofSeconds(1));
        assertThat(next.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).first().asString().startsWith("49|");
    }

    /** Sixty messages in the next second; the warnings drawn. */
    private static long burst(Kit kit, Client client) {
        kit.pass(Duration.ofSeconds(1));
        long warnings = 0;
        for (int i = 0; i < 60; i++) {
            warnings += client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME)).stream()
                    .filter(f -> f.startsWith("4|-1|100|")).count();
        }
        return warnings;
    }

    @Test
    void readOnlyRefusesWhatNeedsOrdersAndNothingElse() {
        Kit kit = Kit.held();
        kit.play("readonly on");
        Client client = kit.client(7);
        assertThat(client.heard("9|")).hasSize(1);
        String refused = "|321|Error validating request.-'b7' : cause - The API interface is currently in Read-Only"
                + " mode.||" + MILLIS + "|";
        assertThat(client.ask(WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", 5)))
                .containsExactly("4|5" + refused);
        assertThat(client.ask(WireMessage.of(Outgoing.CANCEL_ORDER).set("orderId", 5)))
                .containsExactly("4|5" + refused);
        for (Outgoing kind : List.of(Outgoing.REQ_GLOBAL_CANCEL, Outgoing.REQ_IDS, Outgoing.REQ_OPEN_ORDERS,
                Outgoing.REQ_ALL_OPEN_ORDERS, Outgoing.REQ_COMPLETED_ORDERS)) {
            assertThat(client.ask(WireMessage.of(kind))).containsExactly("4|-1" + refused);
        }
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_POSITIONS))).last().isEqualTo("62|1|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 9)))
                .containsExactly("55|1|9|");
    }

    @Test
    void aMessageIsCountedWhenItArrives() {
        Kit kit = Kit.held();
        Client client = kit.client(7);
        byte[] ping = FrameCodec.encode(WireMessage.of(Outgoing.REQ_CURRENT_TIME), 200);
        Instant early = kit.now;
        kit.pass(Duration.ofSeconds(5));
        for (int i = 0; i < 49; i++) {
            kit.step(new GatewayInput.Frame(client.connection, ping, early));
        }
        for (int i = 0; i < 50; i++) {
            kit.step(new GatewayInput.Frame(client.connection, ping, kit.now));
            assertThat(client.heard()).hasSize(1).first().asString().startsWith("49|");
        }
    }

    @Test
    void aSilentGatewayDoesNotEvenGreet() {
        Kit kit = Kit.held();
        kit.play("silence on");
        kit.step(new GatewayInput.Hello(1, new Handshake.ClientHello(176, 200, "")));
        assertThat(kit.heardBy(1)).isEmpty();
    }

    @Test
    void aStrictGatewayRefusesWhatALiveOneRefuses() {
        Kit kit = Kit.held();
        Client client = kit.client(7);
        assertThat(client.raw("91|240|surplus|")).singleElement().asString().startsWith("93|240|");
        kit.play("strict on");
        assertThat(client.raw("91|240|surplus|")).singleElement().asString().contains("|320|");
        assertThat(client.raw("91|240|")).singleElement().asString().startsWith("93|240|");
    }

    @ParameterizedTest
    @CsvSource({"176, 136", "177, 135", "182, 135", "183, 136", "184, 137", "185, 138", "188, 138", "189, 139",
            "192, 139", "193, 141", "194, 141", "195, 154", "197, 154", "198, 155", "199, 156", "200, 156"})
    void anOpenOrderHasTheFieldsOfItsVersion(int version, int fields) {
        Kit kit = Kit.held();
        Client client = kit.client(7, version);
        String order = client.ask(WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", 1)
                .set("contract.conId", kit.conId("VIX   260415C00022000")).set("exchange", "SMART")
                .set("totalQuantity", 1).set("lmtPrice", 0.05).set("transmit", true)).get(0);
        assertThat(order).startsWith("5|1|");
        assertThat(order.split("\\|", -1)).hasSize(fields + 1);
    }
}
