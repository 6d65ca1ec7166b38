package com.ib.client;

/** A change of price in percent. */
public class PercentChangeCondition extends ContractCondition {

    private double changePercent;

    PercentChangeCondition() {
        super(OrderConditionType.PercentChange);
    }

    public double changePercent() {
        return changePercent;
    }
    public void changePercent(double value) {
        changePercent = value;
    }
}
