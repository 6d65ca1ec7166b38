package alvh.daemon.broker;

import java.time.Instant;

import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.SecType;
import alvh.planner.signal.AdvanceDecline;

/** One open market-data line and the last that came on it. Owned by the loop. */
final class Line {
    private static final int DELAYED_FIRST = 66;
    private static final int DELAYED_LAST = 76;

    private final int reqId;
    private final InstrumentKey key;
    private double bid = Double.NaN;
    private double ask = Double.NaN;
    private double last = Double.NaN;
    private double modelDelta = Double.NaN;
    private int bidSize;
    private int askSize;
    private Instant at = Instant.EPOCH;
    private long tickNanos;
    private boolean ticked;
    private boolean delayed;
    private boolean frozen;
    private boolean stale;
    private String warning = "";

    Line(int reqId, InstrumentKey key) {
        this.reqId = reqId;
        this.key = key;
    }

    int reqId() {
        return reqId;
    }

    InstrumentKey key() {
        return key;
    }

    void price(int field, double price, Instant now, long nanos) {
        delayed |= field >= DELAYED_FIRST && field <= DELAYED_LAST;
        switch (field) {
            case 1, 66 -> bid = side(price);
            case 2, 67 -> ask = side(price);
            case 4, 68 -> last = price;
            default -> {
                return;
            }
        }
        tick(now, nanos);
    }

    void size(int field, int size, Instant now, long nanos) {
        delayed |= field >= DELAYED_FIRST && field <= DELAYED_LAST;
        switch (field) {
            case 0, 69 -> bidSize = size;
            case 3, 70 -> askSize = size;
            default -> {
                return;
            }
        }
        tick(now, nanos);
    }

    void model(double delta) {
        modelDelta = delta;
    }

    /** By the broker's model, NaN when it sent none. */
    double modelDelta() {
        return modelDelta;
    }

    /** 1 live, 2 frozen, 3 delayed, 4 delayed and frozen. */
    void type(int type) {
        frozen = type == 2 || type == 4;
        delayed = type == 3 || type == 4;
    }

    /** Its farm is gone, or another session took the data: what is here is stale until the next tick. */
    void stale(String because) {
        stale = true;
        warning = because;
    }

    void warn(String text) {
        warning = text;
    }

    String warning() {
        return warning;
    }

    /**
     * An index has its level, breadth its two counts (no sizes that mean anything); anything else has both sides and their
     * sizes, which follow their prices.
     */
    boolean complete() {
        if (!ticked || stale) {
            return false;
        }
        if (breadth()) {
            return bid > 0 && ask > 0;
        }
        return key.secType() == SecType.INDEX ? !Double.isNaN(last) : bid > 0 && ask > 0 && bidSize > 0 && askSize > 0;
    }

    /** AD-NYSE sends advances as its bid and declines as its ask, and never a last price (methodology F8). */
    boolean breadth() {
        return key.text().equals(AdvanceDecline.SYMBOL);
    }

    boolean youngerThan(long nanos, long now) {
        return ticked && now - tickNanos <= nanos;
    }

    boolean anySide() {
        return !Double.isNaN(bid) || !Double.isNaN(ask);
    }

    Quote quote() {
        return new Quote(bid, ask, Double.isNaN(bid) ? 0 : bidSize, Double.isNaN(ask) ? 0 : askSize, at, quality());
    }

    IndexLevel level() {
        return Double.isNaN(last) ? IndexLevel.NONE : new IndexLevel(last, at, quality());
    }

    private Quality quality() {
        if (!ticked) {
            return Quality.NONE;
        }
        if (stale) {
            return Quality.STALE;
        }
        if (frozen) {
            return Quality.FROZEN;
        }
        return delayed ? Quality.DELAYED : Quality.LIVE;
    }

    private void tick(Instant now, long nanos) {
        at = now;
        tickNanos = nanos;
        ticked = true;
        stale = false;
    }

    /** Only an index may stand at zero or below; it has no sides. */
    private static double side(double price) {
        return price > 0 ? price : Double.NaN;
    }
}
