package com.ib.client;

import java.util.List;

/** A contract with everything the broker knows about it. */
public class ContractDetails {

    private Contract contract = new Contract();
    private String marketName, orderTypes, validExchanges, longName, contractMonth, industry, category, subcategory;
    private String timeZoneId, tradingHours, liquidHours, evRule, underSymbol, underSecType, marketRuleIds;
    private String realExpirationDate, lastTradeTime, stockType;
    private double minTick, evMultiplier, coupon;
    private int priceMagnifier, underConid, aggGroup;
    private List<TagValue> secIdList;
    private Decimal minSize, sizeIncrement, suggestedSizeIncrement;
    private List<IneligibilityReason> ineligibilityReasonList;
    private String cusip, ratings, descAppend, bondType, couponType, maturity, issueDate, nextOptionDate;
    private String nextOptionType, notes;
    private boolean callable, putable, convertible, nextOptionPartial;
    private String fundName, fundFamily, fundType, fundFrontLoad, fundBackLoad, fundBackLoadTimeInterval;
    private String fundManagementFee, fundNotifyAmount, fundMinimumInitialPurchase, fundSubsequentMinimumPurchase;
    private String fundBlueSkyStates, fundBlueSkyTerritories;
    private boolean fundClosed, fundClosedForNewInvestors, fundClosedForNewMoney;

