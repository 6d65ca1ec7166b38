package com.ib.client;

import java.util.ArrayList;
import java.util.List;

/** An order; a new one is a day limit order to buy, with everything else unset. */
public class Order extends OrderSchemes {

    public static final int CUSTOMER = 0;
    public static final int FIRM = 1;
    public static final int AUCTION_MATCH = 1;
    public static final int AUCTION_IMPROVEMENT = 2;
    public static final int AUCTION_TRANSPARENT = 3;
    public static final String EMPTY_STR = "";
    public static final double COMPETE_AGAINST_BEST_OFFSET_UP_TO_MID = Double.POSITIVE_INFINITY;

    private int adjustableTrailingUnit, refFuturesConId;
    private List<OrderCondition> conditions = new ArrayList<>();
    private boolean conditionsIgnoreRth, conditionsCancelOrder;
    private String extOperator = "", mifid2DecisionMaker = "", mifid2DecisionAlgo = "", mifid2ExecutionTrader = "";
    private String mifid2ExecutionAlgo = "";
    private SoftDollarTier softDollarTier = new SoftDollarTier("", "", "");
    private boolean dontUseAutoPriceForHedge, isOmsContainer, discretionaryUpToLimitPrice, autoCancelParent;
    private boolean imbalanceOnly, professionalCustomer, includeOvernight;
    private Boolean usePriceMgmtAlgo, routeMarketableToBbo;
    private int duration = Integer.MAX_VALUE, postToAts = Integer.MAX_VALUE, minTradeQty = Integer.MAX_VALUE;
    private int minCompeteSize = Integer.MAX_VALUE, manualOrderIndicator = Integer.MAX_VALUE;
    private double competeAgainstBestOffset = Double.MAX_VALUE, midOffsetAtWhole = Double.MAX_VALUE;
    private double midOffsetAtHalf = Double.MAX_VALUE;
    private String autoCancelDate = "", shareholder = "", advancedErrorOverride = "", manualOrderTime = "";
    private String customerAccount = "", bondAccruedInterest = "", submitter = "";

