package com.ib.client;

import java.util.ArrayList;
import java.util.List;

/** The part of an {@link Order} about scales, hedges, algorithms, combinations, pegs and adjustments. */
abstract class OrderSchemes extends OrderPegs {

    private List<TagValue> algoParams = new ArrayList<>();
    private int scaleInitLevelSize = Integer.MAX_VALUE, scaleSubsLevelSize = Integer.MAX_VALUE;
    private int scalePriceAdjustInterval = Integer.MAX_VALUE, scaleInitPosition = Integer.MAX_VALUE;
    private int scaleInitFillQty = Integer.MAX_VALUE;
    private double scalePriceIncrement = Double.MAX_VALUE, scalePriceAdjustValue = Double.MAX_VALUE;
    private double scaleProfitOffset = Double.MAX_VALUE;
    private boolean scaleAutoReset, scaleRandomPercent;
    private String scaleTable = "", activeStartTime = "", activeStopTime = "", hedgeType = "", hedgeParam;
    private String algoStrategy = "", algoId = "";
    private List<TagValue> smartComboRoutingParams = new ArrayList<>();
    private List<OrderComboLeg> orderComboLegs = new ArrayList<>();
    private List<TagValue> orderMiscOptions;
    private boolean optOutSmartRouting, randomizeSize, randomizePrice;
    private int referenceContractId;
    private boolean isPeggedChangeAmountDecrease;
    private double peggedChangeAmount, referenceChangeAmount;
    private String referenceExchangeId;
    private OrderType adjustedOrderType;
    private double triggerPrice = Double.MAX_VALUE, lmtPriceOffset = Double.MAX_VALUE;
    private double adjustedStopPrice = Double.MAX_VALUE, adjustedStopLimitPrice = Double.MAX_VALUE;
    private double adjustedTrailingAmount = Double.MAX_VALUE, cashQty = Double.MAX_VALUE;

