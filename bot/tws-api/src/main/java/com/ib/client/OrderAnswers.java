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
        FieldTaker<Order> take = new FieldTaker<>(m, order);
        ticket(take);
        allocation(take);
        pegs(take);
        deltaNeutral(take);
        combo(m, take, order);
        scale(take);
        algorithm(m, take, order);
        ConditionFields.read(m, order);
        adjustments(m, take, order);
        regulation(take);
        ending(take);
        return order;
    }

    private static void ticket(FieldTaker<Order> take) {
        take.number("orderId", Order::orderId).number("clientId", Order::clientId).longNumber("permId", Order::permId)
                .text("action", Order::action).decimal("totalQuantity", Order::totalQuantity)
                .text("orderType", Order::orderType)
                .real("lmtPrice", Order::lmtPrice).real("auxPrice", Order::auxPrice).text("tif", Order::tif)
                .text("ocaGroup", Order::ocaGroup).text("account", Order::account).text("openClose", Order::openClose)
                .number("origin", Order::origin).text("orderRef", Order::orderRef).flag("outsideRth", Order::outsideRth)
                .flag("hidden", Order::hidden).real("discretionaryAmt", Order::discretionaryAmt)
                .text("goodAfterTime", Order::goodAfterTime).text("goodTillDate", Order::goodTillDate)
                .number("displaySize", Order::displaySize).flag("blockOrder", Order::blockOrder)
                .flag("sweepToFill", Order::sweepToFill).flag("allOrNone", Order::allOrNone)
                .number("minQty", Order::minQty)
                .number("ocaType", Order::ocaType).number("parentId", Order::parentId)
                .number("triggerMethod", Order::triggerMethod);
    }

    private static void allocation(FieldTaker<Order> take) {
        take.text("faGroup", Order::faGroup).text("faMethod", Order::faMethod).text("faPercentage", Order::faPercentage)
                .text("modelCode", Order::modelCode).text("rule80A", Order::rule80A)
                .text("settlingFirm", Order::settlingFirm)
                .number("shortSaleSlot", Order::shortSaleSlot).text("designatedLocation", Order::designatedLocation)
                .number("exemptCode", Order::exemptCode).text("clearingAccount", Order::clearingAccount)
                .text("clearingIntent", Order::clearingIntent);
    }

    private static void pegs(FieldTaker<Order> take) {
        take.real("percentOffset", Order::percentOffset).number("auctionStrategy", Order::auctionStrategy)
                .real("startingPrice", Order::startingPrice).real("stockRefPrice", Order::stockRefPrice)
                .real("delta", Order::delta).real("stockRangeLower", Order::stockRangeLower)
                .real("stockRangeUpper", Order::stockRangeUpper).real("volatility", Order::volatility)
                .number("volatilityType", Order::volatilityType).number("continuousUpdate", Order::continuousUpdate)
                .number("referencePriceType", Order::referencePriceType).real("trailStopPrice", Order::trailStopPrice)
                .real("trailingPercent", Order::trailingPercent).real("basisPoints", Order::basisPoints)
                .number("basisPointsType", Order::basisPointsType)
                .number("referenceContractId", Order::referenceContractId)
                .flag("isPeggedChangeAmountDecrease", Order::isPeggedChangeAmountDecrease)
                .real("peggedChangeAmount", Order::peggedChangeAmount)
                .real("referenceChangeAmount", Order::referenceChangeAmount)
                .text("referenceExchangeId", Order::referenceExchangeId);
    }

    private static void deltaNeutral(FieldTaker<Order> take) {
        take.text("deltaNeutralOrderType", Order::deltaNeutralOrderType)
                .real("deltaNeutralAuxPrice", Order::deltaNeutralAuxPrice)
                .number("deltaNeutralConId", Order::deltaNeutralConId)
                .text("deltaNeutralSettlingFirm", Order::deltaNeutralSettlingFirm)
                .text("deltaNeutralClearingAccount", Order::deltaNeutralClearingAccount)
                .text("deltaNeutralClearingIntent", Order::deltaNeutralClearingIntent)
                .text("deltaNeutralOpenClose", Order::deltaNeutralOpenClose)
                .flag("deltaNeutralShortSale", Order::deltaNeutralShortSale)
                .number("deltaNeutralShortSaleSlot", Order::deltaNeutralShortSaleSlot)
                .text("deltaNeutralDesignatedLocation", Order::deltaNeutralDesignatedLocation);
    }

    private static void combo(WireMessage m, FieldTaker<Order> take, Order o) {
        m.list("orderComboLegs").forEach(leg -> o.orderComboLegs().add(new OrderComboLeg(leg.doubleValue("price"))));
        m.list("smartComboRoutingParams").forEach(pair -> o.smartComboRoutingParams().add(Answers.pair(pair)));
        take.flag("optOutSmartRouting", Order::optOutSmartRouting).flag("notHeld", Order::notHeld);
    }

    private static void scale(FieldTaker<Order> take) {
        take.number("scaleInitLevelSize", Order::scaleInitLevelSize)
                .number("scaleSubsLevelSize", Order::scaleSubsLevelSize)
                .real("scalePriceIncrement", Order::scalePriceIncrement)
                .real("scalePriceAdjustValue", Order::scalePriceAdjustValue)
                .number("scalePriceAdjustInterval", Order::scalePriceAdjustInterval)
                .real("scaleProfitOffset", Order::scaleProfitOffset).flag("scaleAutoReset", Order::scaleAutoReset)
                .number("scaleInitPosition", Order::scaleInitPosition)
                .number("scaleInitFillQty", Order::scaleInitFillQty)
                .flag("scaleRandomPercent", Order::scaleRandomPercent).text("hedgeType", Order::hedgeType)
                .text("hedgeParam", Order::hedgeParam);
    }

    private static void algorithm(WireMessage m, FieldTaker<Order> take, Order o) {
        take.text("algoStrategy", Order::algoStrategy);
        m.list("algoParams").forEach(pair -> o.algoParams().add(Answers.pair(pair)));
        take.flag("solicited", Order::solicited).flag("whatIf", Order::whatIf)
                .flag("randomizeSize", Order::randomizeSize)
                .flag("randomizePrice", Order::randomizePrice);
    }

    private static void adjustments(WireMessage m, FieldTaker<Order> take, Order o) {
        if (m.has("adjustedOrderType")) {
            o.adjustedOrderType(OrderType.get(m.text("adjustedOrderType")));
        }
        take.real("triggerPrice", Order::triggerPrice).real("trailStopPrice2", Order::trailStopPrice)
                .real("lmtPriceOffset", Order::lmtPriceOffset).real("adjustedStopPrice", Order::adjustedStopPrice)
                .real("adjustedStopLimitPrice", Order::adjustedStopLimitPrice)
                .real("adjustedTrailingAmount", Order::adjustedTrailingAmount)
                .number("adjustableTrailingUnit", Order::adjustableTrailingUnit);
        if (m.has("softDollarTier.name")) {
            o.softDollarTier(new SoftDollarTier(Answers.text(m, "softDollarTier.name"),
                    Answers.text(m, "softDollarTier.value"), Answers.text(m, "softDollarTier.displayName")));
        }
    }

    private static void regulation(FieldTaker<Order> take) {
        take.real("cashQty", Order::cashQty).flag("dontUseAutoPriceForHedge", Order::dontUseAutoPriceForHedge)
                .flag("isOmsContainer", Order::isOmsContainer)
                .flag("discretionaryUpToLimitPrice", Order::discretionaryUpToLimitPrice)
                .flag("usePriceMgmtAlgo", Order::usePriceMgmtAlgo).number("duration", Order::duration)
                .number("postToAts", Order::postToAts).flag("autoCancelParent", Order::autoCancelParent)
                .number("minTradeQty", Order::minTradeQty).number("minCompeteSize", Order::minCompeteSize)
                .real("competeAgainstBestOffset", Order::competeAgainstBestOffset)
                .real("midOffsetAtWhole", Order::midOffsetAtWhole).real("midOffsetAtHalf", Order::midOffsetAtHalf)
                .text("customerAccount", Order::customerAccount)
                .flag("professionalCustomer", Order::professionalCustomer)
                .text("bondAccruedInterest", Order::bondAccruedInterest)
                .flag("includeOvernight", Order::includeOvernight)
                .text("extOperator", Order::extOperator).number("manualOrderIndicator", Order::manualOrderIndicator)
                .text("submitter", Order::submitter).flag("imbalanceOnly", Order::imbalanceOnly);
    }

    /** What only a completed order says. */
    private static void ending(FieldTaker<Order> take) {
        take.text("autoCancelDate", Order::autoCancelDate).decimal("filledQuantity", Order::filledQuantity)
                .number("refFuturesConId", Order::refFuturesConId).text("shareholder", Order::shareholder)
                .flag("routeMarketableToBbo", Order::routeMarketableToBbo)
                .longNumber("parentPermId", Order::parentPermId);
    }
}
