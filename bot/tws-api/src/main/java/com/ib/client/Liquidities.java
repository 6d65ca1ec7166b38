package com.ib.client;

import java.util.List;

/** Whether an execution took or gave liquidity; the order of the constants is the number on the wire. */
public enum Liquidities {
    None, Added, Removed, RoudedOut;

    private static final List<Liquidities> ALL = List.of(values());

    /** The constant of a number, None for one that is not known. */
    public static Liquidities fromInt(int value) {
        return value > 0 && value < ALL.size() ? ALL.get(value) : None;
    }

    public static int toInt(Liquidities liquidity) {
        return liquidity.ordinal();
    }
}
