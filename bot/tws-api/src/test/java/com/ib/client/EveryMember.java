package com.ib.client;

import java.util.List;

/** A contract and an order with every member set to a value of its own, those of the protocol page's O-50 column. */
final class EveryMember {

    private EveryMember() {}

    static Contract contract() {
        Contract c = new Contract();
        c.conid(1);
        c.symbol("SY");
        c.secType("STK");
        c.lastTradeDateOrContractMonth("LTD");
        c.strike(2.5);
        c.right("R");
        c.multiplier("MU");
        c.exchange("EX");
        c.primaryExch("PE");
        c.currency("CU");
        c.localSymbol("LS");
        c.tradingClass("TC");
        c.secIdType("SIT");
        c.secId("SI");
        DeltaNeutralContract under = new DeltaNeutralContract();
        under.conid(3);
        under.delta(0.25);
        under.price(4.5);
        c.deltaNeutralContract(under);
        return c;
    }

    static Order order() {
        Order order = new Order();
        ticket(order);
        allocation(order);
        pegs(order);
        schemes(order);
        rest(order);
        order.algoParams(List.of(new TagValue("t1", "v1"), new TagValue("t2", "v2")));
        order.orderMiscOptions(List.of(new TagValue("m1", "w1"), new TagValue("m2", "w2")));
        order.adjustedOrderType(OrderType.TRAIL_LIMIT);
        order.softDollarTier(new SoftDollarTier("SDN", "SDV", ""));
        return order;
    }

    private static void ticket(Order o) {
        o.action("ACT");
        o.totalQuantity(Decimal.parse("100.5"));
        o.orderType("OT");
        o.lmtPrice(1.01);
        o.auxPrice(1.02);
        o.tif("TIF");
        o.ocaGroup("OCA");
        o.account("ACC");
        o.openClose("O");
        o.origin(1);
        o.orderRef("REF");
        o.transmit(true);
        o.parentId(103);
        o.blockOrder(true);
        o.sweepToFill(true);
        o.displaySize(104);
        o.triggerMethod(8);
        o.outsideRth(true);
        o.hidden(true);
        o.discretionaryAmt(1.03);
        o.goodAfterTime("GAT");
        o.goodTillDate("GTD");
    }

    private static void allocation(Order o) {
        o.faGroup("FAG");
        o.faMethod("FAM");
        o.faPercentage("FAP");
        o.modelCode("MOD");
        o.shortSaleSlot(2);
        o.designatedLocation("DL");
        o.exemptCode(5);
        o.ocaType(3);
        o.rule80A("R80");
        o.settlingFirm("SF");
        o.allOrNone(true);
        o.minQty(105);
        o.percentOffset(1.04);
        o.auctionStrategy(2);
        o.startingPrice(1.05);
        o.stockRefPrice(1.06);
        o.delta(1.07);
        o.stockRangeLower(1.08);
        o.stockRangeUpper(1.09);
        o.overridePercentageConstraints(true);
        o.volatility(1.1);
        o.volatilityType(2);
    }

    private static void pegs(Order o) {
        o.deltaNeutralOrderType("DNOT");
        o.deltaNeutralAuxPrice(1.11);
        o.deltaNeutralConId(106);
        o.deltaNeutralSettlingFirm("DNSF");
        o.deltaNeutralClearingAccount("DNCA");
        o.deltaNeutralClearingIntent("DNCI");
        o.deltaNeutralOpenClose("DNOC");
        o.deltaNeutralShortSale(true);
        o.deltaNeutralShortSaleSlot(1);
        o.deltaNeutralDesignatedLocation("DNDL");
        o.continuousUpdate(1);
        o.referencePriceType(2);
        o.trailStopPrice(1.12);
        o.trailingPercent(1.13);
        o.scaleInitLevelSize(107);
        o.scaleSubsLevelSize(108);
        o.scalePriceIncrement(1.14);
        o.scalePriceAdjustValue(1.15);
        o.scalePriceAdjustInterval(109);
        o.scaleProfitOffset(1.16);
        o.scaleAutoReset(true);
        o.scaleInitPosition(110);
    }

    private static void schemes(Order o) {
        o.scaleInitFillQty(111);
        o.scaleRandomPercent(true);
        o.scaleTable("SCT");
        o.activeStartTime("AST");
        o.activeStopTime("AET");
        o.hedgeType("D");
        o.hedgeParam("HP");
        o.optOutSmartRouting(true);
        o.clearingAccount("CA");
        o.clearingIntent("CI");
        o.notHeld(true);
        o.algoStrategy("ALG");
        o.algoId("AID");
        o.whatIf(true);
        o.solicited(true);
        o.randomizeSize(true);
        o.randomizePrice(true);
        o.triggerPrice(1.17);
        o.lmtPriceOffset(1.18);
        o.adjustedStopPrice(1.19);
        o.adjustedStopLimitPrice(1.2);
        o.adjustedTrailingAmount(1.21);
    }

    private static void rest(Order o) {
        o.adjustableTrailingUnit(100);
        o.extOperator("XOP");
        o.cashQty(1.22);
        o.mifid2DecisionMaker("MDM");
        o.mifid2DecisionAlgo("MDA");
        o.mifid2ExecutionTrader("MET");
        o.mifid2ExecutionAlgo("MEA");
        o.dontUseAutoPriceForHedge(true);
        o.isOmsContainer(true);
        o.discretionaryUpToLimitPrice(true);
        o.usePriceMgmtAlgo(false);
        o.duration(112);
        o.postToAts(113);
        o.autoCancelParent(true);
        o.advancedErrorOverride("AEO");
        o.manualOrderTime("MOT");
        o.customerAccount("CUA");
        o.professionalCustomer(true);
        o.includeOvernight(true);
        o.manualOrderIndicator(1);
        o.imbalanceOnly(true);
    }
}
