package com.ib.client;

/** A condition that watches a contract. */
public abstract class ContractCondition extends OperatorCondition {

    private int conId;
    private String exchange;

    ContractCondition(OrderConditionType type) {
        super(type);
    }

    public int conId() {
        return conId;
    }

    public void conId(int value) {
        conId = value;
    }

    public String exchange() {
        return exchange;
    }

    public void exchange(String value) {
        exchange = value;
    }
}