    public Contract contract() {
        return contract;
    }
    public void contract(Contract value) {
        contract = value;
    }
    public String marketName() {
        return marketName;
    }
    public void marketName(String value) {
        marketName = value;
    }
    public String orderTypes() {
        return orderTypes;
    }
    public void orderTypes(String value) {
        orderTypes = value;
    }
    public String validExchanges() {
        return validExchanges;
    }
    public void validExchanges(String value) {
        validExchanges = value;
    }
    public String longName() {
        return longName;
    }
    public void longName(String value) {
        longName = value;
    }
    public String contractMonth() {
        return contractMonth;
    }
    public void contractMonth(String value) {
        contractMonth = value;
    }
    public String industry() {
        return industry;
    }
    public void industry(String value) {
        industry = value;
    }
    public String category() {
        return category;
    }
    public void category(String value) {
        category = value;
    }
    public String subcategory() {
        return subcategory;
    }
    public void subcategory(String value) {
        subcategory = value;
    }
    public String timeZoneId() {
        return timeZoneId;
    }
    public void timeZoneId(String value) {
        timeZoneId = value;
    }
    public String tradingHours() {
        return tradingHours;
    }
    public void tradingHours(String value) {
        tradingHours = value;
    }
    public String liquidHours() {
        return liquidHours;
    }
    public void liquidHours(String value) {
        liquidHours = value;
    }
    public String evRule() {
        return evRule;
    }
    public void evRule(String value) {
        evRule = value;
    }
    public String underSymbol() {
        return underSymbol;
    }
    public void underSymbol(String value) {
        underSymbol = value;
    }
    public String underSecType() {
        return underSecType;
    }
    public void underSecType(String value) {
        underSecType = value;
    }
    public String marketRuleIds() {
        return marketRuleIds;
    }
    public void marketRuleIds(String value) {
        marketRuleIds = value;
    }
    public String realExpirationDate() {
        return realExpirationDate;
    }
    public void realExpirationDate(String value) {
        realExpirationDate = value;
    }
    public String lastTradeTime() {
        return lastTradeTime;
    }
    public void lastTradeTime(String value) {
        lastTradeTime = value;
    }
    public String stockType() {
        return stockType;
    }
    public void stockType(String value) {
        stockType = value;
    }
    public double minTick() {
        return minTick;
    }
    public void minTick(double value) {
        minTick = value;
    }
    public double evMultiplier() {
        return evMultiplier;
    }
    public void evMultiplier(double value) {
        evMultiplier = value;
    }
    public double coupon() {
        return coupon;
    }
    public void coupon(double value) {
        coupon = value;
    }
    public int priceMagnifier() {
        return priceMagnifier;
    }
    public void priceMagnifier(int value) {
        priceMagnifier = value;
    }
    public int underConid() {
        return underConid;
    }
    public void underConid(int value) {
        underConid = value;
    }
    public int aggGroup() {
        return aggGroup;
    }
    public void aggGroup(int value) {
        aggGroup = value;
    }
    public List<TagValue> secIdList() {
        return secIdList;
    }
    public void secIdList(List<TagValue> value) {
        secIdList = value;
    }
    public Decimal minSize() {
        return minSize;
    }
    public void minSize(Decimal value) {
        minSize = value;
    }
    public Decimal sizeIncrement() {
        return sizeIncrement;
    }
    public void sizeIncrement(Decimal value) {
        sizeIncrement = value;
    }
    public Decimal suggestedSizeIncrement() {
        return suggestedSizeIncrement;
    }
    public void suggestedSizeIncrement(Decimal value) {
        suggestedSizeIncrement = value;
    }
    public List<IneligibilityReason> ineligibilityReasonList() {
        return ineligibilityReasonList;
    }
    public void ineligibilityReasonList(List<IneligibilityReason> value) {
        ineligibilityReasonList = value;
    }
    public String cusip() {
        return cusip;
    }
    public void cusip(String value) {
        cusip = value;
    }
    public String ratings() {
        return ratings;
    }
    public void ratings(String value) {
        ratings = value;
    }
    public String descAppend() {
        return descAppend;
    }
    public void descAppend(String value) {
        descAppend = value;
    }
    public String bondType() {
        return bondType;
    }
    public void bondType(String value) {
        bondType = value;
    }
    public String couponType() {
        return couponType;
    }
    public void couponType(String value) {
        couponType = value;
    }
    public String maturity() {
        return maturity;
    }
    public void maturity(String value) {
        maturity = value;
    }
    public String issueDate() {
        return issueDate;
    }
    public void issueDate(String value) {
        issueDate = value;
    }
    public String nextOptionDate() {
        return nextOptionDate;
    }
    public void nextOptionDate(String value) {
        nextOptionDate = value;
    }
    public String nextOptionType() {
        return nextOptionType;
    }
    public void nextOptionType(String value) {
        nextOptionType = value;
    }
    public String notes() {
        return notes;
    }
    public void notes(String value) {
        notes = value;
    }
    public boolean callable() {
        return callable;
    }
    public void callable(boolean value) {
        callable = value;
    }
    public boolean putable() {
        return putable;
    }
    public void putable(boolean value) {
        putable = value;
    }
    public boolean convertible() {
        return convertible;
    }
    public void convertible(boolean value) {
        convertible = value;
    }
    public boolean nextOptionPartial() {
        return nextOptionPartial;
    }
    public void nextOptionPartial(boolean value) {
        nextOptionPartial = value;
    }
    public String fundName() {
        return fundName;
    }
    public void fundName(String value) {
        fundName = value;
    }
    public String fundFamily() {
        return fundFamily;
    }
    public void fundFamily(String value) {
        fundFamily = value;
    }
    public String fundType() {
        return fundType;
    }
    public void fundType(String value) {
        fundType = value;
    }
    public String fundFrontLoad() {
        return fundFrontLoad;
    }
    public void fundFrontLoad(String value) {
        fundFrontLoad = value;
    }
    public String fundBackLoad() {
        return fundBackLoad;
    }
    public void fundBackLoad(String value) {
        fundBackLoad = value;
    }
    public String fundBackLoadTimeInterval() {
        return fundBackLoadTimeInterval;
    }
    public void fundBackLoadTimeInterval(String value) {
        fundBackLoadTimeInterval = value;
    }
    public String fundManagementFee() {
        return fundManagementFee;
    }
    public void fundManagementFee(String value) {
        fundManagementFee = value;
    }
    public String fundNotifyAmount() {
        return fundNotifyAmount;
    }
    public void fundNotifyAmount(String value) {
        fundNotifyAmount = value;
    }
    public String fundMinimumInitialPurchase() {
        return fundMinimumInitialPurchase;
    }
    public void fundMinimumInitialPurchase(String value) {
        fundMinimumInitialPurchase = value;
    }
    public String fundSubsequentMinimumPurchase() {
        return fundSubsequentMinimumPurchase;
    }
    public void fundSubsequentMinimumPurchase(String value) {
        fundSubsequentMinimumPurchase = value;
    }
    public String fundBlueSkyStates() {
        return fundBlueSkyStates;
    }
    public void fundBlueSkyStates(String value) {
        fundBlueSkyStates = value;
    }
    public String fundBlueSkyTerritories() {
        return fundBlueSkyTerritories;
    }
    public void fundBlueSkyTerritories(String value) {
        fundBlueSkyTerritories = value;
    }
    public boolean fundClosed() {
        return fundClosed;
    }
    public void fundClosed(boolean value) {
        fundClosed = value;
    }
    public boolean fundClosedForNewInvestors() {
        return fundClosedForNewInvestors;
    }
    public void fundClosedForNewInvestors(boolean value) {
        fundClosedForNewInvestors = value;
    }
    public boolean fundClosedForNewMoney() {
        return fundClosedForNewMoney;
    }
    public void fundClosedForNewMoney(boolean value) {
        fundClosedForNewMoney = value;
    }

    /** The conId of the contract. */
    public int conid() {
        return contract.conid();
    }
}
