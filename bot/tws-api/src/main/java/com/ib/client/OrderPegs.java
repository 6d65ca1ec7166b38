package com.ib.client;

/** The part of an {@link Order} about short sales, allocation, volatility and delta-neutral hedging. */
abstract class OrderPegs extends OrderTicket {

    private String openClose = "", designatedLocation = "";
    private int shortSaleSlot, exemptCode = -1, minQty = Integer.MAX_VALUE;
    private double percentOffset = Double.MAX_VALUE, trailingPercent = Double.MAX_VALUE;
    private double trailStopPrice = Double.MAX_VALUE, discretionaryAmt = Double.MAX_VALUE;
    private String faGroup, faPercentage, faMethod = "", modelCode;
    private int auctionStrategy, continuousUpdate;
    private double startingPrice = Double.MAX_VALUE, stockRefPrice = Double.MAX_VALUE, delta = Double.MAX_VALUE;
    private double stockRangeLower = Double.MAX_VALUE, stockRangeUpper = Double.MAX_VALUE;
    private double volatility = Double.MAX_VALUE;
    private int volatilityType = Integer.MAX_VALUE, referencePriceType = Integer.MAX_VALUE;
    private String deltaNeutralOrderType = "";
    private double deltaNeutralAuxPrice = Double.MAX_VALUE;
    private int deltaNeutralConId, deltaNeutralShortSaleSlot;
    private String deltaNeutralSettlingFirm = "", deltaNeutralClearingAccount = "", deltaNeutralClearingIntent = "";
    private String deltaNeutralOpenClose = "", deltaNeutralDesignatedLocation = "";
    private boolean deltaNeutralShortSale;
    private double basisPoints = Double.MAX_VALUE;
    private int basisPointsType = Integer.MAX_VALUE;

