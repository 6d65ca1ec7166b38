package com.ib.client;

/** A condition that compares. */
public abstract class OperatorCondition extends OrderCondition {

    private boolean isMore;

    OperatorCondition(OrderConditionType type) {
        super(type);
    }

    public boolean isMore() { return isMore; }

    public void isMore(boolean value) {
        isMore = value;
    }
}
