package com.ib.client;

/** A trade in a symbol. */
public class ExecutionCondition extends OrderCondition {

    private String exchange;
    private String secType;
    private String symbol;

    ExecutionCondition() {
        super(OrderConditionType.Execution);
    }

    public String exchange() {
        return exchange;
    }
    public void exchange(String value) {
        exchange = value;
    }
    public String secType() {
        return secType;
    }
    public void secType(String value) {
        secType = value;
    }
    public String symbol() {
        return symbol;
    }
    public void symbol(String value) {
        symbol = value;
    }
}
