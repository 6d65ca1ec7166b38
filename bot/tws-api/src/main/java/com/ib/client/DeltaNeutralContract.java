package com.ib.client;

/** The underlying of a delta-neutral order. */
public class DeltaNeutralContract {

    private int conid;
    private double delta, price;

    public int conid() {
        return conid;
    }
    public void conid(int value) {
        conid = value;
    }
    public double delta() {
        return delta;
    }
    public void delta(double value) {
        delta = value;
    }
    public double price() {
        return price;
    }
    public void price(double value) {
        price = value;
    }
}
