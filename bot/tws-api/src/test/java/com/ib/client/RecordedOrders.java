package com.ib.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The placeOrder calls behind the recorded frames, except the one that sets every member. */
final class RecordedOrders {

    private RecordedOrders() {}

    static Map<String, Consumer<EClientSocket>> all() {
        Map<String, Consumer<EClientSocket>> calls = new TreeMap<>();
        plain(calls);
        combos(calls);
        conditional(calls);
        stops(calls);
        pegged(calls);
        calls.put("O-50", c -> c.placeOrder(61, EveryMember.contract(), EveryMember.order()));
        return calls;
    }

    static Order order(String action, String quantity, String type) {
        Order order = new Order();
        order.action(action);
        order.totalQuantity(Decimal.parse(quantity));
        order.orderType(type);
        return order;
    }

    private static Order limit(String action, String quantity, double price) {
        Order order = order(action, quantity, "LMT");
        order.lmtPrice(price);
        return order;
    }

    private static Order tail() {
        Order order = limit("BUY", "3", 0.85);
        order.account("DU1234567");
        order.orderRef("tail-2026-11");
        return order;
    }

    private static Contract spy(String exchange) {
        Contract c = new Contract();
        c.symbol("SPY");
        c.secType("STK");
        c.exchange(exchange);
        c.currency("USD");
        return c;
    }

    private static void plain(Map<String, Consumer<EClientSocket>> calls) {
        calls.put("O-40", c -> c.placeOrder(51, RecordedCalls.vixOption(), tail()));
        calls.put("O-41", c -> c.placeOrder(52, RecordedCalls.option(), tail()));
        calls.put("O-42", c -> c.placeOrder(53, RecordedCalls.option(), order("BUY", "1", "MKT")));
        calls.put("O-45", c -> {
            Order order = tail();
            order.algoStrategy("Adaptive");
            order.algoParams().add(new TagValue("adaptivePriority", "Patient"));
            c.placeOrder(56, RecordedCalls.option(), order);
        });
        calls.put("O-52", c -> {
            Order order = limit("BUY", "1.25", 500);
            order.usePriceMgmtAlgo(true);
            order.cashQty(1000);
            c.placeOrder(63, spy("SMART"), order);
        });
        calls.put("O-53", c -> {
            Order order = order("BUY", "1", "MKT");
            order.orderRef("t\u00e9st");
            c.placeOrder(64, RecordedCalls.option(), order);
        });
        calls.put("O-57", c -> {
            Order order = order("BUY", "", "MKT");
            order.cashQty(500);
            c.placeOrder(68, RecordedCalls.option(), order);
        });
        calls.put("O-58", c -> {
            Order order = limit("BUY", "12345678", 0.0005);
            order.auxPrice(1.0E-5);
            order.cashQty(12345678);
            c.placeOrder(69, RecordedCalls.option(), order);
        });
    }

    private static void combos(Map<String, Consumer<EClientSocket>> calls) {
        calls.put("O-43", c -> {
            Order order = limit("BUY", "2", -1.35);
            order.tif("GTC");
            order.account("DU1234567");
            order.smartComboRoutingParams().add(new TagValue("NonGuaranteed", "1"));
            c.placeOrder(54, RecordedCalls.spread(), order);
        });
        calls.put("O-44", c -> {
            Contract spread = RecordedCalls.spread();
            spread.comboLegs().forEach(leg -> {
                leg.openClose(1);
                leg.designatedLocation("");
            });
            Order order = order("BUY", "2", "LMT");
            order.orderComboLegs(List.of(new OrderComboLeg(12.5), new OrderComboLeg()));
            c.placeOrder(55, spread, order);
        });
        calls.put("O-48", c -> {
            Order order = limit("BUY", "2", -1.35);
            order.account("DU1234567");
            order.orderRef("tail-2026-11");
            order.whatIf(true);
            c.placeOrder(59, RecordedCalls.spread(), order);
        });
    }

