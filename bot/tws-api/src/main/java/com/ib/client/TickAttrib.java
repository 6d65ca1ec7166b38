package com.ib.client;

/** Attributes of a price. */
public class TickAttrib {

    private boolean canAutoExecute, pastLimit, preOpen;

    public boolean canAutoExecute() {
        return canAutoExecute;
    }
    public void canAutoExecute(boolean value) {
        canAutoExecute = value;
    }
    public boolean pastLimit() {
        return pastLimit;
    }
    public void pastLimit(boolean value) {
        pastLimit = value;
    }
    public boolean preOpen() {
        return preOpen;
    }
    public void preOpen(boolean value) {
        preOpen = value;
    }
}
