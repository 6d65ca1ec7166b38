package com.ib.client;

/** A trade of the past. */
public class HistoricalTickLast {

    private final long time;
    private final TickAttribLast tickAttribLast;
    private final double price;
    private final Decimal size;
    private final String exchange;
    private final String specialConditions;

    HistoricalTickLast(long time, TickAttribLast tickAttribLast, double price, Decimal size, String exchange,
            String specialConditions) {
        this.time = time;
        this.tickAttribLast = tickAttribLast;
        this.price = price;
        this.size = size;
        this.exchange = exchange;
        this.specialConditions = specialConditions;
    }

    public long time() {
        return time;
    }
    public TickAttribLast tickAttribLast() {
        return tickAttribLast;
    }
    public double price() {
        return price;
    }
    public Decimal size() {
        return size;
    }
    public String exchange() {
        return exchange;
    }
    public String specialConditions() {
        return specialConditions;
    }
}
