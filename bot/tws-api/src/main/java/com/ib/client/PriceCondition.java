package com.ib.client;

/** A price above or below a level. */
public class PriceCondition extends ContractCondition {

    private double price;
    private int triggerMethod;

    PriceCondition() {
        super(OrderConditionType.Price);
    }

    public double price() {
        return price;
    }
    public void price(double value) {
        price = value;
    }
    public int triggerMethod() {
        return triggerMethod;
    }
    public void triggerMethod(int value) {
        triggerMethod = value;
    }
}