    public String openClose() {
        return openClose;
    }
    public void openClose(String value) {
        openClose = value;
    }
    public String designatedLocation() {
        return designatedLocation;
    }
    public void designatedLocation(String value) {
        designatedLocation = value;
    }
    public int shortSaleSlot() {
        return shortSaleSlot;
    }
    public void shortSaleSlot(int value) {
        shortSaleSlot = value;
    }
    public int exemptCode() {
        return exemptCode;
    }
    public void exemptCode(int value) {
        exemptCode = value;
    }
    public int minQty() {
        return minQty;
    }
    public void minQty(int value) {
        minQty = value;
    }
    public double percentOffset() {
        return percentOffset;
    }
    public void percentOffset(double value) {
        percentOffset = value;
    }
    public double trailingPercent() {
        return trailingPercent;
    }
    public void trailingPercent(double value) {
        trailingPercent = value;
    }
    public double trailStopPrice() {
        return trailStopPrice;
    }
    public void trailStopPrice(double value) {
        trailStopPrice = value;
    }
    public double discretionaryAmt() {
        return discretionaryAmt;
    }
    public void discretionaryAmt(double value) {
        discretionaryAmt = value;
    }
    public String faGroup() {
        return faGroup;
    }
    public void faGroup(String value) {
        faGroup = value;
    }
    public String faPercentage() {
        return faPercentage;
    }
    public void faPercentage(String value) {
        faPercentage = value;
    }
    public Types.Method faMethod() {
        return Types.Method.get(faMethod);
    }
    public String getFaMethod() { return faMethod; }
    public void faMethod(String value) {
        faMethod = value;
    }
    public void faMethod(Types.Method value) {
        faMethod = value == null ? null : value.getApiString();
    }
    public String modelCode() {
        return modelCode;
    }
    public void modelCode(String value) {
        modelCode = value;
    }
    public int auctionStrategy() {
        return auctionStrategy;
    }
    public void auctionStrategy(int value) {
        auctionStrategy = value;
    }
    public int continuousUpdate() {
        return continuousUpdate;
    }
    public void continuousUpdate(int value) {
        continuousUpdate = value;
    }
    public double startingPrice() {
        return startingPrice;
    }
    public void startingPrice(double value) {
        startingPrice = value;
    }
    public double stockRefPrice() {
        return stockRefPrice;
    }
    public void stockRefPrice(double value) {
        stockRefPrice = value;
    }
    public double delta() {
        return delta;
    }
    public void delta(double value) {
        delta = value;
    }
    public double stockRangeLower() {
        return stockRangeLower;
    }
    public void stockRangeLower(double value) {
        stockRangeLower = value;
    }
    public double stockRangeUpper() {
        return stockRangeUpper;
    }
    public void stockRangeUpper(double value) {
        stockRangeUpper = value;
    }
    public double volatility() {
        return volatility;
    }
    public void volatility(double value) {
        volatility = value;
    }
    public Types.VolatilityType volatilityType() {
        return Types.VolatilityType.get(volatilityType);
    }
    public int getVolatilityType() { return volatilityType; }
    public void volatilityType(int value) {
        volatilityType = value;
    }
    public void volatilityType(Types.VolatilityType value) {
        volatilityType = value.ordinal();
    }
    public Types.ReferencePriceType referencePriceType() {
        return Types.ReferencePriceType.get(referencePriceType);
    }
    public int getReferencePriceType() { return referencePriceType; }
    public void referencePriceType(int value) {
        referencePriceType = value;
    }
    public void referencePriceType(Types.ReferencePriceType value) {
        referencePriceType = value.ordinal();
    }
    public OrderType deltaNeutralOrderType() {
        return OrderType.get(deltaNeutralOrderType);
    }
    public String getDeltaNeutralOrderType() { return deltaNeutralOrderType; }
    public void deltaNeutralOrderType(String value) {
        deltaNeutralOrderType = value;
    }
    public void deltaNeutralOrderType(OrderType value) {
        deltaNeutralOrderType = value == null ? null : value.toString();
    }
    public double deltaNeutralAuxPrice() {
        return deltaNeutralAuxPrice;
    }
    public void deltaNeutralAuxPrice(double value) {
        deltaNeutralAuxPrice = value;
    }
    public int deltaNeutralConId() {
        return deltaNeutralConId;
    }
    public void deltaNeutralConId(int value) {
        deltaNeutralConId = value;
    }
    public int deltaNeutralShortSaleSlot() {
        return deltaNeutralShortSaleSlot;
    }
    public void deltaNeutralShortSaleSlot(int value) {
        deltaNeutralShortSaleSlot = value;
    }
    public String deltaNeutralSettlingFirm() {
        return deltaNeutralSettlingFirm;
    }
    public void deltaNeutralSettlingFirm(String value) {
        deltaNeutralSettlingFirm = value;
    }
    public String deltaNeutralClearingAccount() {
        return deltaNeutralClearingAccount;
    }
    public void deltaNeutralClearingAccount(String value) {
        deltaNeutralClearingAccount = value;
    }
    public String deltaNeutralClearingIntent() {
        return deltaNeutralClearingIntent;
    }
    public void deltaNeutralClearingIntent(String value) {
        deltaNeutralClearingIntent = value;
    }
    public String deltaNeutralOpenClose() {
        return deltaNeutralOpenClose;
    }
    public void deltaNeutralOpenClose(String value) {
        deltaNeutralOpenClose = value;
    }
    public String deltaNeutralDesignatedLocation() {
        return deltaNeutralDesignatedLocation;
    }
    public void deltaNeutralDesignatedLocation(String value) {
        deltaNeutralDesignatedLocation = value;
    }
    public boolean deltaNeutralShortSale() {
        return deltaNeutralShortSale;
    }
    public void deltaNeutralShortSale(boolean value) {
        deltaNeutralShortSale = value;
    }
    public double basisPoints() {
        return basisPoints;
    }
    public void basisPoints(double value) {
        basisPoints = value;
    }
    public int basisPointsType() {
        return basisPointsType;
    }
    public void basisPointsType(int value) {
        basisPointsType = value;
    }
}
