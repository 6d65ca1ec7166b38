package com.ib.client;

/** A soft-dollar tier. */
public class SoftDollarTier {

    private final String name;
    private final String value;
    private final String displayName;

    public SoftDollarTier(String name, String value, String displayName) {
        this.name = name;
        this.value = value;
        this.displayName = displayName;
    }

    public String name() {
        return name;
    }
    public String value() {
        return value;
    }
    public String displayName() {
        return displayName;
    }
}
