package alvh.simulator.gateway;

import java.time.Duration;
import java.util.List;

import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;

import static alvh.simulator.gateway.OrderSequencesTest.cancel;
import static alvh.simulator.gateway.OrderSequencesTest.shorts;
import static org.assertj.core.api.Assertions.assertThat;

/** Orders that wait or depend on each other: untransmitted, brackets, OCA groups, stops, trails, conditions, times. */
class OrderFamiliesTest {

    private final OrderBench bench = new OrderBench();

    private List<String> bracket() {
        assertThat(bench.ask(bench.order(1, "BUY", 2, 0.70).set("transmit", false))).isEmpty();
        assertThat(bench.ask(bench.order(2, "SELL", 2, 1.40).set("parentId", 1).set("transmit", false))).isEmpty();
        assertThat(bench.kit.exchange.openOrders()).isEmpty();
        return bench.client.ask(bench.stop(3, "SELL", 2, 0.35).set("parentId", 1));
    }

    @Test
    void aBracketGoesOutTogetherAndItsChildrenWait() {
        List<String> frames = bracket();
        assertThat(shorts(frames)).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/2", "OO 1 Submitted",
                "OS 1 Submitted 0/2", "OO 2 PreSubmitted", "OS 2 PreSubmitted 0/2", "OO 3 PreSubmitted",
                "OS 3 PreSubmitted 0/2");
        assertThat(frames.get(5)).startsWith("3|2|PreSubmitted|0|2|0|").contains("|1|0|7|child|");
        assertThat(OrderBench.whyHeld(frames)).isEqualTo("child,trigger");
        assertThat(bench.kit.exchange.openOrders()).hasSize(3);
    }

    @Test
    void theParentsFillReleasesTheChildren() {
        bracket();
        bench.kit.play("release fills");
        bench.kit.play("quote VIX260415C22 0.60 0.70 size 50");
        List<String> heard = shorts(bench.client.heard());
        assertThat(heard).containsSubsequence("EX 1 OPT BOT 2@0.7", "OS 1 Filled 2/0", "OO 2 Submitted",
                "OS 2 Submitted 0/2", "OS 3 PreSubmitted 0/2");
        assertThat(OrderBench.whyHeld(bench.client.heard())).isEqualTo("trigger");
        bench.kit.play("quote VIX260415C22 1.45 1.50 size 50");
        assertThat(shorts(bench.client.heard())).containsSubsequence("EX 2 OPT SLD 2@1.45", "OS 2 Filled 2/0",
                "OS 3 Cancelled 0/2", "ER 3 202");
        assertThat(bench.kit.exchange.openOrders()).isEmpty();
    }

    @Test
    void theStopOfABracketTriggersAndEndsTheProfitTaker() {
        bracket();
        bench.kit.play("release fills");
        bench.kit.play("quote VIX260415C22 0.60 0.70 size 50");
        bench.kit.play("quote VIX260415C22 0.30 0.40 size 50");
        assertThat(shorts(bench.client.heard())).containsSubsequence("OO 3 Submitted", "OS 3 Submitted 0/2",
                "EX 3 OPT SLD 2@0.3", "OS 3 Filled 2/0", "OS 2 Cancelled 0/2", "ER 2 202");
    }

    @Test
    void cancellingTheParentCancelsItsChildren() {
        bracket();
        assertThat(bench.ask(cancel(1))).containsExactly("OS 1 Cancelled 0/2", "ER 1 202", "OS 2 Cancelled 0/2",
                "ER 2 202", "OS 3 Cancelled 0/2", "ER 3 202");
    }

    @Test
    void anUntransmittedOrderCanBeChangedSentOrDropped() {
        bench.ask(bench.order(1, "BUY", 1, 0.50).set("transmit", false));
        assertThat(bench.client.ask(WireMessage.of(Outgoing.REQ_IDS))).containsExactly("9|1|2|");
        bench.ask(bench.order(1, "BUY", 1, 0.60).set("transmit", false));
        assertThat(bench.ask(bench.order(1, "BUY", 1, 0.61))).startsWith("OO 1 PreSubmitted");
        assertThat(bench.kit.exchange.openOrders().get(0).ticket().limit().toDouble()).isEqualTo(0.61);
        bench.ask(bench.order(2, "BUY", 1, 0.50).set("transmit", false));
        bench.ask(bench.order(3, "SELL", 1, 0.90).set("parentId", 2).set("transmit", false));
        assertThat(bench.ask(bench.order(2, "BUY", 1, 0.50).set("orderType", "X"))).containsExactly("ER 2 387");
        assertThat(bench.ask(cancel(2))).containsExactly("ER 2 202", "ER 3 202");
        assertThat(bench.ask(cancel(2))).containsExactly("ER 2 10147");
        assertThat(bench.ask(bench.order(9, "SELL", 1, 0.9).set("parentId", 8).set("transmit", false)))
                .containsExactly("ER 9 10006");
    }

    private WireMessage grouped(int id, int quantity, double limit, int type) {
        return bench.order(id, "BUY", quantity, limit).set("ocaGroup", "G").set("ocaType", type);
    }

    @Test
    void theFirstFillOfAGroupCancelsOrReducesTheOthers() {
        List<String> frames = bench.client.ask(grouped(1, 4, 0.70, 1));
        assertThat(frames.get(0)).contains("|DAY|G|DUSIM0001|");
        bench.ask(bench.order(2, "BUY", 4, 0.69).set("ocaGroup", "G").set("ocaType", 1).set("contract.conId",
                bench.kit.conId(OrderBench.PUT_570)).set("lmtPrice", 5.0));
        assertThat(bench.played("fill VIX260415C22 1")).containsExactly("EX 1 OPT BOT 1@0.7", "OS 1 Submitted 1/3",
                "CF",
                "OS 2 Cancelled 0/4", "ER 2 202");
    }

    @Test
    void aReducingGroupTakesWhatFilledFromTheOthers() {
        bench.ask(grouped(1, 4, 0.70, 2));
        bench.ask(grouped(2, 8, 0.50, 2).set("contract.conId", bench.kit.conId(OrderBench.PUT_570)));
        assertThat(bench.played("fill VIX260415C22 1")).contains("OO 2 Submitted", "OS 2 Submitted 0/6");
        assertThat(bench.played("fill VIX260415C22")).contains("OS 1 Filled 4/0", "OS 2 Cancelled 0/6", "ER 2 202");
    }

    @Test
    void aStopLimitBecomesALimitWhenTriggered() {
        List<String> frames = bench.client.ask(bench.order(1, "BUY", 1, 0.90).set("orderType", "STP LMT")
                .set("auxPrice", 0.85));
        assertThat(shorts(frames)).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/1");
        assertThat(frames.get(0)).contains("|BUY|1|STP LMT|0.9|0.85|DAY|");
        assertThat(OrderBench.whyHeld(frames)).isEqualTo("trigger");
        assertThat(bench.played("quote VIX260415C22 0.80 0.86 size 50")).endsWith("OO 1 Submitted",
                "OS 1 Submitted 0/1");
        assertThat(OrderBench.whyHeld(bench.client.heard())).isEmpty();
        bench.kit.play("release fills");
        bench.kit.pass(Duration.ofSeconds(1));
        assertThat(shorts(bench.client.heard())).contains("EX 1 OPT BOT 1@0.86");
    }

    @Test
    void touchOrdersWaitForABetterMarket() {
        bench.ask(bench.stop(1, "BUY", 1, 0.60).set("orderType", "MIT"));
        bench.ask(bench.order(2, "BUY", 1, 0.62).set("orderType", "LIT").set("auxPrice", 0.60));
        bench.kit.play("release fills");
        assertThat(bench.kit.exchange.openOrders()).hasSize(2);
        assertThat(bench.played("quote VIX260415C22 0.55 0.60 size 50")).contains("EX 1 OPT BOT 1@0.6",
                "EX 2 OPT BOT 1@0.6");
    }

    @Test
    void aTrailingStopFollowsAndNeverGoesBack() {
        bench.kit.play("trade VIX260415C22 +2 at 0.70");
        List<String> frames = bench.client.ask(bench.stop(1, "SELL", 2, 0.20).set("orderType", "TRAIL"));
        assertThat(frames.get(0)).contains("|SELL|2|TRAIL|0.0|0.2|").as("0.68 less 0.20").contains("|0.48|");
        bench.kit.play("quote VIX260415C22 0.90 0.95 size 50");
        assertThat(bench.client.heard("3|")).as("nobody is told of a stop that moves").isEmpty();
        bench.kit.play("quote VIX260415C22 0.80 0.85 size 50");
        assertThat(bench.kit.exchange.openOrders().get(0).stage().stop().toDouble()).isEqualTo(0.70);
        bench.kit.play("release fills");
        assertThat(bench.played("quote VIX260415C22 0.69 0.75 size 50")).contains("EX 1 OPT SLD 2@0.69");
    }

    @Test
    void aTrailingLimitTakesItsLimitFromTheStop() {
        bench.kit.play("trade VIX260415C22 +2 at 0.70");
        bench.ask(bench.stop(1, "SELL", 2, 0).set("orderType", "TRAIL LIMIT").set("auxPrice", "")
                .set("trailingPercent", 25.0).set("lmtPriceOffset", 0.05));
        assertThat(bench.kit.exchange.openOrders().get(0).stage().stop().toDouble()).as("0.68 less a quarter")
                .isEqualTo(0.51);
        bench.kit.play("quote VIX260415C22 0.50 0.58 size 50");
        assertThat(bench.client.heard("5|").getLast()).contains("|SELL|2|TRAIL LIMIT|0.46|");
    }

    private WireMessage conditional(int id, boolean cancels) {
        WireMessage order = bench.order(id, "BUY", 1, 0.60).set("conditionsIgnoreRth", false)
                .set("conditionsCancelOrder", cancels);
        order.add("conditions").set("type", 1).set("conjunction", "o").set("isMore", true).set("price", 0.90)
                .set("conId", bench.kit.conId(OrderBench.CALL)).set("exchange", "SMART").set("triggerMethod", 4);
        return order;
    }

    @Test
    void aConditionalOrderWaitsForItsCondition() {
        WireMessage order = conditional(1, false);
        order.add("conditions").set("type", 3).set("conjunction", "a").set("isMore", true).set("time",
                "20260310 11:00:00 US/Eastern");
        List<String> frames = bench.client.ask(order);
        assertThat(shorts(frames)).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/1");
        assertThat(frames.get(0)).contains("|2|1|o|1|0.9|" + bench.kit.conId(OrderBench.CALL)
                + "|SMART|4|3|a|1|20260310 11:00:00 US/Eastern|0|0|");
        bench.kit.play("quote VIX260415C22 0.85 0.95 size 50");
        assertThat(bench.client.heard("3|")).isEmpty();
        assertThat(bench.played("quote VIX260415C22 0.90 0.95 size 50")).containsExactly("OS 1 PreSubmitted 0/1",
                "OO 1 Submitted", "OS 1 Submitted 0/1");
    }

    @Test
    void conditionsCanCallAnOrderOff() {
        assertThat(bench.ask(conditional(1, true))).contains("OS 1 Submitted 0/1");
        assertThat(bench.played("quote VIX260415C22 0.91 0.95 size 50")).containsExactly("OS 1 Cancelled 0/1",
                "ER 1 202");
    }

    @Test
    void timeMarginVolumeChangeAndExecutionConditions() {
        int[] types = {3, 4, 5, 6, 7};
        for (int i = 0; i < types.length; i++) {
            WireMessage order = bench.order(i + 1, "BUY", 1, 0.10 + i * 0.01);
            WireMessage.Group condition = order.add("conditions").set("type", types[i]);
            switch (types[i]) {
                case 3 -> condition.set("isMore", true).set("time", "20260310-14:15:20");
                case 4 -> condition.set("isMore", false).set("percent", 1);
                case 5 -> condition.set("symbol", "VIX").set("secType", "OPT").set("exchange", "SMART");
                case 6 -> condition.set("isMore", true).set("volume", 2_000_000_000)
                        .set("conId", bench.kit.conId(OrderBench.CALL)).set("exchange", "SMART");
                default -> condition.set("isMore", false).set("changePercent", -10.0)
                        .set("conId", bench.kit.conId("SPX")).set("exchange", "CBOE");
            }
            assertThat(bench.ask(order)).containsExactly("OO " + (i + 1) + " PreSubmitted",
                    "OS " + (i + 1) + " PreSubmitted 0/1");
        }
        bench.kit.play("trade VIX260415C22 +1 at 0.75");
        bench.kit.pass(Duration.ofSeconds(1));
        assertThat(shorts(bench.client.heard())).contains("OS 3 Submitted 0/1").doesNotContain("OS 1 Submitted 0/1");
        assertThat(bench.played("jump SPX -12%")).contains("OS 5 Submitted 0/1");
        bench.kit.passSlowly(25);
        assertThat(shorts(bench.client.heard())).contains("OS 1 Submitted 0/1").doesNotContain("OS 2 Submitted 0/1",
                "OS 4 Submitted 0/1");
        WireMessage broken = bench.order(9, "BUY", 1, 0.10);
        broken.add("conditions").set("type", 1).set("conId", 5);
        assertThat(bench.ask(broken)).containsExactly("ER 9 147");
    }

    @Test
    void timesInForce() {
        assertThat(bench.ask(bench.order(1, "BUY", 60, 0.76).set("tif", "FOK"))).contains("OS 1 Cancelled 0/60",
                "ER 1 202");
        bench.kit.play("release fills");
        assertThat(bench.ask(bench.order(2, "BUY", 60, 0.76).set("tif", "FOK"))).as("50 are shown")
                .contains("OS 2 Cancelled 0/60").doesNotContain("EX 2 OPT BOT 50@0.76");
        assertThat(bench.ask(bench.order(3, "BUY", 60, 0.76).set("tif", "IOC"))).contains("EX 3 OPT BOT 50@0.76",
                "OS 3 Cancelled 50/10", "ER 3 202");
        assertThat(bench.ask(bench.order(4, "BUY", 50, 0.76).set("tif", "FOK"))).contains("OS 4 Filled 50/0");
        bench.ask(bench.order(5, "BUY", 1, 0.10).set("tif", "GTD").set("goodTillDate", "20260310-14:15:30"));
        bench.ask(bench.order(6, "BUY", 1, 0.10).set("tif", "GTC"));
        assertThat(bench.ask(bench.order(7, "BUY", 1, 0.11).set("goodAfterTime", "20260310 10:15:40")))
                .as("no zone").containsExactly("ER 7 2174", "OO 7 PreSubmitted", "OS 7 PreSubmitted 0/1");
        bench.kit.passSlowly(31);
        assertThat(shorts(bench.client.heard())).contains("OS 5 Cancelled 0/1", "ER 5 202");
        bench.kit.passSlowly(10);
        assertThat(shorts(bench.client.heard())).contains("OS 7 Submitted 0/1");
        bench.kit.play("advance 2026-03-11 10:00");
        bench.kit.pass(Duration.ofSeconds(1));
        assertThat(bench.kit.exchange.openOrders()).singleElement()
                .satisfies(o -> assertThat(o.orderId()).isEqualTo(6));
    }

    @Test
    void anOrderForTheOpeningWorksOnceThere() {
        bench.kit.play("advance 18:00");
        bench.kit.play("clear VIX260415C22");
        List<String> frames = bench.client.ask(bench.order(1, "BUY", 1, 0.10).set("tif", "OPG"));
        assertThat(shorts(frames)).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/1", "ER 1 399");
        assertThat(frames.get(2)).contains("placed at the exchange until 2026-03-11 09:30:00 US/Eastern|");
        bench.kit.play("advance 2026-03-11 09:29");
        assertThat(bench.kit.exchange.openOrders()).hasSize(1);
        bench.kit.passSlowly(70);
        assertThat(shorts(bench.client.heard())).contains("OS 1 Cancelled 0/1", "ER 1 202");
    }

    @Test
    void ordersForTheCloseWorkInItsLastSeconds() {
        bench.kit.play("release fills");
        bench.kit.play("advance 15:59:50");
        WireMessage close = bench.order(1, "BUY", 10, 0).set("contract.conId", bench.kit.conId("AAPL"))
                .set("orderType", "MOC").set("lmtPrice", "");
        assertThat(bench.ask(close)).containsExactly("OO 1 PreSubmitted", "OS 1 PreSubmitted 0/10");
        bench.kit.passSlowly(4);
        assertThat(bench.client.heard("11|")).isEmpty();
        bench.kit.passSlowly(3);
        assertThat(shorts(bench.client.heard())).contains("OO 1 Submitted", "OS 1 Filled 10/0");
    }

    @Test
    void groupsAndStopsAreNotForCombos() {
        assertThat(bench.ask(bench.combo(1, 1, 1.95).set("ocaGroup", "G"))).containsExactly("ER 1 356");
        assertThat(bench.ask(bench.combo(1, 1, 1.95).set("orderType", "STP").set("auxPrice", 2.0)))
                .containsExactly("ER 1 387");
    }

    @Test
    void stateOfWaitingOrdersIsAskedForLikeAnyOther() {
        bracket();
        List<String> frames = bench.client.ask(WireMessage.of(Outgoing.REQ_OPEN_ORDERS));
        assertThat(shorts(frames)).hasSize(7).contains("OO 3 PreSubmitted", "OS 2 PreSubmitted 0/2");
        assertThat(OrderBench.whyHeld(frames)).isEqualTo("child,trigger");
    }
}
