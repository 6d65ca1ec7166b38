package com.ib.client;

/** What may accompany a cancel request. */
public class OrderCancel {

    private String manualOrderCancelTime = "", extOperator = "";
    private int manualOrderIndicator = Integer.MAX_VALUE;

    public OrderCancel() {}

    public OrderCancel(String manualOrderCancelTime) {
        this(manualOrderCancelTime, "", Integer.MAX_VALUE);
    }

    public OrderCancel(String manualOrderCancelTime, String extOperator, int manualOrderIndicator) {
        this.manualOrderCancelTime = manualOrderCancelTime;
        this.extOperator = extOperator;
        this.manualOrderIndicator = manualOrderIndicator;
    }

    public String manualOrderCancelTime() {
        return manualOrderCancelTime;
    }
    public void manualOrderCancelTime(String value) {
        manualOrderCancelTime = value;
    }
    public String extOperator() {
        return extOperator;
    }
    public void extOperator(String value) {
        extOperator = value;
    }
    public int manualOrderIndicator() {
        return manualOrderIndicator;
    }
    public void manualOrderIndicator(int value) {
        manualOrderIndicator = value;
    }
}
