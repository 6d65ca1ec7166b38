package com.ib.client;

/** Attributes of a trade. */
public class TickAttribLast {

    private boolean pastLimit, unreported;

    public boolean pastLimit() {
        return pastLimit;
    }
    public void pastLimit(boolean value) {
        pastLimit = value;
    }
    public boolean unreported() {
        return unreported;
    }
    public void unreported(boolean value) {
        unreported = value;
    }
}
