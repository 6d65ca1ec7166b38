package alvh.simulator.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The message sequences of protocol page 6.5, each as short text: OO, OS, EX, CF, ER with what matters. */
class OrderSequencesTest {

    private static final String CALL = "VIX   260415C00022000";
    private final Kit kit = Kit.held();
    private final Client client = kit.client(7);

    @BeforeEach
    void pinned() {
        kit.play("quote VIX260415C22 0.68 0.76 size 50");
        kit.play("hold fills");
    }

    private WireMessage order(int id, String action, int quantity, double limit) {
        return WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", id).set("contract.conId", kit.conId(CALL))
                .set("exchange", "SMART").set("action", action).set("totalQuantity", quantity)
                .set("orderType", "LMT").set("lmtPrice", limit).set("tif", "DAY").set("account", "DUSIM0001")
                .set("orderRef", "HB1.S.TEST." + id).set("transmit", true);
    }

    private WireMessage combo(int id, double limit) {
        WireMessage combo = WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", id).set("symbol", "XSP")
                .set("secType", "BAG").set("exchange", "SMART").set("currency", "USD").set("action", "BUY")
                .set("totalQuantity", 1).set("lmtPrice", limit).set("orderRef", "HB1.S.COMBO").set("transmit", true);
        combo.add("comboLegs").set("conId", kit.conId("XSP   260529P00570000")).set("ratio", 1).set("action", "BUY")
                .set("exchange", "SMART");
        combo.add("comboLegs").set("conId", kit.conId("XSP   260529P00560000")).set("ratio", 1).set("action", "SELL")
                .set("exchange", "SMART");
        return combo;
    }

    static WireMessage cancel(int id) {
        return WireMessage.of(Outgoing.CANCEL_ORDER).set("orderId", id);
    }

    /** OO(status) OS(status filled/remaining) EX(secType side shares@price) CF ER(code), others by their id. */
    static List<String> shorts(List<String> frames) {
        List<String> shorts = new ArrayList<>();
        for (String frame : frames) {
            String[] f = frame.split("\\|", -1);
            shorts.add(switch (f[0]) {
                case "5" -> "OO " + f[1] + " " + (frame.contains("|PreSubmitted|")
                        ? "PreSubmitted"
                        : frame.contains("|Submitted|")
                                ? "Submitted"
                                : frame.contains("|Filled|") ? "Filled" : "Inactive");
                case "3" -> "OS " + f[1] + " " + f[2] + " " + f[3] + "/" + f[4];
                case "11" -> "EX " + f[2] + " " + f[5] + " " + f[18] + " " + f[19] + "@" + f[20];
                case "59" -> "CF";
                case "4" -> "ER " + f[1] + " " + f[2];
                default -> f[0];
            });
        }
        return shorts;
    }

