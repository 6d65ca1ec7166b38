package com.ib.client;

import alvh.wire.WireMessage;

/** Puts a contract and an order into the fields of placeOrder; the table decides which of them travel. */
final class OrderFields {

    private OrderFields() {}

    static void put(WireMessage m, Contract contract, Order order) {
        ContractFields.twelve(m, contract);
        m.set("secIdType", contract.getSecIdType()).set("secId", contract.secId());
        ticket(m, order);
        combo(m, contract, order);
        allocation(m, order);
        deltaNeutralOrder(m, order);
        prices(m, order);
        scaleAndHedge(m, order);
        ContractFields.deltaNeutral(m, contract);
        algorithm(m, order);
        pegBench(m, order);
        ConditionFields.put(m, order);
        adjustments(m, order);
        regulation(m, order);
        pegBest(m, order);
    }

    private static void ticket(WireMessage m, Order o) {
        m.set("action", o.getAction()).set("totalQuantity", text(o.totalQuantity()))
                .set("orderType", o.getOrderType()).set("lmtPrice", o.lmtPrice()).set("auxPrice", o.auxPrice())
                .set("tif", o.getTif()).set("ocaGroup", o.ocaGroup()).set("account", o.account())
                .set("openClose", o.openClose()).set("origin", o.origin()).set("orderRef", o.orderRef())
                .set("transmit", o.transmit()).set("parentId", o.parentId()).set("blockOrder", o.blockOrder())
                .set("sweepToFill", o.sweepToFill()).set("displaySize", o.displaySize())
                .set("triggerMethod", o.getTriggerMethod()).set("outsideRth", o.outsideRth()).set("hidden", o.hidden())
                .set("discretionaryAmt", o.discretionaryAmt()).set("goodAfterTime", o.goodAfterTime())
                .set("goodTillDate", o.goodTillDate());
    }

    private static void combo(WireMessage m, Contract contract, Order order) {
        if (contract.comboLegs() != null) {
            for (ComboLeg leg : contract.comboLegs()) {
                ContractFields.leg(m, leg).set("openClose", leg.getOpenClose())
                        .set("shortSaleSlot", leg.shortSaleSlot()).set("designatedLocation", leg.designatedLocation())
                        .set("exemptCode", leg.exemptCode());
            }
        }
        if (order.orderComboLegs() != null) {
            order.orderComboLegs().forEach(leg -> m.add("orderComboLegs").set("price", leg.price()));
        }
        ContractFields.tagList(m, "smartComboRoutingParams", order.smartComboRoutingParams());
    }

    private static void allocation(WireMessage m, Order o) {
        m.set("faGroup", o.faGroup()).set("faMethod", o.getFaMethod()).set("faPercentage", o.faPercentage())
                .set("modelCode", o.modelCode()).set("shortSaleSlot", o.shortSaleSlot())
                .set("designatedLocation", o.designatedLocation()).set("exemptCode", o.exemptCode())
                .set("ocaType", o.getOcaType()).set("rule80A", o.getRule80A()).set("settlingFirm", o.settlingFirm())
                .set("allOrNone", o.allOrNone()).set("minQty", o.minQty());
    }

    private static void deltaNeutralOrder(WireMessage m, Order o) {
        m.set("deltaNeutralOrderType", o.getDeltaNeutralOrderType())
                .set("deltaNeutralAuxPrice", o.deltaNeutralAuxPrice())
                .set("deltaNeutralConId", o.deltaNeutralConId())
                .set("deltaNeutralSettlingFirm", o.deltaNeutralSettlingFirm())
                .set("deltaNeutralClearingAccount", o.deltaNeutralClearingAccount())
                .set("deltaNeutralClearingIntent", o.deltaNeutralClearingIntent())
                .set("deltaNeutralOpenClose", o.deltaNeutralOpenClose())
                .set("deltaNeutralShortSale", o.deltaNeutralShortSale())
                .set("deltaNeutralShortSaleSlot", o.deltaNeutralShortSaleSlot())
                .set("deltaNeutralDesignatedLocation", o.deltaNeutralDesignatedLocation());
    }

    private static void prices(WireMessage m, Order o) {
        m.set("percentOffset", o.percentOffset()).set("auctionStrategy", o.auctionStrategy())
                .set("startingPrice", o.startingPrice()).set("stockRefPrice", o.stockRefPrice()).set("delta", o.delta())
                .set("stockRangeLower", o.stockRangeLower()).set("stockRangeUpper", o.stockRangeUpper())
                .set("overridePercentageConstraints", o.overridePercentageConstraints())
                .set("volatility", o.volatility()).set("volatilityType", o.getVolatilityType())
                .set("continuousUpdate", o.continuousUpdate()).set("referencePriceType", o.getReferencePriceType())
                .set("trailStopPrice", o.trailStopPrice()).set("trailingPercent", o.trailingPercent());
    }

