package com.ib.client;

import java.util.List;

/** Which executions to report. */
public class ExecutionFilter {

    private int clientId;
    private String acctCode, time, symbol, secType, exchange, side;
    private int lastNDays = Integer.MAX_VALUE;
    private List<Integer> specificDates;

    public int clientId() {
        return clientId;
    }
    public void clientId(int value) {
        clientId = value;
    }
    public String acctCode() {
        return acctCode;
    }
    public void acctCode(String value) {
        acctCode = value;
    }
    public String time() {
        return time;
    }
    public void time(String value) {
        time = value;
    }
    public String symbol() {
        return symbol;
    }
    public void symbol(String value) {
        symbol = value;
    }
    public String secType() {
        return secType;
    }
    public void secType(String value) {
        secType = value;
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
    public int lastNDays() {
        return lastNDays;
    }
    public void lastNDays(int value) {
        lastNDays = value;
    }
    public List<Integer> specificDates() {
        return specificDates;
    }
    public void specificDates(List<Integer> value) {
        specificDates = value;
    }
}
