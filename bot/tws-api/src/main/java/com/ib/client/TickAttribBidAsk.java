package com.ib.client;

/** Attributes of a quote. */
public class TickAttribBidAsk {

    private boolean bidPastLow, askPastHigh;

    public boolean bidPastLow() {
        return bidPastLow;
    }
    public void bidPastLow(boolean value) {
        bidPastLow = value;
    }
    public boolean askPastHigh() {
        return askPastHigh;
    }
    public void askPastHigh(boolean value) {
        askPastHigh = value;
    }
}
