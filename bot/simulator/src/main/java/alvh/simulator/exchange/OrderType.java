package alvh.simulator.exchange;

import java.util.Arrays;
import java.util.Optional;

/** How an order wants its price; {@link #wire} is the word on the wire. */
public enum OrderType {
    MKT("MKT"), LMT("LMT"), STP("STP"), STP_LMT("STP LMT"), TRAIL("TRAIL"), TRAIL_LIMIT("TRAIL LIMIT"), MIT(
            "MIT"), LIT("LIT"), MOC("MOC"), LOC("LOC");

    private final String wire;

    OrderType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** Empty for a type that this exchange does not serve. */
    public static Optional<OrderType> of(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }

    /** Whether the client writes a limit; a trailing limit may have an offset instead. */
    public boolean isLimited() {
        return this == LMT || this == STP_LMT || this == TRAIL_LIMIT || this == LIT || this == LOC;
    }

    /** Sleeps until the market reaches its trigger. */
    public boolean isTriggered() { return isStop() || isTouch(); }

    /** Triggered when the market has run away: a buy above, a sell below. */
    public boolean isStop() {
        return this == STP || this == STP_LMT || isTrailing();
    }

    /** Triggered when the market has come: a buy below, a sell above. */
    public boolean isTouch() {
        return this == MIT || this == LIT;
    }

    public boolean isTrailing() { return this == TRAIL || this == TRAIL_LIMIT; }

    /** Works only in the last seconds of the session. */
    public boolean isAtClose() {
        return this == MOC || this == LOC;
    }
}
