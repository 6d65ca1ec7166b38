package com.ib.client;

import alvh.wire.Fields;
import alvh.wire.WireMessage;

/** Contract and order of openOrder and completedOrder; each has members that the other has not. */
final class OrderAnswers {

    private OrderAnswers() {}

    static Contract contract(WireMessage m) {
        Contract contract = Answers.contract(m);
        contract.comboLegsDescrip(Answers.text(m, "comboLegsDescrip"));
        m.list("comboLegs").forEach(leg -> contract.comboLegs().add(leg(leg)));
        if (m.bool("hasDeltaNeutralContract")) {
            DeltaNeutralContract under = new DeltaNeutralContract();
            under.conid(m.intValue("deltaNeutralContract.conId"));
            under.delta(m.doubleValue("deltaNeutralContract.delta"));
            under.price(m.doubleValue("deltaNeutralContract.price"));
            contract.deltaNeutralContract(under);
        }
        return contract;
    }

    private static ComboLeg leg(Fields<?> m) {
        return new ComboLeg(m.intValue("conId"), m.intValue("ratio"), Answers.text(m, "action"),
                Answers.text(m, "exchange"), m.intValue("openClose"), m.intValue("shortSaleSlot"),
                Answers.text(m, "designatedLocation"), m.intValue("exemptCode"));
    }

    static Order order(WireMessage m) {
        Order order = new Order();
        FieldTaker take = new FieldTaker(m);
        ticket(take, order);
        allocation(take, order);
        pegs(take, order);
        deltaNeutral(take, order);
        combo(m, take, order);
        scale(take, order);
        algorithm(m, take, order);
        ConditionFields.read(m, order);
        adjustments(m, take, order);
        regulation(take, order);
        ending(take, order);
        return order;
    }

    private static void ticket(FieldTaker take, Order o) {
        take.number("orderId", o::orderId).number("clientId", o::clientId).longNumber("permId", o::permId)
                .text("action", o::action).decimal("totalQuantity", o::totalQuantity).text("orderType", o::orderType)
                .real("lmtPrice", o::lmtPrice).real("auxPrice", o::auxPrice).text("tif", o::tif)
                .text("ocaGroup", o::ocaGroup).text("account", o::account).text("openClose", o::openClose)
                .number("origin", o::origin).text("orderRef", o::orderRef).flag("outsideRth", o::outsideRth)
                .flag("hidden", o::hidden).real("discretionaryAmt", o::discretionaryAmt)
                .text("goodAfterTime", o::goodAfterTime).text("goodTillDate", o::goodTillDate)
                .number("displaySize", o::displaySize).flag("blockOrder", o::blockOrder)
                .flag("sweepToFill", o::sweepToFill).flag("allOrNone", o::allOrNone).number("minQty", o::minQty)
                .number("ocaType", o::ocaType).number("parentId", o::parentId)
                .number("triggerMethod", o::triggerMethod);
    }

    private static void allocation(FieldTaker take, Order o) {
        take.text("faGroup", o::faGroup).text("faMethod", o::faMethod).text("faPercentage", o::faPercentage)
                .text("modelCode", o::modelCode).text("rule80A", o::rule80A).text("settlingFirm", o::settlingFirm)
                .number("shortSaleSlot", o::shortSaleSlot).text("designatedLocation", o::designatedLocation)
                .number("exemptCode", o::exemptCode).text("clearingAccount", o::clearingAccount)
                .text("clearingIntent", o::clearingIntent);
    }

    private static void pegs(FieldTaker take, Order o) {
        take.real("percentOffset", o::percentOffset).number("auctionStrategy", o::auctionStrategy)
                .real("startingPrice", o::startingPrice).real("stockRefPrice", o::stockRefPrice)
                .real("delta", o::delta).real("stockRangeLower", o::stockRangeLower)
                .real("stockRangeUpper", o::stockRangeUpper).real("volatility", o::volatility)
                .number("volatilityType", o::volatilityType).number("continuousUpdate", o::continuousUpdate)
                .number("referencePriceType", o::referencePriceType).real("trailStopPrice", o::trailStopPrice)
                .real("trailingPercent", o::trailingPercent).real("basisPoints", o::basisPoints)
                .number("basisPointsType", o::basisPointsType).number("referenceContractId", o::referenceContractId)
                .flag("isPeggedChangeAmountDecrease", o::isPeggedChangeAmountDecrease)
                .real("peggedChangeAmount", o::peggedChangeAmount)
                .real("referenceChangeAmount", o::referenceChangeAmount)
                .text("referenceExchangeId", o::referenceExchangeId);
    }

