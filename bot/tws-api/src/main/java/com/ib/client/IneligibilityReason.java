package com.ib.client;

/** Why a contract may not be traded. */
public class IneligibilityReason {

    private String id, description;

    public String id() {
        return id;
    }
    public void id(String value) {
        id = value;
    }
    public String description() {
        return description;
    }
    public void description(String value) {
        description = value;
    }
}
