package com.ib.client;

/** Prices and volume of one interval. */
public class Bar {

    private final String time;
    private final double open;
    private final double high;
    private final double low;
    private final double close;
    private final Decimal volume;
    private final int count;
    private final Decimal wap;

    public Bar(String time, double open, double high, double low, double close, Decimal volume, int count,
            Decimal wap) {
        this.time = time;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.count = count;
        this.wap = wap;
    }

    public String time() {
        return time;
    }
    public double open() {
        return open;
    }
    public double high() {
        return high;
    }
    public double low() {
        return low;
    }
    public double close() {
        return close;
    }
    public Decimal volume() {
        return volume;
    }
    public int count() {
        return count;
    }
    public Decimal wap() {
        return wap;
    }
}
