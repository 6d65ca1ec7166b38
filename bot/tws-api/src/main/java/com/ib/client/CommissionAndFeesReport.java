package com.ib.client;

import java.util.Objects;

/** What an execution cost. */
public class CommissionAndFeesReport {

    private String execId, currency;
    private double commissionAndFees, realizedPNL, yield;
    private int yieldRedemptionDate;

    public String execId() {
        return execId;
    }
    public void execId(String value) {
        execId = value;
    }
    public String currency() {
        return currency;
    }
    public void currency(String value) {
        currency = value;
    }
    public double commissionAndFees() {
        return commissionAndFees;
    }
    public void commissionAndFees(double value) {
        commissionAndFees = value;
    }
    public double realizedPNL() {
        return realizedPNL;
    }
    public void realizedPNL(double value) {
        realizedPNL = value;
    }
    public double yield() {
        return yield;
    }
    public void yield(double value) {
        yield = value;
    }
    public int yieldRedemptionDate() {
        return yieldRedemptionDate;
    }
    public void yieldRedemptionDate(int value) {
        yieldRedemptionDate = value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommissionAndFeesReport report && Objects.equals(execId, report.execId);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(execId);
    }
}
