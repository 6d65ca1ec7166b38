package com.ib.client;

/** The price increment from a price on. */
public class PriceIncrement {

    private double lowEdge, increment;

    public PriceIncrement() {}

    public PriceIncrement(double lowEdge, double increment) {
        this.lowEdge = lowEdge;
        this.increment = increment;
    }

    public double lowEdge() {
        return lowEdge;
    }
    public void lowEdge(double value) {
        lowEdge = value;
    }
    public double increment() {
        return increment;
    }
    public void increment(double value) {
        increment = value;
    }
}
