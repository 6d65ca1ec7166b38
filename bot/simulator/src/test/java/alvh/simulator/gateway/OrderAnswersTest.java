package alvh.simulator.gateway;

import java.time.Duration;
import java.util.List;

import alvh.simulator.gateway.Kit.Client;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static alvh.simulator.gateway.OrderSequencesTest.cancel;
import static alvh.simulator.gateway.OrderSequencesTest.shorts;
import static org.assertj.core.api.Assertions.assertThat;

/** How orders are answered: rules on ids, what-ifs, refusals in every manner, late and early answers, who hears what. */
class OrderAnswersTest {

    private static final WireMessage OPEN = WireMessage.of(Outgoing.REQ_OPEN_ORDERS);
    private static final WireMessage ALL = WireMessage.of(Outgoing.REQ_ALL_OPEN_ORDERS);
    private final OrderBench bench = new OrderBench();

    // ---- ids, changes, cancels

    @Test
    void whatAChangeMayNotChange() {
        bench.ask(bench.order(1, "BUY", 2, 0.70));
        assertThat(bench.ask(bench.stop(1, "BUY", 2, 0.90))).containsExactly("ER 1 329");
        assertThat(bench.ask(bench.order(1, "BUY", 2, 0.70).set("parentId", 1))).containsExactly("ER 1 105");
        assertThat(bench.ask(bench.order(1, "BUY", 2, 0.70).set("algoStrategy", "Adaptive")))
                .containsExactly("ER 1 440");
        bench.kit.play("fill base");
        assertThat(bench.ask(bench.order(1, "BUY", 2, 0.70))).containsExactly("ER 1 104");
    }

    @Test
    void aSlowCancelMayStillFill() {
        bench.ask(bench.order(1, "BUY", 3, 0.70));
        bench.kit.play("pending 5s");
        assertThat(bench.ask(cancel(1))).containsExactly("OS 1 PendingCancel 0/3");
        assertThat(bench.ask(cancel(1))).containsExactly("ER 1 10148");
        assertThat(bench.ask(bench.order(1, "BUY", 3, 0.71))).containsExactly("ER 1 2102");
        assertThat(bench.played("fill VIX260415C22 1")).containsExactly("EX 1 OPT BOT 1@0.7",
                "OS 1 PendingCancel 1/2", "CF");
        bench.kit.passSlowly(5);
        assertThat(shorts(bench.client.heard())).containsExactly("OS 1 Cancelled 1/2", "ER 1 202");
    }

    @Test
    void aGlobalCancelTakesEverythingAndALaterCancelIs161() {
        Client other = bench.kit.client(8);
        bench.ask(bench.order(1, "BUY", 1, 0.70));
        bench.ask(bench.order(2, "BUY", 1, 0.70).set("transmit", false));
        bench.kit.play("manual VIX260415C22 +2 at 0.60");
        assertThat(other.ask(WireMessage.of(Outgoing.REQ_GLOBAL_CANCEL))).isEmpty();
        assertThat(shorts(bench.client.heard())).containsExactly("ER 2 202", "OS 1 Cancelled 0/1", "ER 1 202");
        assertThat(bench.kit.exchange.openOrders()).isEmpty();
        assertThat(bench.ask(cancel(1))).containsExactly("ER 1 161");
    }

    // ---- what-if

    @Test
    void aWhatIfHasEveryMarginTwiceAndItsCurrency() {
        List<String> frames = bench.client.ask(bench.order(1, "BUY", 2, 0.76).set("whatIf", true));
        String[] f = frames.get(0).split("\\|", -1);
        assertThat(f[107]).isEqualTo("USD");
        for (int i = 0; i < 9; i++) {
            assertThat(f[108 + i]).isEqualTo(f[94 + i]).matches("-?\\d+\\.\\d\\d");
        }
        assertThat(bench.ask(bench.order(1, "BUY", 2, 0.76).set("whatIf", true).set("transmit", false)))
                .containsExactly("ER 1 413");
    }

    @Test
    void aWhatIfOfACombo() {
        List<String> frames = bench.client.ask(bench.combo(1, 1, 1.95).set("whatIf", true));
        assertThat(frames).singleElement().asString().startsWith("5|1|28812380|XSP|BAG|")
                .contains("|1|PreSubmitted|");
        assertThat(bench.client.ask(bench.combo(1, 1, 1.95))).as("the id is still free").hasSize(4);
    }

