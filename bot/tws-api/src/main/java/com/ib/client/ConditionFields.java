package com.ib.client;

import alvh.wire.Fields;
import alvh.wire.WireMessage;

/** Conditions of an order, to and from the fields of a message. */
final class ConditionFields {

    private ConditionFields() {}

    static void put(WireMessage m, Order order) {
        if (order.conditions() != null) {
            order.conditions().forEach(condition -> put(m.add("conditions"), condition));
        }
        m.set("conditionsIgnoreRth", order.conditionsIgnoreRth())
                .set("conditionsCancelOrder", order.conditionsCancelOrder());
    }

    private static void put(WireMessage.Group group, OrderCondition condition) {
        group.set("type", condition.type().wire()).set("conjunction", condition.conjunctionConnection() ? "a" : "o");
        if (condition instanceof OperatorCondition operator) {
            group.set("isMore", operator.isMore());
        }
        if (condition instanceof ContractCondition watched) {
            group.set("conId", watched.conId()).set("exchange", watched.exchange());
        }
        switch (condition) {
            case PriceCondition price ->
                group.set("price", price.price()).set("triggerMethod", price.triggerMethod());
            case TimeCondition time -> group.set("time", time.time());
            case MarginCondition margin -> group.set("percent", margin.percent());
            case ExecutionCondition trade -> group.set("secType", trade.secType()).set("exchange", trade.exchange())
                    .set("symbol", trade.symbol());
            case VolumeCondition volume -> group.set("volume", volume.volume());
            case PercentChangeCondition change -> group.set("changePercent", change.changePercent());
            default -> throw new IllegalArgumentException("unknown condition " + condition.getClass());
        }
    }

    static void read(WireMessage m, Order order) {
        if (m.list("conditions").isEmpty()) {
            return;
        }
        m.list("conditions").forEach(group -> order.conditions().add(read(group)));
        order.conditionsIgnoreRth(m.bool("conditionsIgnoreRth"));
        order.conditionsCancelOrder(m.bool("conditionsCancelOrder"));
    }

    private static OrderCondition read(Fields<?> group) {
        OrderCondition condition = OrderCondition.create(OrderConditionType.ofWire(group.intValue("type")));
        condition.conjunctionConnection(group.text("conjunction").equals("a"));
        if (condition instanceof OperatorCondition operator) {
            operator.isMore(group.bool("isMore"));
        }
        if (condition instanceof ContractCondition watched) {
            watched.conId(group.intValue("conId"));
            watched.exchange(Answers.text(group, "exchange"));
        }
        switch (condition) {
            case PriceCondition price -> {
                price.price(group.doubleValue("price"));
                price.triggerMethod(group.intValue("triggerMethod"));
            }
            case TimeCondition time -> time.time(Answers.text(group, "time"));
            case MarginCondition margin -> margin.percent(group.intValue("percent"));
            case ExecutionCondition trade -> {
                trade.secType(Answers.text(group, "secType"));
                trade.exchange(Answers.text(group, "exchange"));
                trade.symbol(Answers.text(group, "symbol"));
            }
            case VolumeCondition volume -> volume.volume(group.intValue("volume"));
            case PercentChangeCondition change -> change.changePercent(group.doubleValue("changePercent"));
            default -> throw new IllegalArgumentException("unknown condition " + condition.getClass());
        }
        return condition;
    }
}
