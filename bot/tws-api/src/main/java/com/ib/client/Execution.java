package com.ib.client;

/** One fill. */
public class Execution {

    private Liquidities lastLiquidity = Liquidities.None;
    private int orderId, clientId, liquidation;
    private String execId, time, acctNumber, exchange, side, orderRef, evRule, modelCode, submitter;
    private Decimal shares = Decimal.ZERO, cumQty = Decimal.ZERO;
    private double price, avgPrice, evMultiplier;
    private long permId;
    private boolean pendingPriceRevision;

    public int orderId() {
        return orderId;
    }
    public void orderId(int value) {
        orderId = value;
    }
    public int clientId() {
        return clientId;
    }
    public void clientId(int value) {
        clientId = value;
    }
    public int liquidation() {
        return liquidation;
    }
    public void liquidation(int value) {
        liquidation = value;
    }
    public String execId() {
        return execId;
    }
    public void execId(String value) {
        execId = value;
    }
    public String time() {
        return time;
    }
    public void time(String value) {
        time = value;
    }
    public String acctNumber() {
        return acctNumber;
    }
    public void acctNumber(String value) {
        acctNumber = value;
    }
    public String exchange() {
        return exchange;
    }
    public void exchange(String value) {
        exchange = value;
    }
    public String side() {
        return side;
    }
    public void side(String value) {
        side = value;
    }
    public String orderRef() {
        return orderRef;
    }
    public void orderRef(String value) {
        orderRef = value;
    }
    public String evRule() {
        return evRule;
    }
    public void evRule(String value) {
        evRule = value;
    }
    public String modelCode() {
        return modelCode;
    }
    public void modelCode(String value) {
        modelCode = value;
    }
    public String submitter() {
        return submitter;
    }
    public void submitter(String value) {
        submitter = value;
    }
    public Decimal shares() {
        return shares;
    }
    public void shares(Decimal value) {
        shares = value;
    }
    public Decimal cumQty() {
        return cumQty;
    }
    public void cumQty(Decimal value) {
        cumQty = value;
    }
    public double price() {
        return price;
    }
    public void price(double value) {
        price = value;
    }
    public double avgPrice() {
        return avgPrice;
    }
    public void avgPrice(double value) {
        avgPrice = value;
    }
    public double evMultiplier() {
        return evMultiplier;
    }
    public void evMultiplier(double value) {
        evMultiplier = value;
    }
    public long permId() {
        return permId;
    }
    public void permId(long value) {
        permId = value;
    }
    public boolean pendingPriceRevision() {
        return pendingPriceRevision;
    }
    public void pendingPriceRevision(boolean value) {
        pendingPriceRevision = value;
    }

    public Liquidities lastLiquidity() {
        return lastLiquidity;
    }

    public String lastLiquidityStr() {
        return lastLiquidity.toString();
    }

    public void lastLiquidity(int value) {
        lastLiquidity = Liquidities.fromInt(value);
    }
}
