package com.ib.client;

import alvh.wire.Fields;
import alvh.wire.WireMessage;

/** The order state of openOrder and completedOrder. */
final class StateAnswers {

    private StateAnswers() {}

    static OrderState openOrder(WireMessage m) {
        OrderState s = new OrderState();
        FieldTaker take = new FieldTaker(m);
        take.text("status", s::status).text("initMarginBefore", s::initMarginBefore)
                .text("maintMarginBefore", s::maintMarginBefore).text("equityWithLoanBefore", s::equityWithLoanBefore)
                .text("initMarginChange", s::initMarginChange).text("maintMarginChange", s::maintMarginChange)
                .text("equityWithLoanChange", s::equityWithLoanChange).text("initMarginAfter", s::initMarginAfter)
                .text("maintMarginAfter", s::maintMarginAfter).text("equityWithLoanAfter", s::equityWithLoanAfter)
                .real("commissionAndFees", s::commissionAndFees).real("minCommissionAndFees", s::minCommissionAndFees)
                .real("maxCommissionAndFees", s::maxCommissionAndFees)
                .text("commissionAndFeesCurrency", s::commissionAndFeesCurrency)
                .text("marginCurrency", s::marginCurrency).decimal("suggestedSize", s::suggestedSize)
                .text("rejectReason", s::rejectReason).text("warningText", s::warningText);
        outsideHours(take, s);
        if (!m.list("orderAllocations").isEmpty()) {
            s.orderAllocations(Answers.list(m, "orderAllocations", StateAnswers::allocation));
        }
        return s;
    }

    private static void outsideHours(FieldTaker take, OrderState s) {
        take.real("initMarginBeforeOutsideRTH", s::initMarginBeforeOutsideRTH)
                .real("maintMarginBeforeOutsideRTH", s::maintMarginBeforeOutsideRTH)
                .real("equityWithLoanBeforeOutsideRTH", s::equityWithLoanBeforeOutsideRTH)
                .real("initMarginChangeOutsideRTH", s::initMarginChangeOutsideRTH)
                .real("maintMarginChangeOutsideRTH", s::maintMarginChangeOutsideRTH)
                .real("equityWithLoanChangeOutsideRTH", s::equityWithLoanChangeOutsideRTH)
                .real("initMarginAfterOutsideRTH", s::initMarginAfterOutsideRTH)
                .real("maintMarginAfterOutsideRTH", s::maintMarginAfterOutsideRTH)
                .real("equityWithLoanAfterOutsideRTH", s::equityWithLoanAfterOutsideRTH);
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
        new FieldTaker(m).text("status", s::status).text("completedTime", s::completedTime)
                .text("completedStatus", s::completedStatus);
        return s;
    }
}
