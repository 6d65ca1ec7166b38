package alvh.simulator.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions and the episodes of their connections. Expected texts and orders are those of the protocol page. */
class SessionsTest {

    private static final WireMessage PING = WireMessage.of(Outgoing.REQ_CURRENT_TIME);
    private final Kit kit = Kit.held();

    private static WireMessage vix(int reqId) {
        return WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", reqId).set("symbol", "VIX").set("secType", "IND")
                .set("exchange", "CBOE").set("currency", "USD");
    }

    private void order(Client client, int id, String tif) {
        client.ask(WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", id)
                .set("contract.conId", kit.conId("VIX   260415C00022000")).set("exchange", "SMART").set("tif", tif)
                .set("totalQuantity", 1).set("lmtPrice", 0.05).set("transmit", true));
    }

    // ---- who may come in

    @Test
    void thirtyTwoClientsAreAllAndTheNextIsClosedWithoutAHello() {
        for (int id = 0; id < 32; id++) {
            assertThat(kit.client(id).heard("15|")).hasSize(1);
        }
        Client last = kit.connect(200);
        assertThat(last.heard()).containsExactly("close FIN");
        kit.step(new GatewayInput.Gone(1));
        assertThat(kit.client(40).heard("15|")).hasSize(1);
    }

    @Test
    void aDeadSessionMayHoldItsClientIdForAWhile() {
        kit.play("linger 60s");
        Client first = kit.client(7);
        kit.step(new GatewayInput.Gone(first.connection));
        kit.pass(Duration.ofSeconds(59));
        assertThat(kit.client(7).heard()).hasSize(2).first().asString().startsWith("4|-1|326|");
        assertThat(kit.client(8).heard("15|")).hasSize(1);
        kit.pass(Duration.ofSeconds(1));
        assertThat(kit.client(7).heard("15|")).hasSize(1);
    }

    @Test
    void aNegativeClientIdIsRefusedAndASecondStartApiChangesNothing() {
        assertThat(kit.client(-5).heard()).first().asString().startsWith("4|-1|326|");
        Client client = kit.client(7);
        assertThat(client.ask(WireMessage.of(Outgoing.START_API).set("clientId", 9))).isEmpty();
        order(client, 1, "GTC");
        assertThat(client.heard("3|1|")).isNotEmpty().allMatch(frame -> frame.contains("|7||"));
    }

    @Test
    void theNextValidIdIsCountedForEachClientIdAlone() {
        Client seven = kit.client(7);
        order(seven, 41, "DAY");
        assertThat(seven.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|42|");
        assertThat(kit.client(8).heard("9|")).containsExactly("9|1|1|");
        kit.step(new GatewayInput.Gone(seven.connection));
        Client again = kit.client(7);
        assertThat(again.heard("9|")).containsExactly("9|1|42|");
        assertThat(again.heard().get(0)).as("its live order comes before the accounts").startsWith("5|41|");
    }

    @Test
    void aSlowGatewayLetsItsClientsWait() {
        kit.play("slow greeting 5s");
        kit.play("slow bootstrap 8s");
        Client client = kit.connect(200);
        assertThat(client.heard()).isEmpty();
        kit.pass(Duration.ofSeconds(5));
        assertThat(client.heard()).singleElement().asString().startsWith("200|");
        assertThat(client.ask(WireMessage.of(Outgoing.START_API).set("clientId", 7))).isEmpty();
        assertThat(client.ask(PING)).isEmpty();
        kit.pass(Duration.ofSeconds(8));
        assertThat(client.heard()).hasSize(6).first().isEqualTo("15|1|DUSIM0001|");
        assertThat(client.heard()).last().asString().startsWith("49|1|");
    }

    // ---- pace

    @Test
    void aPacedClientIsHeldBackInsteadOfRefused() {
        Client client = kit.connect(200, "+PACEAPI");
        client.ask(WireMessage.of(Outgoing.START_API).set("clientId", 7));
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            answers.addAll(client.ask(PING));
        }
        assertThat(answers).as("with startApi fifty in this second").hasSize(49);
        kit.pass(Duration.ofSeconds(1));
        answers.addAll(client.heard("49|"));
        assertThat(answers).hasSize(99);
        kit.pass(Duration.ofSeconds(1));
        answers.addAll(client.heard("49|"));
        assertThat(answers).hasSize(120);
        assertThat(client.ask(PING)).hasSize(1);
    }

