package com.ib.client;

/** A quote of the past. */
public class HistoricalTickBidAsk {

    private final long time;
    private final TickAttribBidAsk tickAttribBidAsk;
    private final double priceBid;
    private final double priceAsk;
    private final Decimal sizeBid;
    private final Decimal sizeAsk;

    HistoricalTickBidAsk(long time, TickAttribBidAsk tickAttribBidAsk, double priceBid, double priceAsk,
            Decimal sizeBid, Decimal sizeAsk) {
        this.time = time;
        this.tickAttribBidAsk = tickAttribBidAsk;
        this.priceBid = priceBid;
        this.priceAsk = priceAsk;
        this.sizeBid = sizeBid;
        this.sizeAsk = sizeAsk;
    }

    public long time() {
        return time;
    }
    public TickAttribBidAsk tickAttribBidAsk() {
        return tickAttribBidAsk;
    }
    public double priceBid() {
        return priceBid;
    }
    public double priceAsk() {
        return priceAsk;
    }
    public Decimal sizeBid() {
        return sizeBid;
    }
    public Decimal sizeAsk() {
        return sizeAsk;
    }
}