    @Test
    void aRestingLimitOrder() {
        List<String> frames = client.ask(order(1, "BUY", 3, 0.70));
        assertThat(shorts(frames)).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/3", "OO 1 Submitted",
                "OS 1 Submitted 0/3");
        assertThat(frames.get(0).split("\\|", -1)).hasSize(157);
        assertThat(frames.get(0)).startsWith("5|1|" + kit.conId(CALL) + "|VIX|OPT|20260414|22|C|100|SMART|USD|" + CALL
                + "|VIX|BUY|3|LMT|0.7|0.0|DAY||DUSIM0001||0|HB1.S.TEST.1|7|").contains("/DUSIM0001/100|");
    }

    @Test
    void aRestingOrderFillsWhenTheMarketComes() {
        client.ask(order(1, "BUY", 2, 0.70));
        kit.play("fill VIX260415C22");
        List<String> frames = client.heard();
        assertThat(shorts(frames)).containsExactly("EX 1 OPT BOT 2@0.7", "OO 1 Filled", "OS 1 Filled 2/0", "CF");
        assertThat(frames.get(0)).startsWith("11|-1|1|" + kit.conId(CALL) + "|VIX|OPT|20260414|22|C|100|")
                .contains("|20260310 10:15:00 US/Eastern|DUSIM0001|").contains("|HB1.S.TEST.1|");
        assertThat(frames.get(3)).matches("59\\|1\\|.*\\|[0-9.]+\\|USD\\|" + Kit.DMAX.replace(".", "\\.") + "\\|"
                + Kit.DMAX.replace(".", "\\.") + "\\|\\|");
    }

    @Test
    void anOrderAtTheTouchFillsAtOnce() {
        kit.play("release fills");
        assertThat(shorts(client.ask(order(1, "BUY", 2, 0.76)))).containsExactly("OO 1 PreSubmitted",
                "OS 1 PreSubmitted 0/2", "OO 1 Submitted", "OS 1 Submitted 0/2", "EX 1 OPT BOT 2@0.76", "OO 1 Filled",
                "OS 1 Filled 2/0", "CF");
    }

    @Test
    void partialFills() {
        client.ask(order(1, "BUY", 3, 0.70));
        kit.play("fill VIX260415C22 1");
        assertThat(shorts(client.heard())).containsExactly("EX 1 OPT BOT 1@0.7", "OS 1 Submitted 1/2", "CF");
        kit.play("fill VIX260415C22 1");
        assertThat(shorts(client.heard())).containsExactly("EX 1 OPT BOT 1@0.7", "OS 1 Submitted 2/1", "CF");
        kit.play("fill base");
        assertThat(shorts(client.heard())).containsExactly("EX 1 OPT BOT 1@0.7", "OO 1 Filled", "OS 1 Filled 3/0",
                "CF");
    }

    @Test
    void aCancelAndWhatComesAfterIt() {
        client.ask(order(1, "BUY", 3, 0.70));
        kit.play("fill VIX260415C22 1");
        List<String> frames = client.ask(cancel(1));
        assertThat(shorts(frames)).containsExactly("OS 1 Cancelled 1/2", "ER 1 202");
        assertThat(frames.get(1)).contains("|Order Canceled - reason:|");
        assertThat(client.ask(cancel(1))).singleElement().asString().startsWith(
                "4|1|10148|OrderId 1 that needs to be cancelled cannot be cancelled, state: Cancelled.|");
        assertThat(shorts(client.ask(cancel(99)))).containsExactly("ER 99 10147");
        kit.play("fill VIX260415C22 1");
        assertThat(shorts(client.heard())).as("a late fill").contains("EX 1 OPT BOT 1@0.7");
    }

    @Test
    void aModificationKeepsTheId() {
        client.ask(order(1, "BUY", 3, 0.70));
        assertThat(shorts(client.ask(order(1, "BUY", 3, 0.71)))).containsExactly("OO 1 Submitted",
                "OS 1 Submitted 0/3");
        assertThat(shorts(client.ask(order(1, "SELL", 3, 0.71)))).containsExactly("ER 1 105");
        client.ask(cancel(1));
        assertThat(shorts(client.ask(order(1, "BUY", 3, 0.71)))).containsExactly("ER 1 103");
    }

    @Test
    void orderIdsOnlyGoUp() {
        client.ask(order(10, "BUY", 1, 0.70));
        assertThat(client.ask(order(9, "BUY", 1, 0.70))).singleElement().asString()
                .startsWith("4|9|103|Duplicate order id|");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|11|");
        assertThat(kit.client(8).heard("9|")).containsExactly("9|1|1|");
    }

    @ParameterizedTest
    @CsvSource({"lmtPrice,0.705,110", "totalQuantity,0,434", "totalQuantity,1.5,10243", "totalQuantity,'',434",
            "orderType,PEG MID,387", "orderType,MOC,387", "orderType,STP,107", "tif,OPG,201", "tif,DTC,111",
            "tif,GTD,107", "goodAfterTime,soon,343", "action,SSHORT,321", "account,DU7654321,321",
            "contract.conId,5,200", "algoStrategy,Sniper,439", "parentId,3,10006", "cashQty,500,10244",
            "lmtPrice,'',107", "lmtPrice,inf,107"})
    void refusalsComeAloneWithTheirCode(String field, String value, int code) {
        List<String> frames = client.ask(order(1, "BUY", 1, 0.70).set(field, value));
        assertThat(shorts(frames)).containsExactly("ER 1 " + code);
        assertThat(kit.exchange.openOrders()).isEmpty();
    }

    @Test
    void anUnreadableOrderDraws320WithItsId() {
        String good = alvh.wire.FrameCodec.print(alvh.wire.FrameCodec.encode(order(4, "BUY", 1, 0.70), 200));
        assertThat(client.raw(good.replace("|BUY|1|LMT|", "|BUY|x|LMT|"))).singleElement().asString()
                .startsWith("4|4|320|Error reading request. Unable to parse field: 'totalQuantity'");
        assertThat(client.raw(good.substring(0, 200))).singleElement().asString().startsWith("4|4|320|");
    }

    @Test
    void aScriptedRefusalIsInactiveWithItsText() {
        kit.play("refuse base times 1 201 \"Order rejected - reason:margin\"");
        List<String> frames = client.ask(order(1, "BUY", 1, 0.70));
        assertThat(shorts(frames)).containsExactly("OO 1 Inactive", "OS 1 Inactive 0/1", "ER 1 201");
        assertThat(frames.get(2)).contains("|Order rejected - reason:margin|");
        assertThat(shorts(client.ask(order(2, "BUY", 1, 0.70)))).contains("OS 2 Submitted 0/1");
        kit.play("refuse acceleration 201 no");
        assertThat(shorts(client.ask(order(3, "BUY", 1, 0.70)))).contains("OS 3 Submitted 0/1");
    }

    @Test
    void aWhatIfAnswersOnceAndReachesNobody() {
        List<String> frames = client.ask(order(1, "BUY", 2, 0.70).set("whatIf", true));
        assertThat(frames).hasSize(1);
        String[] f = frames.get(0).split("\\|", -1);
        assertThat(List.of(f[92], f[93])).containsExactly("1", "PreSubmitted");
        for (int margin = 94; margin < 103; margin++) {
            assertThat(f[margin]).matches("-?\\d+\\.\\d\\d");
        }
        assertThat(Double.parseDouble(f[103])).isBetween(0.5, 10.0);
        assertThat(kit.exchange.openOrders()).isEmpty();
        assertThat(kit.exchange.market().held()).isTrue();
    }

    @Test
    void aComboExecutesAsBagAndByLegs() {
        kit.play("quote XSP260529P570 6.00 6.20");
        kit.play("quote XSP260529P560 4.10 4.30");
        List<String> frames = client.ask(combo(1, 1.95));
        assertThat(shorts(frames)).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/1", "OO 1 Submitted",
                "OS 1 Submitted 0/1");
        assertThat(frames.get(0)).startsWith("5|1|28812380|XSP|BAG||0|?||SMART|USD|28812380|COMB|BUY|1|LMT|1.95|")
                .contains("|2|" + kit.conId("XSP   260529P00570000") + "|1|BUY|SMART|0|0||-1|"
                        + kit.conId("XSP   260529P00560000") + "|1|SELL|SMART|0|0||-1|0|1|NonGuaranteed|0|");
        kit.play("fill acceleration");
        List<String> fills = client.heard();
        assertThat(shorts(fills)).hasSize(7).startsWith("EX 1 BAG BOT 1@1.95").endsWith("OO 1 Filled",
                "OS 1 Filled 1/0", "CF", "CF");
        assertThat(shorts(fills).subList(1, 3)).satisfiesExactly(
                bought -> assertThat(bought).startsWith("EX 1 OPT BOT 1@"),
                sold -> assertThat(sold).startsWith("EX 1 OPT SLD 1@"));
    }

    @Test
    void aCorrectionRepeatsTheIdWithAHigherEnd() {
        client.ask(order(1, "BUY", 1, 0.70));
        kit.play("fill base");
        String first = client.heard("11|").get(0).split("\\|", -1)[14];
        kit.play("correct base 0.72");
        String[] second = client.heard("11|").get(0).split("\\|", -1);
        assertThat(first).endsWith(".01");
        assertThat(second[14]).isEqualTo(first.substring(0, first.length() - 3) + ".02");
        assertThat(second[20]).isEqualTo("0.72");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 5)).get(0)).contains(".02|");
    }

    @Test
    void eachClientHearsOfItsOwnOrdersAndMaySeeAll() {
        Client other = kit.client(8);
        client.ask(order(1, "BUY", 1, 0.70));
        assertThat(other.heard()).isEmpty();
        assertThat(shorts(other.ask(WireMessage.of(Outgoing.REQ_OPEN_ORDERS)))).containsExactly("53");
        assertThat(shorts(other.ask(WireMessage.of(Outgoing.REQ_ALL_OPEN_ORDERS)))).containsExactly("OO 1 Submitted",
                "OS 1 Submitted 0/1", "53");
        assertThat(shorts(other.ask(cancel(1)))).containsExactly("ER 1 10147");
        other.ask(WireMessage.of(Outgoing.REQ_GLOBAL_CANCEL));
        assertThat(shorts(client.heard())).containsExactly("OS 1 Cancelled 0/1", "ER 1 202");
    }

    @Test
    void whoComesBackHearsOfItsLiveOrdersFirst() {
        client.ask(order(1, "BUY", 1, 0.70));
        kit.play("drop connection");
        assertThat(client.heard()).containsExactly("close FIN");
        Client back = kit.client(7);
        assertThat(shorts(back.heard())).startsWith("OO 1 Submitted", "OS 1 Submitted 0/1", "53", "15", "9");
        assertThat(back.heard("9|")).containsExactly("9|1|2|");
        assertThat(shorts(back.ask(cancel(1)))).containsExactly("OS 1 Cancelled 0/1", "ER 1 202");
    }

    @Test
    void completedOrdersComeWithoutTheirIds() {
        client.ask(order(1, "BUY", 1, 0.70));
        client.ask(cancel(1));
        List<String> frames = client.ask(WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS));
        assertThat(frames).hasSize(2).last().isEqualTo("102|");
        assertThat(frames.get(0).split("\\|", -1)).hasSize(104);
        assertThat(frames.get(0)).startsWith("101|" + kit.conId(CALL) + "|VIX|OPT|")
                .contains("|Cancelled|").contains("|20260310 10:15:00 US/Eastern|Cancelled by Trader|")
                .contains("|HB1.S.TEST.1|");
    }

    @Test
    void executionsAreFilteredAndShowTheirOwner() {
        client.ask(order(1, "BUY", 1, 0.70));
        kit.play("fill base");
        kit.play("trade VIX260415C22 +2 at 0.75");
        WireMessage ask = WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 5);
        List<String> all = client.ask(ask);
        assertThat(shorts(all)).containsExactly("EX 1 OPT BOT 1@0.7", "CF", "EX 0 OPT BOT 2@0.75", "CF", "55");
        assertThat(shorts(kit.client(8).ask(ask))).startsWith("EX 0 OPT BOT 1@0.7");
        assertThat(shorts(client.ask(ask.set("clientId", 7)))).containsExactly("EX 1 OPT BOT 1@0.7", "CF", "55");
        assertThat(shorts(client.ask(ask.set("side", "SELL")))).containsExactly("55");
        assertThat(shorts(client.ask(ask.set("side", "BUY").set("time", "20260310-14:15:01")))).containsExactly("55");
        kit.play("advance 2026-03-11 10:00");
        WireMessage later = WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 6);
        assertThat(shorts(client.ask(later))).containsExactly("55");
        assertThat(shorts(client.ask(later.set("lastNDays", 2)))).hasSize(5);
        assertThat(shorts(kit.client(9, 199).ask(later))).as("an older client has no history").containsExactly("55");
    }

    @Test
    void aDayOrderDiesAtTheClose() {
        client.ask(order(1, "BUY", 1, 0.10));
        kit.play("advance 16:20");
        kit.pass(Duration.ofSeconds(1));
        assertThat(kit.exchange.openOrders()).isEmpty();
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS)).get(0)).contains("Cancelled by System");
    }

    @Test
    void answersCanBeWithheldAndDoubled() {
        kit.play("mute acks on");
        assertThat(shorts(client.ask(order(1, "BUY", 1, 0.70)))).containsExactly("OS 1 PreSubmitted 0/1",
                "OS 1 Submitted 0/1");
        kit.play("mute acks off");
        kit.play("repeat status 2");
        assertThat(shorts(client.ask(order(2, "BUY", 1, 0.69)))).containsExactly("OO 2 PreSubmitted",
                "OS 2 PreSubmitted 0/1", "OS 2 PreSubmitted 0/1", "OO 2 Submitted", "OS 2 Submitted 0/1",
                "OS 2 Submitted 0/1");
        kit.play("repeat status 1");
        kit.play("mute status on");
        kit.play("mute commissions on");
        kit.play("fill any 1");
        assertThat(shorts(client.heard())).containsExactly("EX 1 OPT BOT 1@0.7", "OO 1 Filled", "EX 2 OPT BOT 1@0.69",
                "OO 2 Filled");
        kit.play("mute cancels on");
        client.ask(order(3, "BUY", 1, 0.60));
        assertThat(shorts(client.ask(cancel(3)))).isEmpty();
        kit.play("silence on");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).isEmpty();
        kit.play("silence off");
        assertThat(client.ask(WireMessage.of(Outgoing.REQ_CURRENT_TIME))).hasSize(1);
    }

    @Test
    void whileTheLinkIsDownOrdersWaitAndFillsAreToldLater() {
        client.ask(order(1, "BUY", 1, 0.70));
        kit.play("link down");
        assertThat(shorts(client.heard())).containsExactly("ER -1 1100");
        assertThat(client.ask(order(2, "BUY", 1, 0.69))).isEmpty();
        kit.play("fill base");
        assertThat(client.heard()).isEmpty();
        kit.play("link up");
        assertThat(shorts(client.heard())).startsWith("ER -1 1102", "EX 1 OPT BOT 1@0.7", "OO 1 Filled",
                "OS 1 Filled 1/0", "CF", "OO 2 PreSubmitted");
        client.ask(WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", 5).set("conId", kit.conId(CALL)));
        kit.play("link retry");
        assertThat(shorts(client.heard())).containsExactly("ER -1 2110");
        kit.play("link lost");
        assertThat(shorts(client.heard())).containsExactly("ER -1 1101");
        kit.pass(Duration.ofSeconds(3));
        assertThat(client.heard()).as("subscriptions are lost").isEmpty();
    }

    @Test
    void aWarningLeavesTheOrderAlone() {
        client.ask(order(1, "BUY", 1, 0.70));
        kit.play("warn base 399 Order Message: repriced");
        assertThat(client.heard()).singleElement().asString().startsWith("4|1|399|Order Message: repriced|");
        kit.play("warn acceleration 399 nobody");
        assertThat(client.heard()).isEmpty();
        assertThat(kit.said).last().asString().startsWith("no working order is meant by");
        assertThat(kit.exchange.openOrders()).hasSize(1);
    }

    @Test
    void aLineAboutWhatThisWorldDoesNotHaveIsAnsweredNotFatal() {
        kit.play("trade ABCD +1 at 3");
        assertThat(kit.said).last().asString().contains("ABCD");
        kit.play("jump ABCD +1");
        assertThat(kit.said).last().asString().startsWith("cannot play 'jump ABCD +1': ");
        kit.play("quote ABCD 1 2");
        assertThat(kit.said).last().asString().startsWith("cannot play 'quote ABCD 1 2': ");
    }

    @Test
    void aHardDropIsAReset() {
        kit.play("drop hard");
        assertThat(client.heard()).containsExactly("close RST");
    }
}
