package com.ib.client;

/** Whether an execution took or gave liquidity; the order of the constants is the number on the wire. */
public enum Liquidities {
    None, Added, Removed, RoudedOut;

    /** The constant of a number, None for one that is not known. */
    public static Liquidities fromInt(int value) {
        return value > 0 && value < values().length ? values()[value] : None;
    }

    public static int toInt(Liquidities liquidity) {
        return liquidity.ordinal();
    }
}