    @Test
    void aScenarioAnswersWhatIfs() {
        WireMessage ask = bench.order(1, "BUY", 2, 0.76).set("whatIf", true);
        bench.kit.play("refuse base times 1 201 no");
        assertThat(bench.ask(ask)).as("refusals wait for orders").startsWith("OO 1 PreSubmitted");
        bench.kit.play("whatif refuse 201 Order rejected - reason:too much");
        assertThat(bench.ask(ask)).containsExactly("ER 1 201");
        bench.kit.play("whatif warn think again");
        assertThat(bench.client.ask(ask)).singleElement().asString().contains("|think again|");
        bench.kit.play("whatif range");
        String[] f = bench.client.ask(ask).get(0).split("\\|", -1);
        assertThat(f[103]).isEmpty();
        assertThat(f[104]).isEqualTo(f[105]).matches("\\d+\\.\\d+");
        bench.kit.play("whatif off");
        assertThat(bench.client.ask(ask).get(0).split("\\|", -1)[103]).isNotEmpty();
        assertThat(bench.ask(bench.order(1, "BUY", 2, 0.70))).contains("ER 1 201");
    }

    // ---- refusals and warnings

    @Test
    void refusalsInEveryManner() {
        bench.kit.play("refuse any times 1 first 201 \"Order rejected - reason:x\"");
        assertThat(bench.ask(bench.order(1, "BUY", 1, 0.70))).containsExactly("ER 1 201", "OO 1 Inactive",
                "OS 1 Inactive 0/1");
        bench.kit.play("refuse any times 1 bare 109 \"price exceeds\"");
        assertThat(bench.ask(bench.order(2, "BUY", 1, 0.70))).containsExactly("ER 2 109");
        bench.kit.play("refuse any times 1 202 \"Order Canceled - reason:price band\"");
        assertThat(bench.ask(bench.order(2, "BUY", 1, 0.70))).as("a bare refusal leaves the id free")
                .containsExactly("OS 2 Cancelled 0/1", "ER 2 202");
    }

    @Test
    void presetsRefuseBySizeAndPrice() {
        bench.kit.play("preset size 10");
        bench.kit.play("preset price 5");
        assertThat(bench.ask(bench.order(1, "BUY", 11, 0.70))).containsExactly("ER 1 383");
        assertThat(bench.ask(bench.order(1, "BUY", 1, 5.10))).containsExactly("ER 1 382");
        bench.kit.play("preset off");
        assertThat(bench.ask(bench.order(1, "BUY", 11, 0.70))).contains("OS 1 Submitted 0/11");
    }

    @ParameterizedTest
    @CsvSource({"Adaptive,adaptivePriority,Patient,0", "Adaptive,adaptivePriority,Never,441", "Adaptive,speed,1,443",
            "Vwap,maxPctVol,0.1,0", "Sniper,x,1,439"})
    void algorithmsAreKnownByNameAndAttributes(String name, String tag, String value, int code) {
        WireMessage order = bench.order(1, "BUY", 1, 0.70).set("algoStrategy", name);
        order.add("algoParams").set("tag", tag).set("value", value);
        List<String> frames = bench.client.ask(order);
        if (code == 0) {
            assertThat(frames.get(0)).contains("|" + name + "|1|" + tag + "|" + value + "|");
        } else {
            assertThat(shorts(frames)).containsExactly("ER 1 " + code);
        }
        assertThat(bench.ask(bench.combo(2, 1, 1.95).set("algoStrategy", "Adaptive"))).containsExactly("ER 2 442");
    }

    @Test
    void attributesThatMeanNothingAreSaidAgain() {
        WireMessage order = bench.order(1, "BUY", 1, 0.70).set("openClose", "O").set("minQty", 1)
                .set("allOrNone", true).set("extOperator", "X9").set("modelCode", "M").set("outsideRth", true);
        List<String> frames = bench.client.ask(order);
        assertThat(shorts(frames)).contains("ER 1 2109");
        String[] f = frames.get(0).split("\\|", -1);
        assertThat(List.of(f[21], f[26], f[34], f[51], f[52], f[152])).containsExactly("O", "1", "M", "1", "1", "X9");
        assertThat(f[10 - 1]).isEqualTo("SMART");
    }

    // ---- combos