    private static void deltaNeutral(FieldTaker take, Order o) {
        take.text("deltaNeutralOrderType", o::deltaNeutralOrderType)
                .real("deltaNeutralAuxPrice", o::deltaNeutralAuxPrice)
                .number("deltaNeutralConId", o::deltaNeutralConId)
                .text("deltaNeutralSettlingFirm", o::deltaNeutralSettlingFirm)
                .text("deltaNeutralClearingAccount", o::deltaNeutralClearingAccount)
                .text("deltaNeutralClearingIntent", o::deltaNeutralClearingIntent)
                .text("deltaNeutralOpenClose", o::deltaNeutralOpenClose)
                .flag("deltaNeutralShortSale", o::deltaNeutralShortSale)
                .number("deltaNeutralShortSaleSlot", o::deltaNeutralShortSaleSlot)
                .text("deltaNeutralDesignatedLocation", o::deltaNeutralDesignatedLocation);
    }

    private static void combo(WireMessage m, FieldTaker take, Order o) {
        m.list("orderComboLegs").forEach(leg -> o.orderComboLegs().add(new OrderComboLeg(leg.doubleValue("price"))));
        m.list("smartComboRoutingParams").forEach(pair -> o.smartComboRoutingParams().add(Answers.pair(pair)));
        take.flag("optOutSmartRouting", o::optOutSmartRouting).flag("notHeld", o::notHeld);
    }

    private static void scale(FieldTaker take, Order o) {
        take.number("scaleInitLevelSize", o::scaleInitLevelSize).number("scaleSubsLevelSize", o::scaleSubsLevelSize)
                .real("scalePriceIncrement", o::scalePriceIncrement)
                .real("scalePriceAdjustValue", o::scalePriceAdjustValue)
                .number("scalePriceAdjustInterval", o::scalePriceAdjustInterval)
                .real("scaleProfitOffset", o::scaleProfitOffset).flag("scaleAutoReset", o::scaleAutoReset)
                .number("scaleInitPosition", o::scaleInitPosition).number("scaleInitFillQty", o::scaleInitFillQty)
                .flag("scaleRandomPercent", o::scaleRandomPercent).text("hedgeType", o::hedgeType)
                .text("hedgeParam", o::hedgeParam);
    }

    private static void algorithm(WireMessage m, FieldTaker take, Order o) {
        take.text("algoStrategy", o::algoStrategy);
        m.list("algoParams").forEach(pair -> o.algoParams().add(Answers.pair(pair)));
        take.flag("solicited", o::solicited).flag("whatIf", o::whatIf).flag("randomizeSize", o::randomizeSize)
                .flag("randomizePrice", o::randomizePrice);
    }

    private static void adjustments(WireMessage m, FieldTaker take, Order o) {
        if (m.has("adjustedOrderType")) {
            o.adjustedOrderType(OrderType.get(m.text("adjustedOrderType")));
        }
        take.real("triggerPrice", o::triggerPrice).real("trailStopPrice2", o::trailStopPrice)
                .real("lmtPriceOffset", o::lmtPriceOffset).real("adjustedStopPrice", o::adjustedStopPrice)
                .real("adjustedStopLimitPrice", o::adjustedStopLimitPrice)
                .real("adjustedTrailingAmount", o::adjustedTrailingAmount)
                .number("adjustableTrailingUnit", o::adjustableTrailingUnit);
        if (m.has("softDollarTier.name")) {
            o.softDollarTier(new SoftDollarTier(Answers.text(m, "softDollarTier.name"),
                    Answers.text(m, "softDollarTier.value"), Answers.text(m, "softDollarTier.displayName")));
        }
    }

    private static void regulation(FieldTaker take, Order o) {
        take.real("cashQty", o::cashQty).flag("dontUseAutoPriceForHedge", o::dontUseAutoPriceForHedge)
                .flag("isOmsContainer", o::isOmsContainer)
                .flag("discretionaryUpToLimitPrice", o::discretionaryUpToLimitPrice)
                .flag("usePriceMgmtAlgo", o::usePriceMgmtAlgo).number("duration", o::duration)
                .number("postToAts", o::postToAts).flag("autoCancelParent", o::autoCancelParent)
                .number("minTradeQty", o::minTradeQty).number("minCompeteSize", o::minCompeteSize)
                .real("competeAgainstBestOffset", o::competeAgainstBestOffset)
                .real("midOffsetAtWhole", o::midOffsetAtWhole).real("midOffsetAtHalf", o::midOffsetAtHalf)
                .text("customerAccount", o::customerAccount).flag("professionalCustomer", o::professionalCustomer)
                .text("bondAccruedInterest", o::bondAccruedInterest).flag("includeOvernight", o::includeOvernight)
                .text("extOperator", o::extOperator).number("manualOrderIndicator", o::manualOrderIndicator)
                .text("submitter", o::submitter).flag("imbalanceOnly", o::imbalanceOnly);
    }

    /** What only a completed order says. */
    private static void ending(FieldTaker take, Order o) {
        take.text("autoCancelDate", o::autoCancelDate).decimal("filledQuantity", o::filledQuantity)
                .number("refFuturesConId", o::refFuturesConId).text("shareholder", o::shareholder)
                .flag("routeMarketableToBbo", o::routeMarketableToBbo).longNumber("parentPermId", o::parentPermId);
    }
}