    private static void scaleAndHedge(WireMessage m, Order o) {
        m.set("scaleInitLevelSize", o.scaleInitLevelSize()).set("scaleSubsLevelSize", o.scaleSubsLevelSize())
                .set("scalePriceIncrement", o.scalePriceIncrement())
                .set("scalePriceAdjustValue", o.scalePriceAdjustValue())
                .set("scalePriceAdjustInterval", o.scalePriceAdjustInterval())
                .set("scaleProfitOffset", o.scaleProfitOffset()).set("scaleAutoReset", o.scaleAutoReset())
                .set("scaleInitPosition", o.scaleInitPosition()).set("scaleInitFillQty", o.scaleInitFillQty())
                .set("scaleRandomPercent", o.scaleRandomPercent()).set("scaleTable", o.scaleTable())
                .set("activeStartTime", o.activeStartTime()).set("activeStopTime", o.activeStopTime())
                .set("hedgeType", o.getHedgeType()).set("hedgeParam", o.hedgeParam())
                .set("optOutSmartRouting", o.optOutSmartRouting()).set("clearingAccount", o.clearingAccount())
                .set("clearingIntent", o.clearingIntent()).set("notHeld", o.notHeld());
    }

    private static void algorithm(WireMessage m, Order o) {
        m.set("algoStrategy", o.getAlgoStrategy());
        ContractFields.tagList(m, "algoParams", o.algoParams());
        m.set("algoId", o.algoId()).set("whatIf", o.whatIf())
                .set("orderMiscOptions", ContractFields.tags(o.orderMiscOptions())).set("solicited", o.solicited())
                .set("randomizeSize", o.randomizeSize()).set("randomizePrice", o.randomizePrice());
    }

    private static void pegBench(WireMessage m, Order o) {
        m.set("referenceContractId", o.referenceContractId())
                .set("isPeggedChangeAmountDecrease", o.isPeggedChangeAmountDecrease())
                .set("peggedChangeAmount", o.peggedChangeAmount())
                .set("referenceChangeAmount", o.referenceChangeAmount())
                .set("referenceExchangeId", o.referenceExchangeId());
    }

    private static void adjustments(WireMessage m, Order o) {
        m.set("adjustedOrderType", o.adjustedOrderType() == null ? "" : o.adjustedOrderType().toString())
                .set("triggerPrice", o.triggerPrice()).set("lmtPriceOffset", o.lmtPriceOffset())
                .set("adjustedStopPrice", o.adjustedStopPrice())
                .set("adjustedStopLimitPrice", o.adjustedStopLimitPrice())
                .set("adjustedTrailingAmount", o.adjustedTrailingAmount())
                .set("adjustableTrailingUnit", o.adjustableTrailingUnit());
    }

    private static void regulation(WireMessage m, Order o) {
        m.set("extOperator", o.extOperator()).set("softDollarTier.name", o.softDollarTier().name())
                .set("softDollarTier.value", o.softDollarTier().value()).set("cashQty", o.cashQty())
                .set("mifid2DecisionMaker", o.mifid2DecisionMaker()).set("mifid2DecisionAlgo", o.mifid2DecisionAlgo())
                .set("mifid2ExecutionTrader", o.mifid2ExecutionTrader())
                .set("mifid2ExecutionAlgo", o.mifid2ExecutionAlgo())
                .set("dontUseAutoPriceForHedge", o.dontUseAutoPriceForHedge()).set("isOmsContainer", o.isOmsContainer())
                .set("discretionaryUpToLimitPrice", o.discretionaryUpToLimitPrice());
        if (o.usePriceMgmtAlgo() != null) {
            m.set("usePriceMgmtAlgo", o.usePriceMgmtAlgo().booleanValue());
        }
        m.set("duration", o.duration()).set("postToAts", o.postToAts()).set("autoCancelParent", o.autoCancelParent())
                .set("advancedErrorOverride", o.advancedErrorOverride()).set("manualOrderTime", o.manualOrderTime())
                .set("customerAccount", o.customerAccount()).set("professionalCustomer", o.professionalCustomer())
                .set("includeOvernight", o.includeOvernight()).set("manualOrderIndicator", o.manualOrderIndicator())
                .set("imbalanceOnly", o.imbalanceOnly());
    }

    private static void pegBest(WireMessage m, Order o) {
        m.set("minTradeQty", o.minTradeQty()).set("minCompeteSize", o.minCompeteSize())
                .set("competeAgainstBestOffset", o.competeAgainstBestOffset())
                .set("midOffsetAtWhole", o.midOffsetAtWhole()).set("midOffsetAtHalf", o.midOffsetAtHalf());
    }

    private static String text(Decimal quantity) {
        return quantity == null ? "" : quantity.toString();
    }
}
