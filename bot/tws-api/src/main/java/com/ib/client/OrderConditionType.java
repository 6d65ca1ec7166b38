package com.ib.client;

/** What a condition looks at, with its number on the wire. */
public enum OrderConditionType {
    Price(1), Time(3), Margin(4), Execution(5), Volume(6), PercentChange(7);

    private final int val;

    OrderConditionType(int val) {
        this.val = val;
    }

    int wire() {
        return val;
    }

    static OrderConditionType ofWire(int number) {
        for (OrderConditionType type : values()) {
            if (type.val == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("no order condition has the number " + number);
    }
}
