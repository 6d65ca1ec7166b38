package com.ib.client;

/** The price of one leg of an order. */
public class OrderComboLeg {

    private double price = Double.MAX_VALUE;

    public OrderComboLeg() {}

    public OrderComboLeg(double price) {
        this.price = price;
    }

    public double price() {
        return price;
    }
    public void price(double value) {
        price = value;
    }
}