    private static void conditional(Map<String, Consumer<EClientSocket>> calls) {
        calls.put("O-46", c -> {
            Order order = limit("SELL", "3", 5.5);
            order.account("DU1234567");
            order.orderRef("tail-2026-11");
            order.tif("GTC");
            PriceCondition price = (PriceCondition) joined(OrderConditionType.Price, true, true);
            price.conId(13455763);
            price.exchange("CBOE");
            price.price(40);
            price.triggerMethod(0);
            TimeCondition time = (TimeCondition) joined(OrderConditionType.Time, true, true);
            time.time("20261118 14:00:00 US/Eastern");
            order.conditions(List.of(price, time));
            order.conditionsIgnoreRth(true);
            c.placeOrder(57, RecordedCalls.option(), order);
        });
        calls.put("O-47", c -> {
            Order order = order("BUY", "1", "MKT");
            MarginCondition margin = (MarginCondition) joined(OrderConditionType.Margin, false, false);
            margin.percent(30);
            ExecutionCondition trade = (ExecutionCondition) joined(OrderConditionType.Execution, true, false);
            trade.secType("OPT");
            trade.exchange("SMART");
            trade.symbol("VIX");
            VolumeCondition volume = (VolumeCondition) joined(OrderConditionType.Volume, false, true);
            volume.volume(100000);
            watch(volume);
            PercentChangeCondition change = (PercentChangeCondition) joined(OrderConditionType.PercentChange, true,
                    true);
            change.changePercent(25.5);
            watch(change);
            order.conditions(List.of(margin, trade, volume, change));
            order.conditionsCancelOrder(true);
            c.placeOrder(58, RecordedCalls.option(), order);
        });
    }

    private static void watch(ContractCondition condition) {
        condition.conId(13455763);
        condition.exchange("CBOE");
    }

    private static OrderCondition joined(OrderConditionType type, boolean and, boolean isMore) {
        OrderCondition condition = OrderCondition.create(type);
        condition.conjunctionConnection(and);
        if (condition instanceof OperatorCondition operator) {
            operator.isMore(isMore);
        }
        return condition;
    }

    private static void stops(Map<String, Consumer<EClientSocket>> calls) {
        calls.put("O-49", c -> {
            Order order = order("SELL", "3", "STP");
            order.auxPrice(0.4);
            order.tif("GTC");
            order.parentId(52);
            order.transmit(false);
            order.ocaGroup("g1");
            order.ocaType(1);
            order.outsideRth(true);
            order.triggerMethod(2);
            order.goodTillDate("20261231 15:00:00 US/Eastern");
            order.goodAfterTime("20261006 09:30:00 US/Eastern");
            c.placeOrder(60, RecordedCalls.option(), order);
        });
        calls.put("O-51", c -> {
            Order order = order("SELL", "1", "TRAIL LIMIT");
            order.auxPrice(0.1);
            order.trailStopPrice(1.2);
            order.lmtPriceOffset(0.05);
            order.adjustedOrderType(OrderType.STP);
            order.triggerPrice(2);
            order.adjustedStopPrice(1.9);
            c.placeOrder(62, RecordedCalls.option(), order);
        });
        calls.put("O-111", c -> {
            Order order = order("SELL", "1", "TRAIL");
            order.tif("GTC");
            order.trailingPercent(25);
            order.trailStopPrice(1.2);
            c.placeOrder(72, RecordedCalls.option(), order);
        });
    }

    private static void pegged(Map<String, Consumer<EClientSocket>> calls) {
        calls.put("O-54", c -> {
            Order order = order("BUY", "10", "PEG MID");
            order.minTradeQty(5);
            order.midOffsetAtWhole(0.01);
            order.midOffsetAtHalf(0.02);
            c.placeOrder(65, spy("IBKRATS"), order);
        });
        calls.put("O-55", c -> {
            Order order = order("BUY", "10", "PEG BEST");
            order.minCompeteSize(50);
            order.setCompeteAgainstBestOffsetUpToMid();
            order.midOffsetAtWhole(0.01);
            c.placeOrder(66, spy("IBKRATS"), order);
        });
        calls.put("O-56", c -> {
            Order order = order("BUY", "10", "PEG BENCH");
            order.referenceContractId(756733);
            order.isPeggedChangeAmountDecrease(true);
            order.peggedChangeAmount(0.1);
            order.referenceChangeAmount(0.2);
            order.referenceExchangeId("ISLAND");
            order.startingPrice(500.5);
            order.stockRangeLower(499);
            order.stockRangeUpper(502);
            c.placeOrder(67, spy("SMART"), order);
        });
    }
}