    public int scaleInitLevelSize() {
        return scaleInitLevelSize;
    }
    public void scaleInitLevelSize(int value) {
        scaleInitLevelSize = value;
    }
    public int scaleSubsLevelSize() {
        return scaleSubsLevelSize;
    }
    public void scaleSubsLevelSize(int value) {
        scaleSubsLevelSize = value;
    }
    public int scalePriceAdjustInterval() {
        return scalePriceAdjustInterval;
    }
    public void scalePriceAdjustInterval(int value) {
        scalePriceAdjustInterval = value;
    }
    public int scaleInitPosition() {
        return scaleInitPosition;
    }
    public void scaleInitPosition(int value) {
        scaleInitPosition = value;
    }
    public int scaleInitFillQty() {
        return scaleInitFillQty;
    }
    public void scaleInitFillQty(int value) {
        scaleInitFillQty = value;
    }
    public double scalePriceIncrement() {
        return scalePriceIncrement;
    }
    public void scalePriceIncrement(double value) {
        scalePriceIncrement = value;
    }
    public double scalePriceAdjustValue() {
        return scalePriceAdjustValue;
    }
    public void scalePriceAdjustValue(double value) {
        scalePriceAdjustValue = value;
    }
    public double scaleProfitOffset() {
        return scaleProfitOffset;
    }
    public void scaleProfitOffset(double value) {
        scaleProfitOffset = value;
    }
    public boolean scaleAutoReset() {
        return scaleAutoReset;
    }
    public void scaleAutoReset(boolean value) {
        scaleAutoReset = value;
    }
    public boolean scaleRandomPercent() {
        return scaleRandomPercent;
    }
    public void scaleRandomPercent(boolean value) {
        scaleRandomPercent = value;
    }
    public String scaleTable() {
        return scaleTable;
    }
    public void scaleTable(String value) {
        scaleTable = value;
    }
    public String activeStartTime() {
        return activeStartTime;
    }
    public void activeStartTime(String value) {
        activeStartTime = value;
    }
    public String activeStopTime() {
        return activeStopTime;
    }
    public void activeStopTime(String value) {
        activeStopTime = value;
    }
    public Types.HedgeType hedgeType() {
        return Types.HedgeType.get(hedgeType);
    }
    public String getHedgeType() { return hedgeType; }
    public void hedgeType(String value) {
        hedgeType = value;
    }
    public void hedgeType(Types.HedgeType value) {
        hedgeType = value == null ? null : value.getApiString();
    }
    public String hedgeParam() {
        return hedgeParam;
    }
    public void hedgeParam(String value) {
        hedgeParam = value;
    }
    public Types.AlgoStrategy algoStrategy() {
        return Types.AlgoStrategy.get(algoStrategy);
    }
    public String getAlgoStrategy() { return algoStrategy; }
    public void algoStrategy(String value) {
        algoStrategy = value;
    }
    public void algoStrategy(Types.AlgoStrategy value) {
        algoStrategy = value == null ? null : value.getApiString();
    }
    public String algoId() {
        return algoId;
    }
    public void algoId(String value) {
        algoId = value;
    }
    public List<TagValue> smartComboRoutingParams() {
        return smartComboRoutingParams;
    }
    public void smartComboRoutingParams(List<TagValue> value) {
        smartComboRoutingParams = value;
    }
    public List<OrderComboLeg> orderComboLegs() {
        return orderComboLegs;
    }
    public void orderComboLegs(List<OrderComboLeg> value) {
        orderComboLegs = value;
    }
    public List<TagValue> orderMiscOptions() {
        return orderMiscOptions;
    }
    public void orderMiscOptions(List<TagValue> value) {
        orderMiscOptions = value;
    }
    public boolean optOutSmartRouting() {
        return optOutSmartRouting;
    }
    public void optOutSmartRouting(boolean value) {
        optOutSmartRouting = value;
    }
    public boolean randomizeSize() {
        return randomizeSize;
    }
    public void randomizeSize(boolean value) {
        randomizeSize = value;
    }
    public boolean randomizePrice() {
        return randomizePrice;
    }
    public void randomizePrice(boolean value) {
        randomizePrice = value;
    }
    public int referenceContractId() {
        return referenceContractId;
    }
    public void referenceContractId(int value) {
        referenceContractId = value;
    }
    public boolean isPeggedChangeAmountDecrease() { return isPeggedChangeAmountDecrease; }
    public void isPeggedChangeAmountDecrease(boolean value) {
        isPeggedChangeAmountDecrease = value;
    }
    public double peggedChangeAmount() {
        return peggedChangeAmount;
    }
    public void peggedChangeAmount(double value) {
        peggedChangeAmount = value;
    }
    public double referenceChangeAmount() {
        return referenceChangeAmount;
    }
    public void referenceChangeAmount(double value) {
        referenceChangeAmount = value;
    }
    public String referenceExchangeId() {
        return referenceExchangeId;
    }
    public void referenceExchangeId(String value) {
        referenceExchangeId = value;
    }
    public OrderType adjustedOrderType() {
        return adjustedOrderType;
    }
    public void adjustedOrderType(OrderType value) {
        adjustedOrderType = value;
    }
    public double triggerPrice() {
        return triggerPrice;
    }
    public void triggerPrice(double value) {
        triggerPrice = value;
    }
    public double lmtPriceOffset() {
        return lmtPriceOffset;
    }
    public void lmtPriceOffset(double value) {
        lmtPriceOffset = value;
    }
    public double adjustedStopPrice() {
        return adjustedStopPrice;
    }
    public void adjustedStopPrice(double value) {
        adjustedStopPrice = value;
    }
    public double adjustedStopLimitPrice() {
        return adjustedStopLimitPrice;
    }
    public void adjustedStopLimitPrice(double value) {
        adjustedStopLimitPrice = value;
    }
    public double adjustedTrailingAmount() {
        return adjustedTrailingAmount;
    }
    public void adjustedTrailingAmount(double value) {
        adjustedTrailingAmount = value;
    }
    public double cashQty() {
        return cashQty;
    }
    public void cashQty(double value) {
        cashQty = value;
    }

    /** The list, made when there is none. */
    public List<TagValue> algoParams() {
        if (algoParams == null) {
            algoParams = new ArrayList<>();
        }
        return algoParams;
    }

    public void algoParams(List<TagValue> value) {
        algoParams = value;
    }
}
