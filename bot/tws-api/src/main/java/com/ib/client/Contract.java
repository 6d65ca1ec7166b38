package com.ib.client;

import java.util.ArrayList;
import java.util.List;

/** What is traded: by conId and exchange, by description, or as legs. */
public class Contract implements Cloneable {

    private int conid;
    private String symbol, secType, lastTradeDateOrContractMonth, lastTradeDate;
    private double strike = Double.MAX_VALUE;
    private String right, multiplier, exchange, primaryExch, currency, localSymbol, tradingClass, secIdType, secId;
    private String description, issuerId;
    private boolean includeExpired;
    private DeltaNeutralContract deltaNeutralContract;
    private List<ComboLeg> comboLegs = new ArrayList<>();
    private String comboLegsDescrip;

    public int conid() {
        return conid;
    }
    public void conid(int value) {
        conid = value;
    }
    public String symbol() {
        return symbol;
    }
    public void symbol(String value) {
        symbol = value;
    }
    public Types.SecType secType() {
        return Types.SecType.get(secType);
    }
    public String getSecType() { return secType; }
    public void secType(String value) {
        secType = value;
    }
    public void secType(Types.SecType value) {
        secType = value == null ? null : value.getApiString();
    }
    public String lastTradeDateOrContractMonth() {
        return lastTradeDateOrContractMonth;
    }
    public void lastTradeDateOrContractMonth(String value) {
        lastTradeDateOrContractMonth = value;
    }
    public String lastTradeDate() {
        return lastTradeDate;
    }
    public void lastTradeDate(String value) {
        lastTradeDate = value;
    }
    public double strike() {
        return strike;
    }
    public void strike(double value) {
        strike = value;
    }
    public Types.Right right() {
        return Types.Right.get(right);
    }
    public String getRight() { return right; }
    public void right(String value) {
        right = value;
    }
    public void right(Types.Right value) {
        right = value == null ? null : value.getApiString();
    }
    public String multiplier() {
        return multiplier;
    }
    public void multiplier(String value) {
        multiplier = value;
    }
    public String exchange() {
        return exchange;
    }
    public void exchange(String value) {
        exchange = value;
    }
    public String primaryExch() {
        return primaryExch;
    }
    public void primaryExch(String value) {
        primaryExch = value;
    }
    public String currency() {
        return currency;
    }
    public void currency(String value) {
        currency = value;
    }
    public String localSymbol() {
        return localSymbol;
    }
    public void localSymbol(String value) {
        localSymbol = value;
    }
    public String tradingClass() {
        return tradingClass;
    }
    public void tradingClass(String value) {
        tradingClass = value;
    }
    public Types.SecIdType secIdType() {
        return Types.SecIdType.get(secIdType);
    }
    public String getSecIdType() { return secIdType; }
    public void secIdType(String value) {
        secIdType = value;
    }
    public void secIdType(Types.SecIdType value) {
        secIdType = value == null ? null : value.getApiString();
    }
    public String secId() {
        return secId;
    }
    public void secId(String value) {
        secId = value;
    }
    public String description() {
        return description;
    }
    public void description(String value) {
        description = value;
    }
    public String issuerId() {
        return issuerId;
    }
    public void issuerId(String value) {
        issuerId = value;
    }
    public boolean includeExpired() {
        return includeExpired;
    }
    public void includeExpired(boolean value) {
        includeExpired = value;
    }
    public DeltaNeutralContract deltaNeutralContract() {
        return deltaNeutralContract;
    }
    public void deltaNeutralContract(DeltaNeutralContract value) {
        deltaNeutralContract = value;
    }
    public List<ComboLeg> comboLegs() {
        return comboLegs;
    }
    public void comboLegs(List<ComboLeg> value) {
        comboLegs = value;
    }
    public String comboLegsDescrip() {
        return comboLegsDescrip;
    }
    public void comboLegsDescrip(String value) {
        comboLegsDescrip = value;
    }

    /** Whether the contract has legs. */
    public boolean isCombo() { return comboLegs != null && !comboLegs.isEmpty(); }

    /** The contract in one line, for people; no program may depend on its form. */
    public String textDescription() {
        StringBuilder text = new StringBuilder();
        for (String part : new String[]{symbol, secType, lastTradeDateOrContractMonth, right, multiplier, exchange,
                currency, localSymbol}) {
            if (part != null && !part.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(part);
            }
        }
        return strike == Double.MAX_VALUE || strike == 0 ? text.toString() : text + " strike " + strike;
    }

    /** A copy with a leg list of its own; the legs are shared. */
    @Override
    public Contract clone() {
        try {
            Contract copy = (Contract) super.clone();
            copy.comboLegs = comboLegs == null ? null : new ArrayList<>(comboLegs);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