    @Test
    void moreMarketDataLinesAllowMoreMessages() {
        kit.play("lines 240");
        Client client = kit.client(7);
        for (int i = 0; i < 119; i++) {
            assertThat(client.ask(PING)).singleElement().asString().startsWith("49|");
        }
        assertThat(client.ask(PING)).singleElement().asString().contains("|100|").contains("max=120");
    }

    // ---- whose error it is

    @ParameterizedTest
    @CsvSource({"22|77|10|, 77", "23|1|78|, 78", "52|2|79|, 79", "80|, -1", "83|81|c7003|, 81", "85|, -1",
            "86|82|1|BRFG|, 82", "88|83|0|VIX|, 83", "100|84|, 84", "24|1|, -1", "999|1|x|, -1", "nonsense|1|2|, -1",
            "203|1|2000000001|, 2000000001", "203|1|3000000001|, -1"})
    void whatIsNotServedDraws321ForItsOwnRequest(String frame, int id) {
        Client client = kit.client(7);
        assertThat(client.raw(frame)).singleElement().asString().startsWith("4|" + id + "|321|");
        assertThat(client.ask(PING)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1|11|90|0|VIX|IND|||, 90, right", "78|91|VIX||IND|, 91, conId", "92|92|DUSIM0001|, 92, modelCode",
            "7|3|93|0||||||, 93, side", "98|, -1, reqId", "4|94|, 94, manualOrderCancelTime", "91|, -1, marketRuleId",
            "20|95|0|VIX|IND||||||CBOE|USD|||0||1 day|, 95, durationStr", "104|x|, -1, reqId",
            "7|3|96|0|||||||7|, 96, count of specificDates"})
    void aMissingFieldDraws320WithItsName(String frame, int id, String field) {
        Client client = kit.client(7);
        assertThat(client.raw(frame)).singleElement().asString().startsWith("4|" + id + "|320|")
                .contains("'" + field + "'");
        assertThat(client.ask(PING)).hasSize(1);
    }

    @Test
    void below192ACancelCarriesItsIdBehindAVersion() {
        assertThat(kit.client(7, 178).raw("4|1|94|")).singleElement().asString().startsWith("4|2|94|320|");
    }

    // ---- episodes

    @Test
    void aRestartTellsClosesAndComesBack() {
        Client client = kit.client(7);
        kit.play("restart 30s");
        assertThat(client.heard()).hasSize(2).last().isEqualTo("close FIN");
        assertThat(client.heard().get(0)).startsWith("4|-1|1300|");
        kit.pass(Duration.ofSeconds(29));
        assertThat(kit.connect(200).heard()).containsExactly("close FIN");
        assertThat(kit.ports).containsExactly(false);
        kit.pass(Duration.ofSeconds(1));
        assertThat(kit.ports).containsExactly(false, true);
        assertThat(kit.client(7).heard("15|")).hasSize(1);
    }