    @Test
    void aComboMayFillInPartsAndAtACredit() {
        bench.ask(bench.combo(1, 3, 1.95));
        assertThat(bench.played("fill acceleration 1")).hasSize(6).startsWith("EX 1 BAG BOT 1@1.95")
                .containsSubsequence("OS 1 Submitted 1/2", "CF", "CF");
        WireMessage credit = bench.combo(2, 1, -1.75);
        credit.list("comboLegs").get(0).set("action", "SELL");
        credit.list("comboLegs").get(1).set("action", "BUY");
        assertThat(bench.client.ask(credit).get(0)).contains("|BUY|1|LMT|-1.75|").contains("|NonGuaranteed|0|");
    }

    @Test
    void aComboMayHaveAPriceForEachLeg() {
        WireMessage combo = bench.combo(1, 1, 0).set("lmtPrice", "");
        combo.add("orderComboLegs").set("price", 6.05);
        assertThat(bench.ask(combo)).containsExactly("ER 1 312");
        combo.add("orderComboLegs").set("price", 4.15);
        assertThat(bench.client.ask(combo).get(0)).contains("|BUY|1|LMT|1.9|").contains("|2|6.05|4.15|1|NonGuar");
    }

    @Test
    void oneLegMayFillAlone() {
        WireMessage combo = bench.combo(1, 2, 1.95);
        combo.add("smartComboRoutingParams").set("tag", "NonGuaranteed").set("value", "1");
        assertThat(bench.client.ask(combo).get(0)).contains("|NonGuaranteed|1|");
        assertThat(bench.played("leg acceleration 2 1")).hasSize(3).satisfies(
                frames -> assertThat(frames.get(0)).startsWith("EX 1 OPT SLD 1@")).endsWith("OS 1 Submitted 0/2",
                        "CF");
        bench.kit.play("release fills");
        bench.kit.pass(Duration.ofSeconds(20));
        assertThat(bench.client.heard("11|")).as("an uneven combo waits").isEmpty();
        List<String> caught = bench.played("leg acceleration 1 1");
        assertThat(caught).hasSize(4).satisfies(f -> assertThat(f.get(1)).startsWith("EX 1 BAG BOT 1@"))
                .contains("OS 1 Submitted 1/1");
        assertThat(bench.kit.exchange.positions()).anyMatch(p -> p.key().toString().equals(OrderBench.PUT_570)
                && p.quantity() == 1).anyMatch(p -> p.key().toString().equals(OrderBench.PUT_560)
                        && p.quantity() == -1);
        List<String> asked = bench.ask(WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 5));
        assertThat(asked).hasSize(6).anyMatch(f -> f.startsWith("EX 1 BAG")).endsWith("55");
        WireMessage tag = bench.combo(2, 1, 1.95);
        tag.add("smartComboRoutingParams").set("tag", "Sideways").set("value", "1");
        assertThat(bench.ask(tag)).containsExactly("ER 2 10027");
    }

    @Test
    void statesInBetweenMayNeverBeTold() {
        bench.kit.play("skip presubmitted on");
        assertThat(bench.ask(bench.order(1, "BUY", 1, 0.70))).containsExactly("OO 1 Submitted", "OS 1 Submitted 0/1");
        bench.kit.play("skip submitted on");
        bench.kit.play("release fills");
        assertThat(bench.ask(bench.order(2, "BUY", 1, 0.76))).containsExactly("EX 2 OPT BOT 1@0.76", "OO 2 Filled",
                "OS 2 Filled 1/0", "CF");
    }

    @Test
    void whatEndsUnfilledMayEndInactive() {
        bench.kit.play("unfilled inactive");
        assertThat(bench.ask(bench.order(1, "BUY", 60, 0.76).set("tif", "FOK"))).endsWith("OO 1 Inactive",
                "OS 1 Inactive 0/60");
        bench.ask(bench.order(2, "BUY", 1, 0.10));
        bench.kit.play("advance 16:20");
        bench.kit.pass(Duration.ofSeconds(1));
        assertThat(shorts(bench.client.heard())).containsExactly("OO 2 Inactive", "OS 2 Inactive 0/1");
    }

    @Test
    void atMostFifteenOrdersWorkOnOneSide() {
        for (int id = 1; id <= 15; id++) {
            bench.ask(bench.order(id, "BUY", 1, 0.10));
        }
        assertThat(bench.ask(bench.order(16, "BUY", 1, 0.10))).containsExactly("OO 16 Inactive", "OS 16 Inactive 0/1",
                "ER 16 201");
        assertThat(bench.ask(bench.order(17, "SELL", 1, 0.90))).as("the other side is free")
                .contains("OS 17 Submitted 0/1");
    }

    @Test
    void anExerciseIsToldAsAnOrder() {
        String put = "AAPL  260417P00195000";
        WireMessage ask = WireMessage.of(Outgoing.EXERCISE_OPTIONS).set("reqId", 1).set("conId", bench.kit.conId(put))
                .set("exchange", "SMART").set("action", 1).set("quantity", 1).set("account", "DUSIM0001");
        assertThat(bench.ask(ask)).as("out of the money").containsExactly("ER 1 201");
        assertThat(bench.ask(ask.set("override", 1))).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/1",
                "EX 1 OPT SLD 1@0", "OO 1 Filled", "OS 1 Filled 1/0", "CF");
        assertThat(bench.ask(ask)).containsExactly("ER 1 103");
        assertThat(bench.kit.exchange.positions()).anyMatch(p -> p.key().text().equals("AAPL")
                && p.quantity() == -100);
    }

    // ---- late, early, without

    @Test
    void commissionsComeEarlyLateOrNever() {
        bench.kit.play("early commissions on");
        bench.ask(bench.order(1, "BUY", 1, 0.70));
        assertThat(bench.played("fill base")).containsExactly("EX 1 OPT BOT 1@0.7", "CF", "OO 1 Filled",
                "OS 1 Filled 1/0");
        bench.kit.play("early commissions off");
        bench.kit.play("late commissions 30s");
        bench.ask(bench.order(2, "BUY", 1, 0.70));
        assertThat(bench.played("fill base")).doesNotContain("CF");
        assertThat(bench.ask(WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 5))).as("asked for it, neither")
                .containsExactly("EX 1 OPT BOT 1@0.7", "EX 2 OPT BOT 1@0.7", "55");
        bench.kit.passSlowly(29);
        assertThat(shorts(bench.client.heard())).doesNotContain("CF");
        bench.kit.passSlowly(1);
        assertThat(shorts(bench.client.heard())).containsExactly("CF");
    }

    @Test
    void fillsComeAfterFilledAndCancelsWithoutTheirCode() {
        bench.kit.play("late executions 3s");
        bench.ask(bench.order(1, "BUY", 1, 0.70));
        assertThat(bench.played("fill base")).containsExactly("OO 1 Filled", "OS 1 Filled 1/0", "CF");
        bench.kit.pass(Duration.ofSeconds(3));
        assertThat(shorts(bench.client.heard())).containsExactly("EX 1 OPT BOT 1@0.7");
        bench.kit.play("late cancels 2s");
        bench.ask(bench.order(2, "BUY", 1, 0.70));
        assertThat(bench.ask(cancel(2))).containsExactly("OS 2 Cancelled 0/1");
        bench.kit.pass(Duration.ofSeconds(2));
        assertThat(shorts(bench.client.heard())).containsExactly("ER 2 202");
        bench.kit.play("mute ends on");
        assertThat(bench.ask(WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 5).set("side", "SELL"))).isEmpty();
    }

    @Test
    void permIdsMayBeHugeOrLate() {
        bench.kit.play("permids from 9007199254740993");
        bench.kit.play("permids late on");
        List<String> frames = bench.client.ask(bench.order(1, "BUY", 1, 0.70));
        assertThat(frames.get(0)).contains("|7|0|0|0|0||9007199254740993.0/DUSIM0001/100|");
        assertThat(frames.get(1)).isEqualTo("3|1|PreSubmitted|0|1|0|0|0|0|7||0|");
        assertThat(frames.get(3)).isEqualTo("3|1|Submitted|0|1|0|9007199254740993|0|0|7||0|");
        bench.ask(bench.order(2, "BUY", 1, 0.70));
        assertThat(bench.kit.exchange.openOrders().get(1).permId()).isEqualTo(9007199254740994L);
        assertThat(bench.played("fill base")).anyMatch(f -> f.startsWith("EX 2 "));
    }

    // ---- who hears what

    @Test
    void manualOrdersHaveNoIdAndAreSeenOnce() {
        bench.kit.play("manual VIX260415C22 +2 at 0.60");
        assertThat(bench.client.heard()).isEmpty();
        assertThat(bench.ask(OPEN)).containsExactly("53");
        assertThat(bench.ask(ALL)).containsExactly("OO 0 Submitted", "OS 0 Submitted 0/2", "53");
        assertThat(bench.played("fill base 1")).isEmpty();
        assertThat(bench.played("cancel any by hand")).isEmpty();
        assertThat(bench.client.ask(WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS))).hasSize(2);
        assertThat(bench.client.ask(WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS).set("apiOnly", true))).hasSize(1);
        bench.kit.play("manual VIX260415C22 +2 at 0.605");
        assertThat(bench.kit.said).last().asString().contains("minimum price variation");
    }

    @Test
    void client0TakesOverManualOrders() {
        assertThat(bench.ask(WireMessage.of(Outgoing.REQ_AUTO_OPEN_ORDERS).set("bind", true)))
                .containsExactly("ER -1 327");
        bench.kit.play("manual VIX260415C22 +2 at 0.60");
        Client zero = bench.kit.client(0);
        assertThat(shorts(zero.heard())).startsWith("OO 0 Submitted", "OS 0 Submitted 0/2", "53", "15");
        List<String> bound = zero.ask(WireMessage.of(Outgoing.REQ_AUTO_OPEN_ORDERS).set("bind", true));
        assertThat(bound.get(0)).matches("100\\|\\d+\\|0\\|-1\\|");
        assertThat(shorts(bound)).containsExactly("100", "OO -1 Submitted", "OS -1 Submitted 0/2");
        bench.kit.play("manual VIX260415C22 +1 at 0.55");
        assertThat(shorts(zero.heard())).containsExactly("100", "OO -2 Submitted", "OS -2 Submitted 0/1");
        assertThat(shorts(zero.ask(bench.order(-1, "BUY", 2, 0.61)))).containsExactly("OO -1 Submitted",
                "OS -1 Submitted 0/2");
        assertThat(shorts(zero.ask(cancel(-1)))).containsExactly("OS -1 Cancelled 0/2", "ER -1 202");
        assertThat(shorts(bench.client.ask(cancel(-2)))).containsExactly("ER -2 10147");
    }

    @Test
    void client0AndTheMasterHearOfEverybodysOrders() {
        Client zero = bench.kit.client(0);
        Client nine = bench.kit.client(9);
        bench.kit.play("master 9");
        bench.ask(bench.order(1, "BUY", 1, 0.70));
        assertThat(shorts(nine.heard())).contains("OO 1 Submitted", "OS 1 Submitted 0/1");
        bench.kit.play("fill base");
        for (Client watcher : List.of(zero, nine)) {
            assertThat(shorts(watcher.heard())).containsExactly("EX 0 OPT BOT 1@0.7", "OO 1 Filled",
                    "OS 1 Filled 1/0", "CF");
        }
        assertThat(shorts(nine.ask(cancel(1)))).as("hearing is not owning").containsExactly("ER 1 10147");
        bench.kit.play("master off");
        bench.ask(bench.order(2, "BUY", 1, 0.70));
        assertThat(nine.heard()).isEmpty();
        assertThat(zero.heard()).hasSize(4);
    }

    @Test
    void olderGatewaysDoNotRepeatLiveOrders() {
        bench.ask(bench.order(1, "BUY", 1, 0.70).set("tif", "GTC"));
        bench.kit.play("drop connection");
        bench.kit.play("comeback off");
        Client back = bench.kit.client(7);
        assertThat(shorts(back.heard())).startsWith("15", "9");
        assertThat(shorts(back.ask(OPEN))).containsExactly("OO 1 Submitted", "OS 1 Submitted 0/1", "53");
    }

    @ParameterizedTest
    @CsvSource({"176,136,32,101", "178,135,33,100", "183,136,33,101", "185,138,33,102", "193,141,33,102",
            "195,154,33,102", "198,155,34,103", "200,156,34,103"})
    void ordersAreSpelledForEachVersion(int version, int open, int execution, int completed) {
        Client old = bench.kit.client(20, version);
        List<String> frames = old.ask(bench.order(1, "BUY", 1, 0.70));
        assertThat(frames.get(0).split("\\|", -1)).hasSize(open + 1);
        bench.kit.play("fill base");
        assertThat(old.heard("11|").get(0).split("\\|", -1)).hasSize(execution);
        assertThat(old.ask(WireMessage.of(Outgoing.REQ_COMPLETED_ORDERS)).get(0).split("\\|", -1))
                .hasSize(completed + 1);
    }
}
