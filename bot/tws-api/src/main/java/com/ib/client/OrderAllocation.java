package com.ib.client;

/** What an order means for one account. */
public class OrderAllocation {

    private String account;
    private Decimal position, positionDesired, positionAfter, desiredAllocQty, allowedAllocQty;
    private boolean isMonetary;

    public String account() {
        return account;
    }
    public void account(String value) {
        account = value;
    }
    public Decimal position() {
        return position;
    }
    public void position(Decimal value) {
        position = value;
    }
    public Decimal positionDesired() {
        return positionDesired;
    }
    public void positionDesired(Decimal value) {
        positionDesired = value;
    }
    public Decimal positionAfter() {
        return positionAfter;
    }
    public void positionAfter(Decimal value) {
        positionAfter = value;
    }
    public Decimal desiredAllocQty() {
        return desiredAllocQty;
    }
    public void desiredAllocQty(Decimal value) {
        desiredAllocQty = value;
    }
    public Decimal allowedAllocQty() {
        return allowedAllocQty;
    }
    public void allowedAllocQty(Decimal value) {
        allowedAllocQty = value;
    }
    public boolean isMonetary() { return isMonetary; }
    public void isMonetary(boolean value) {
        isMonetary = value;
    }
}