    @Test
    void theResetEndsDayOrdersAndForgetsWhatWasCompleted() {
        Client client = kit.client(7);
        order(client, 1, "DAY");
        order(client, 2, "GTC");
        order(client, 3, "DAY");
        client.ask(WireMessage.of(Outgoing.CANCEL_ORDER).set("orderId", 3));
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS))).hasSize(2);
        kit.play("reset 30m");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|1100|");
        kit.pass(Duration.ofMinutes(29));
        assertThat(client.heard()).isEmpty();
        kit.pass(Duration.ofMinutes(1));
        assertThat(client.heard().get(0)).startsWith("4|-1|1102|");
        assertThat(client.heard("3|1|Cancelled|")).hasSize(1);
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS))).containsExactly("102|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_OPEN_ORDERS))).hasSize(3).first().asString()
                .startsWith("5|2|");
    }

    @Test
    void everyNightHasItsReset() {
        kit.play("nightly on");
        Client client = kit.client(7);
        kit.play("advance 23:44");
        kit.pass(Duration.ZERO);
        assertThat(client.heard("4|-1|1100|")).isEmpty();
        kit.pass(Duration.ofMinutes(1));
        assertThat(client.heard("4|-1|1100|")).hasSize(1);
        kit.pass(Duration.ofMinutes(60));
        assertThat(client.heard("4|-1|1102|")).hasSize(1);
        kit.play("advance 2026-03-13 10:00");
        kit.pass(Duration.ZERO);
        assertThat(client.heard().stream().filter(f -> f.contains("|1100|") || f.contains("|1102|")))
                .as("two nights jumped over").hasSize(4);
        kit.play("nightly off");
        kit.play("advance 2026-03-14 10:00");
        kit.pass(Duration.ZERO);
        assertThat(client.heard("4|-1|1100|")).isEmpty();
    }

    @Test
    void aLostLinkKeepsOrForgetsSubscriptions() {
        Client client = kit.client(7);
        client.ask(vix(1));
        kit.play("link down");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|1100|");
        kit.passSlowly(3);
        assertThat(client.heard()).isEmpty();
        kit.play("link up");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|1102|");
        kit.passSlowly(2);
        assertThat(client.heard("1|6|1|4|")).isNotEmpty();
        kit.play("link retry");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|2110|");
        kit.play("link lost");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|1101|");
        kit.passSlowly(3);
        assertThat(client.heard()).isEmpty();
        assertThat(client.ask(vix(1))).as("the id is free again").hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"market down, 2103", "market up, 2104", "market idle, 2108", "market connecting, 2119",
            "history down, 2105", "history up, 2106", "history idle, 2107", "contracts down, 2157",
            "contracts up, 2158"})
    void everyFarmHasItsNoticeAlsoForWhoComesLater(String farm, int code) {
        Client client = kit.client(7);
        kit.play("farm " + farm);
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|" + code + "|");
        assertThat(kit.client(8).heard("4|-1|" + code + "|")).hasSize(1);
    }

    @Test
    void aFrameMayComeInTwoPieces() {
        Client client = kit.client(7);
        kit.play("split 20s");
        assertThat(client.ask(PING)).containsExactly("bytes 00000010343900310031");
        assertThat(client.ask(PING)).isEmpty();
        kit.pass(Duration.ofSeconds(20));
        assertThat(client.heard()).hasSize(2).first().isEqualTo("bytes 37373331353231303000");
        assertThat(client.heard()).last().isEqualTo("49|1|1773152100|");
    }

    @Test
    void whatNoClientKnowsCanBeSent() {
        Client client = kit.client(7);
        kit.play("frame 999|1|hello|");
        assertThat(client.heard()).containsExactly("999|1|hello|");
        kit.play("error 31999 nobody knows this");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|31999|nobody knows this||");
        kit.play("length 99999999");
        assertThat(client.heard()).containsExactly("bytes 05f5e0ff");
        kit.play("length -1");
        assertThat(client.heard()).containsExactly("bytes ffffffff");
        kit.play("drop inside");
        assertThat(client.heard()).containsExactly("bytes 00000010343900310031", "close FIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection, FIN", "hard, RST"})
    void aDropEndsEveryConnection(String how) {
        Client one = kit.client(1);
        Client two = kit.client(2);
        kit.play("slow bootstrap 1h");
        Client slow = kit.client(3);
        kit.play("drop " + how.split(", ")[0]);
        for (Client each : List.of(one, two, slow)) {
            assertThat(each.heard()).containsExactly("close " + how.split(", ")[1]);
        }
    }

    @Test
    void bulletinsReachTheirSubscribers() {
        Client client = kit.client(7);
        kit.play("bulletin 1 exchange notice");
        assertThat(client.heard()).isEmpty();
        client.ask(WireMessage.of(Outgoing.REQ_NEWS_BULLETINS).set("allMsgs", true));
        kit.play("bulletin 2 CBOE is closed");
        assertThat(client.heard()).containsExactly("14|1|2|2|CBOE is closed|NYSE|");
        client.ask(WireMessage.of(Outgoing.CANCEL_NEWS_BULLETINS));
        kit.play("bulletin 3 CBOE is open");
        assertThat(client.heard()).isEmpty();
    }

    @Test
    void accountValuesWaitUntilTheAccountIsReadyAndEndWith2100() {
        Client client = kit.client(7);
        kit.play("accountready off");
        WireMessage ask = WireMessage.of(Outgoing.REQ_ACCOUNT_UPDATES).set("subscribe", true).set("acctCode",
                "DUSIM0001");
        assertThat(client.ask(ask)).contains("6|2|AccountReady|false||DUSIM0001|")
                .noneMatch(frame -> frame.startsWith("6|2|NetLiquidation|"));
        kit.play("accountready on");
        assertThat(client.heard()).contains("6|2|AccountReady|true||DUSIM0001|")
                .anyMatch(frame -> frame.startsWith("6|2|NetLiquidation|"));
        kit.pass(Duration.ofMinutes(3));
        assertThat(client.heard("6|2|NetLiquidation|")).hasSize(1);
        kit.play("error 2100 API client has been unsubscribed from account data.");
        assertThat(client.heard()).singleElement().asString().startsWith("4|-1|2100|");
        kit.pass(Duration.ofMinutes(3));
        assertThat(client.heard("6|")).isEmpty();
    }
}
