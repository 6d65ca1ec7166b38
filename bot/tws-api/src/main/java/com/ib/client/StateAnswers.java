package com.ib.client;

import alvh.wire.Fields;
import alvh.wire.WireMessage;

/** The order state of openOrder and completedOrder. */
final class StateAnswers {

    private StateAnswers() {}

    static OrderState openOrder(WireMessage m) {
        OrderState s = new OrderState();
        FieldTaker<OrderState> take = new FieldTaker<>(m, s);
        take.text("status", OrderState::status).text("initMarginBefore", OrderState::initMarginBefore)
                .text("maintMarginBefore", OrderState::maintMarginBefore)
                .text("equityWithLoanBefore", OrderState::equityWithLoanBefore)
                .text("initMarginChange", OrderState::initMarginChange)
                .text("maintMarginChange", OrderState::maintMarginChange)
                .text("equityWithLoanChange", OrderState::equityWithLoanChange)
                .text("initMarginAfter", OrderState::initMarginAfter)
                .text("maintMarginAfter", OrderState::maintMarginAfter)
                .text("equityWithLoanAfter", OrderState::equityWithLoanAfter)
                .real("commissionAndFees", OrderState::commissionAndFees)
                .real("minCommissionAndFees", OrderState::minCommissionAndFees)
                .real("maxCommissionAndFees", OrderState::maxCommissionAndFees)
                .text("commissionAndFeesCurrency", OrderState::commissionAndFeesCurrency)
                .text("marginCurrency", OrderState::marginCurrency).decimal("suggestedSize", OrderState::suggestedSize)
                .text("rejectReason", OrderState::rejectReason).text("warningText", OrderState::warningText);
        outsideHours(take);
        if (!m.list("orderAllocations").isEmpty()) {
            s.orderAllocations(Answers.list(m, "orderAllocations", StateAnswers::allocation));
        }
        return s;
    }

    private static void outsideHours(FieldTaker<OrderState> take) {
        take.real("initMarginBeforeOutsideRTH", OrderState::initMarginBeforeOutsideRTH)
                .real("maintMarginBeforeOutsideRTH", OrderState::maintMarginBeforeOutsideRTH)
                .real("equityWithLoanBeforeOutsideRTH", OrderState::equityWithLoanBeforeOutsideRTH)
                .real("initMarginChangeOutsideRTH", OrderState::initMarginChangeOutsideRTH)
                .real("maintMarginChangeOutsideRTH", OrderState::maintMarginChangeOutsideRTH)
                .real("equityWithLoanChangeOutsideRTH", OrderState::equityWithLoanChangeOutsideRTH)
                .real("initMarginAfterOutsideRTH", OrderState::initMarginAfterOutsideRTH)
                .real("maintMarginAfterOutsideRTH", OrderState::maintMarginAfterOutsideRTH)
                .real("equityWithLoanAfterOutsideRTH", OrderState::equityWithLoanAfterOutsideRTH);
    }

    private static OrderAllocation allocation(Fields<?> m) {
        OrderAllocation allocation = new OrderAllocation();
        allocation.account(Answers.text(m, "account"));
        allocation.position(Answers.decimal(m, "position"));
        allocation.positionDesired(Answers.decimal(m, "positionDesired"));
        allocation.positionAfter(Answers.decimal(m, "positionAfter"));
        allocation.desiredAllocQty(Answers.decimal(m, "desiredAllocQty"));
        allocation.allowedAllocQty(Answers.decimal(m, "allowedAllocQty"));
        allocation.isMonetary(m.bool("isMonetary"));
        return allocation;
    }

    static OrderState completedOrder(WireMessage m) {
        OrderState s = new OrderState();
        new FieldTaker<>(m, s).text("status", OrderState::status).text("completedTime", OrderState::completedTime)
                .text("completedStatus", OrderState::completedStatus);
        return s;
    }
}
