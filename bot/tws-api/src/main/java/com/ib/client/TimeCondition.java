package com.ib.client;

/** A time, with its zone. */
public class TimeCondition extends OperatorCondition {

    private String time;

    TimeCondition() {
        super(OrderConditionType.Time);
    }

    public String time() {
        return time;
    }
    public void time(String value) {
        time = value;
    }
}
