package com.ib.client;

import java.util.List;

/** Where an order stands, and what it costs in margin and commission. */
public class OrderState {

    private String status = "", initMarginBefore = "", maintMarginBefore = "", equityWithLoanBefore = "";
    private String initMarginChange = "", maintMarginChange = "", equityWithLoanChange = "", initMarginAfter = "";
    private String maintMarginAfter = "", equityWithLoanAfter = "";
    private double commissionAndFees = Double.MAX_VALUE, minCommissionAndFees = Double.MAX_VALUE;
    private double maxCommissionAndFees = Double.MAX_VALUE;
    private String commissionAndFeesCurrency = "", marginCurrency = "";
    private double initMarginBeforeOutsideRTH = Double.MAX_VALUE, maintMarginBeforeOutsideRTH = Double.MAX_VALUE;
    private double equityWithLoanBeforeOutsideRTH = Double.MAX_VALUE, initMarginChangeOutsideRTH = Double.MAX_VALUE;
    private double maintMarginChangeOutsideRTH = Double.MAX_VALUE, equityWithLoanChangeOutsideRTH = Double.MAX_VALUE;
    private double initMarginAfterOutsideRTH = Double.MAX_VALUE, maintMarginAfterOutsideRTH = Double.MAX_VALUE;
    private double equityWithLoanAfterOutsideRTH = Double.MAX_VALUE;
    private Decimal suggestedSize = Decimal.INVALID;
    private String rejectReason = "";
    private List<OrderAllocation> orderAllocations;
    private String warningText = "", completedTime = "", completedStatus = "";

    OrderState() {}

    public OrderStatus status() {
        return OrderStatus.get(status);
    }
    public String getStatus() { return status; }
    public void status(String value) {
        status = value;
    }
    public void status(OrderStatus value) {
        status = value == null ? null : value.toString();
    }
    public String initMarginBefore() {
        return initMarginBefore;
    }
    public void initMarginBefore(String value) {
        initMarginBefore = value;
    }
    public String maintMarginBefore() {
        return maintMarginBefore;
    }
    public void maintMarginBefore(String value) {
        maintMarginBefore = value;
    }
    public String equityWithLoanBefore() {
        return equityWithLoanBefore;
    }
    public void equityWithLoanBefore(String value) {
        equityWithLoanBefore = value;
    }
    public String initMarginChange() {
        return initMarginChange;
    }
    public void initMarginChange(String value) {
        initMarginChange = value;
    }
    public String maintMarginChange() {
        return maintMarginChange;
    }
    public void maintMarginChange(String value) {
        maintMarginChange = value;
    }
    public String equityWithLoanChange() {
        return equityWithLoanChange;
    }
    public void equityWithLoanChange(String value) {
        equityWithLoanChange = value;
    }
    public String initMarginAfter() {
        return initMarginAfter;
    }
    public void initMarginAfter(String value) {
        initMarginAfter = value;
    }
    public String maintMarginAfter() {
        return maintMarginAfter;
    }
    public void maintMarginAfter(String value) {
        maintMarginAfter = value;
    }
    public String equityWithLoanAfter() {
        return equityWithLoanAfter;
    }
    public void equityWithLoanAfter(String value) {
        equityWithLoanAfter = value;
    }
    public double commissionAndFees() {
        return commissionAndFees;
    }
    public void commissionAndFees(double value) {
        commissionAndFees = value;
    }
    public double minCommissionAndFees() {
        return minCommissionAndFees;
    }
    public void minCommissionAndFees(double value) {
        minCommissionAndFees = value;
    }
    public double maxCommissionAndFees() {
        return maxCommissionAndFees;
    }
    public void maxCommissionAndFees(double value) {
        maxCommissionAndFees = value;
    }
    public String commissionAndFeesCurrency() {
        return commissionAndFeesCurrency;
    }
    public void commissionAndFeesCurrency(String value) {
        commissionAndFeesCurrency = value;
    }
    public String marginCurrency() {
        return marginCurrency;
    }
    public void marginCurrency(String value) {
        marginCurrency = value;
    }
    public double initMarginBeforeOutsideRTH() {
        return initMarginBeforeOutsideRTH;
    }
    public void initMarginBeforeOutsideRTH(double value) {
        initMarginBeforeOutsideRTH = value;
    }
    public double maintMarginBeforeOutsideRTH() {
        return maintMarginBeforeOutsideRTH;
    }
    public void maintMarginBeforeOutsideRTH(double value) {
        maintMarginBeforeOutsideRTH = value;
    }
    public double equityWithLoanBeforeOutsideRTH() {
        return equityWithLoanBeforeOutsideRTH;
    }
    public void equityWithLoanBeforeOutsideRTH(double value) {
        equityWithLoanBeforeOutsideRTH = value;
    }
    public double initMarginChangeOutsideRTH() {
        return initMarginChangeOutsideRTH;
    }
    public void initMarginChangeOutsideRTH(double value) {
        initMarginChangeOutsideRTH = value;
    }
    public double maintMarginChangeOutsideRTH() {
        return maintMarginChangeOutsideRTH;
    }
    public void maintMarginChangeOutsideRTH(double value) {
        maintMarginChangeOutsideRTH = value;
    }
    public double equityWithLoanChangeOutsideRTH() {
        return equityWithLoanChangeOutsideRTH;
    }
    public void equityWithLoanChangeOutsideRTH(double value) {
        equityWithLoanChangeOutsideRTH = value;
    }
    public double initMarginAfterOutsideRTH() {
        return initMarginAfterOutsideRTH;
    }
    public void initMarginAfterOutsideRTH(double value) {
        initMarginAfterOutsideRTH = value;
    }
    public double maintMarginAfterOutsideRTH() {
        return maintMarginAfterOutsideRTH;
    }
    public void maintMarginAfterOutsideRTH(double value) {
        maintMarginAfterOutsideRTH = value;
    }
    public double equityWithLoanAfterOutsideRTH() {
        return equityWithLoanAfterOutsideRTH;
    }
    public void equityWithLoanAfterOutsideRTH(double value) {
        equityWithLoanAfterOutsideRTH = value;
    }
    public Decimal suggestedSize() {
        return suggestedSize;
    }
    public void suggestedSize(Decimal value) {
        suggestedSize = value;
    }
    public String rejectReason() {
        return rejectReason;
    }
    public void rejectReason(String value) {
        rejectReason = value;
    }
    public List<OrderAllocation> orderAllocations() {
        return orderAllocations;
    }
    public void orderAllocations(List<OrderAllocation> value) {
        orderAllocations = value;
    }
    public String warningText() {
        return warningText;
    }
    public void warningText(String value) {
        warningText = value;
    }
    public String completedTime() {
        return completedTime;
    }
    public void completedTime(String value) {
        completedTime = value;
    }
    public String completedStatus() {
        return completedStatus;
    }
    public void completedStatus(String value) {
        completedStatus = value;
    }
}
