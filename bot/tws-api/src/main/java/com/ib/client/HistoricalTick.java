package com.ib.client;

/** A midpoint of the past. */
public class HistoricalTick {

    private final long time;
    private final double price;
    private final Decimal size;

    HistoricalTick(long time, double price, Decimal size) {
        this.time = time;
        this.price = price;
        this.size = size;
    }

    public long time() {
        return time;
    }
    public double price() {
        return price;
    }
    public Decimal size() {
        return size;
    }
}