    public int adjustableTrailingUnit() {
        return adjustableTrailingUnit;
    }
    public void adjustableTrailingUnit(int value) {
        adjustableTrailingUnit = value;
    }
    public int refFuturesConId() {
        return refFuturesConId;
    }
    public void refFuturesConId(int value) {
        refFuturesConId = value;
    }
    public List<OrderCondition> conditions() {
        return conditions;
    }
    public void conditions(List<OrderCondition> value) {
        conditions = value;
    }
    public boolean conditionsIgnoreRth() {
        return conditionsIgnoreRth;
    }
    public void conditionsIgnoreRth(boolean value) {
        conditionsIgnoreRth = value;
    }
    public boolean conditionsCancelOrder() {
        return conditionsCancelOrder;
    }
    public void conditionsCancelOrder(boolean value) {
        conditionsCancelOrder = value;
    }
    public String extOperator() {
        return extOperator;
    }
    public void extOperator(String value) {
        extOperator = value;
    }
    public String mifid2DecisionMaker() {
        return mifid2DecisionMaker;
    }
    public void mifid2DecisionMaker(String value) {
        mifid2DecisionMaker = value;
    }
    public String mifid2DecisionAlgo() {
        return mifid2DecisionAlgo;
    }
    public void mifid2DecisionAlgo(String value) {
        mifid2DecisionAlgo = value;
    }
    public String mifid2ExecutionTrader() {
        return mifid2ExecutionTrader;
    }
    public void mifid2ExecutionTrader(String value) {
        mifid2ExecutionTrader = value;
    }
    public String mifid2ExecutionAlgo() {
        return mifid2ExecutionAlgo;
    }
    public void mifid2ExecutionAlgo(String value) {
        mifid2ExecutionAlgo = value;
    }
    public SoftDollarTier softDollarTier() {
        return softDollarTier;
    }
    public void softDollarTier(SoftDollarTier value) {
        softDollarTier = value;
    }
    public boolean dontUseAutoPriceForHedge() {
        return dontUseAutoPriceForHedge;
    }
    public void dontUseAutoPriceForHedge(boolean value) {
        dontUseAutoPriceForHedge = value;
    }
    public boolean isOmsContainer() { return isOmsContainer; }
    public void isOmsContainer(boolean value) {
        isOmsContainer = value;
    }
    public boolean discretionaryUpToLimitPrice() {
        return discretionaryUpToLimitPrice;
    }
    public void discretionaryUpToLimitPrice(boolean value) {
        discretionaryUpToLimitPrice = value;
    }
    public boolean autoCancelParent() {
        return autoCancelParent;
    }
    public void autoCancelParent(boolean value) {
        autoCancelParent = value;
    }
    public boolean imbalanceOnly() {
        return imbalanceOnly;
    }
    public void imbalanceOnly(boolean value) {
        imbalanceOnly = value;
    }
    public boolean professionalCustomer() {
        return professionalCustomer;
    }
    public void professionalCustomer(boolean value) {
        professionalCustomer = value;
    }
    public boolean includeOvernight() {
        return includeOvernight;
    }
    public void includeOvernight(boolean value) {
        includeOvernight = value;
    }
    public Boolean usePriceMgmtAlgo() {
        return usePriceMgmtAlgo;
    }
    public void usePriceMgmtAlgo(Boolean value) {
        usePriceMgmtAlgo = value;
    }
    public Boolean routeMarketableToBbo() {
        return routeMarketableToBbo;
    }
    public void routeMarketableToBbo(Boolean value) {
        routeMarketableToBbo = value;
    }
    public int duration() {
        return duration;
    }
    public void duration(int value) {
        duration = value;
    }
    public int postToAts() {
        return postToAts;
    }
    public void postToAts(int value) {
        postToAts = value;
    }
    public int minTradeQty() {
        return minTradeQty;
    }
    public void minTradeQty(int value) {
        minTradeQty = value;
    }
    public int minCompeteSize() {
        return minCompeteSize;
    }
    public void minCompeteSize(int value) {
        minCompeteSize = value;
    }
    public int manualOrderIndicator() {
        return manualOrderIndicator;
    }
    public void manualOrderIndicator(int value) {
        manualOrderIndicator = value;
    }
    public double competeAgainstBestOffset() {
        return competeAgainstBestOffset;
    }
    public void competeAgainstBestOffset(double value) {
        competeAgainstBestOffset = value;
    }
    public double midOffsetAtWhole() {
        return midOffsetAtWhole;
    }
    public void midOffsetAtWhole(double value) {
        midOffsetAtWhole = value;
    }
    public double midOffsetAtHalf() {
        return midOffsetAtHalf;
    }
    public void midOffsetAtHalf(double value) {
        midOffsetAtHalf = value;
    }
    public String autoCancelDate() {
        return autoCancelDate;
    }
    public void autoCancelDate(String value) {
        autoCancelDate = value;
    }
    public String shareholder() {
        return shareholder;
    }
    public void shareholder(String value) {
        shareholder = value;
    }
    public String advancedErrorOverride() {
        return advancedErrorOverride;
    }
    public void advancedErrorOverride(String value) {
        advancedErrorOverride = value;
    }
    public String manualOrderTime() {
        return manualOrderTime;
    }
    public void manualOrderTime(String value) {
        manualOrderTime = value;
    }
    public String customerAccount() {
        return customerAccount;
    }
    public void customerAccount(String value) {
        customerAccount = value;
    }
    public String bondAccruedInterest() {
        return bondAccruedInterest;
    }
    public void bondAccruedInterest(String value) {
        bondAccruedInterest = value;
    }
    public String submitter() {
        return submitter;
    }
    public void submitter(String value) {
        submitter = value;
    }

    public void setCompeteAgainstBestOffsetUpToMid() {
        competeAgainstBestOffset(COMPETE_AGAINST_BEST_OFFSET_UP_TO_MID);
    }

    public boolean isCompeteAgainstBestOffsetUpToMid() {
        return competeAgainstBestOffset() == COMPETE_AGAINST_BEST_OFFSET_UP_TO_MID;
    }

    /**
     * True whenever both permIds are equal, as in the official client: two new orders, which have none yet, are equal.
     * Never use an order as a key.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof Order order && permId() == order.permId();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(permId());
    }
}
