package alvh.daemon.execution;

import java.util.HashMap;
import java.util.Map;

/** What the broker's error codes mean for the order that they name (reliability 5.5): the one table. */
enum BrokerCode {
    /** Duplicate order id: an earlier order may exist, so this is no reject. */
    MAYBE_ALIVE(103),
    /** Rejected, if no openOrder and no execution was seen. */
    REJECTED(109, 110, 200, 201, 203, 321, 434, 435, 460),
    /** Cancelled: a terminal word; death is confirmed before anything follows. */
    CANCELLED(202),
    /** The cancel did not happen: read again; 10148 often means that it is filled already. */
    CANCEL_FAILED(135, 136, 161, 10147, 10148),
    /** Held until the open, shares not located, size reduced, TIF changed: not what was approved. */
    NOT_AS_APPROVED(399, 404, 481, 10349),
    /** The client refused before writing; OrderNotWritten follows and decides. */
    NOT_WRITTEN(504, 579),
    /** Not in this table, which is extended on purpose only: UNKNOWN and a halt. */
    UNLISTED();

    private static final Map<Integer, BrokerCode> BY_CODE = new HashMap<>();

    static {
        for (BrokerCode meaning : values()) {
            for (int code : meaning.codes) {
                BY_CODE.put(code, meaning);
            }
        }
    }

    private final int[] codes;

    BrokerCode(int... codes) {
        this.codes = codes;
    }

    static BrokerCode of(int code) {
        return BY_CODE.getOrDefault(code, UNLISTED);
    }
}
