package com.ib.client;

/** A margin cushion in percent. */
public class MarginCondition extends OperatorCondition {

    private int percent;

    MarginCondition() {
        super(OrderConditionType.Margin);
    }

    public int percent() {
        return percent;
    }
    public void percent(int value) {
        percent = value;
    }
}
