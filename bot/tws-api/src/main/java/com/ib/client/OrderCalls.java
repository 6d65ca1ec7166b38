package com.ib.client;

import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Callbacks about orders and executions. */
final class OrderCalls {

    private OrderCalls() {}

    static void call(WireMessage m, EWrapper w) {
        switch ((Incoming) m.kind()) {
            case OPEN_ORDER -> {
                Contract contract = OrderAnswers.contract(m);
                w.openOrder(m.intValue("orderId"), contract, OrderAnswers.order(m), StateAnswers.openOrder(m));
            }
            case COMPLETED_ORDER ->
                w.completedOrder(OrderAnswers.contract(m), OrderAnswers.order(m), StateAnswers.completedOrder(m));
            case OPEN_ORDER_END -> w.openOrderEnd();
            case COMPLETED_ORDERS_END -> w.completedOrdersEnd();
            case ORDER_STATUS -> w.orderStatus(m.intValue("orderId"), Answers.text(m, "status"),
                    Answers.decimal(m, "filled"), Answers.decimal(m, "remaining"), m.doubleValue("avgFillPrice"),
                    m.longValue("permId"), m.intValue("parentId"), m.doubleValue("lastFillPrice"),
                    m.intValue("clientId"), Answers.text(m, "whyHeld"), m.doubleValue("mktCapPrice"));
            case ORDER_BOUND -> w.orderBound(m.longValue("permId"), m.intValue("clientId"), m.intValue("orderId"));
            case EXEC_DETAILS -> w.execDetails(m.intValue("reqId"), Answers.contract(m), execution(m));
            case EXEC_DETAILS_END -> w.execDetailsEnd(m.intValue("reqId"));
            case COMMISSION_AND_FEES_REPORT -> w.commissionAndFeesReport(commission(m));
            default -> throw new IllegalStateException("not about orders: " + m.kind());
        }
    }

    private static Execution execution(WireMessage m) {
        Execution execution = new Execution();
        execution.orderId(m.intValue("orderId"));
        execution.execId(Answers.text(m, "execId"));
        execution.time(Answers.text(m, "time"));
        execution.acctNumber(Answers.text(m, "acctNumber"));
        execution.exchange(Answers.text(m, "execution.exchange"));
        execution.side(Answers.text(m, "side"));
        execution.shares(Answers.decimal(m, "shares"));
        execution.price(m.doubleValue("price"));
        execution.permId(m.longValue("permId"));
        execution.clientId(m.intValue("clientId"));
        execution.liquidation(m.intValue("liquidation"));
        execution.cumQty(Answers.decimal(m, "cumQty"));
        execution.avgPrice(m.doubleValue("avgPrice"));
        execution.orderRef(Answers.text(m, "orderRef"));
        execution.evRule(Answers.text(m, "evRule"));
        execution.evMultiplier(m.doubleValue("evMultiplier"));
        execution.modelCode(Answers.text(m, "modelCode"));
        execution.lastLiquidity(m.intValue("lastLiquidity"));
        if (m.has("pendingPriceRevision")) {
            execution.pendingPriceRevision(m.bool("pendingPriceRevision"));
        }
        if (m.has("submitter")) {
            execution.submitter(Answers.text(m, "submitter"));
        }
        return execution;
    }

    private static CommissionAndFeesReport commission(WireMessage m) {
        CommissionAndFeesReport report = new CommissionAndFeesReport();
        report.execId(Answers.text(m, "execId"));
        report.commissionAndFees(m.doubleValue("commissionAndFees"));
        report.currency(Answers.text(m, "currency"));
        report.realizedPNL(m.doubleValue("realizedPNL"));
        report.yield(m.doubleValue("yield"));
        report.yieldRedemptionDate(m.intValue("yieldRedemptionDate"));
        return report;
    }
}
