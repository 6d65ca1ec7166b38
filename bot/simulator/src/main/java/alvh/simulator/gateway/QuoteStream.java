package alvh.simulator.gateway;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import alvh.planner.market.Side;
import alvh.simulator.market.Computations;
import alvh.simulator.market.Greeks;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** One market-data request: what it shows, and what the client has seen of it. */
final class QuoteStream {

    /** One leg of what is watched; a single instrument is one bought leg with ratio 1. */
    record Leg(Listing listing, int ratio, Side side) {}

    private static final int BID = 1;
    private static final int ASK = 2;
    private static final int LAST = 4;
    private static final int HIGH = 6;
    private static final int LOW = 7;
    private static final int VOLUME = 8;
    private static final int CLOSE = 9;
    private static final int OPEN = 14;
    private static final int OPEN_INTEREST = 22;
    private static final int HALTED = 49;
    private static final int[] DELAYED = delayedIds();
    private static final int FIRST_COMPUTATION = 10;
    private static final int DELAYED_COMPUTATION = 80;
    private static final String NO_QUOTE = "-1.0";
    private static final long REPEAT_MILLIS = 1000;

    final int reqId;
    final List<Leg> legs;
    final boolean delayed;
    private final boolean openInterest;
    /** By tick type; only looked up, never walked. */
    private final Map<Integer, String> seen = new HashMap<>();
    private Instant computed = Instant.EPOCH;
    private Instant quoted = Instant.EPOCH;

    QuoteStream(int reqId, List<Leg> legs, boolean delayed, boolean openInterest) {
        this.reqId = reqId;
        this.legs = List.copyOf(legs);
        this.delayed = delayed;
        this.openInterest = openInterest;
    }

    /** Sends what has changed since the last call, and bid and ask once a second when they are repeated. */
    void push(Session to, Market market, Mail mail) {
        Tape tape = legs.size() == 1 ? market.tape(legs.get(0).listing().key()) : comboTape(market);
        if (tape.silent()) {
            return;
        }
        boolean repeat = millis(quoted, tape.at()) >= REPEAT_MILLIS;
        if (repeat) {
            quoted = tape.at();
        }
        boolean index = legs.get(0).listing().secType().equals("IND");
        if (!index || Double.isFinite(tape.bid()) || Double.isFinite(tape.ask())) {
            price(to, mail, BID, tape.bid(), tape.bidSize(), repeat);
            price(to, mail, ASK, tape.ask(), tape.askSize(), repeat);
        }
        figures(to, mail, tape, repeat && index);
        if (legs.size() == 1 && legs.get(0).listing().isOption() && millis(computed, tape.at()) >= REPEAT_MILLIS) {
            computed = tape.at();
            computations(to, mail, market.computations(tape.key()));
        }
    }

    private void figures(Session to, Mail mail, Tape tape, boolean repeatLast) {
        if (Double.isFinite(tape.last())) {
            price(to, mail, LAST, tape.last(), tape.lastSize(), repeatLast);
        }
        known(to, mail, HIGH, tape.high());
        known(to, mail, LOW, tape.low());
        known(to, mail, CLOSE, tape.close());
        known(to, mail, OPEN, tape.open());
        if (tape.volume() > 0) {
            size(to, mail, VOLUME, tape.volume());
        }
        if (openInterest && tape.openInterest() > 0) {
            size(to, mail, OPEN_INTEREST, tape.openInterest());
        }
        generic(to, mail, HALTED, tape.halted() ? 1 : 0);
    }

    private void known(Session to, Mail mail, int type, double value) {
        if (Double.isFinite(value)) {
            price(to, mail, type, value, 0, false);
        }
    }

    private void price(Session to, Mail mail, int type, double price, int size, boolean repeat) {
        String text = Double.isNaN(price) ? NO_QUOTE : Numbers.plain(price);
        int shownSize = Double.isNaN(price) ? 0 : size;
        boolean changed = changed(type, text + "x" + shownSize);
        if (changed || repeat) {
            boolean quote = type == BID || type == ASK;
            mail.send(to, WireMessage.of(Incoming.TICK_PRICE).set("reqId", reqId).set("tickType", id(type))
                    .set("price", text).set("size", shownSize).set("attribMask", quote ? 1 : 0));
        }
    }

    private void size(Session to, Mail mail, int type, long size) {
        if (changed(type, Long.toString(size))) {
            mail.send(to, WireMessage.of(Incoming.TICK_SIZE).set("reqId", reqId).set("tickType", id(type)).set("size",
                    Long.toString(size)));
        }
    }

    private void generic(Session to, Mail mail, int type, int value) {
        if (changed(type, Integer.toString(value))) {
            mail.send(to, WireMessage.of(Incoming.TICK_GENERIC).set("reqId", reqId)
                    .set("tickType", delayed && type == HALTED ? 90 : type).set("value", Integer.toString(value)));
        }
    }

    private void computations(Session to, Mail mail, Computations computed) {
        List<Greeks> inOrder = Arrays.asList(computed.bid(), computed.ask(), computed.last(), computed.model());
        for (int i = 0; i < inOrder.size(); i++) {
            Greeks g = inOrder.get(i);
            int type = (delayed ? DELAYED_COMPUTATION : FIRST_COMPUTATION) + i;
            WireMessage message = WireMessage.of(Incoming.TICK_OPTION_COMPUTATION).set("reqId", reqId)
                    .set("tickType", type).set("tickAttrib", 0).set("impliedVol", value(g.impliedVol(), "-1"))
                    .set("delta", value(g.delta(), "-2")).set("optPrice", value(g.price(), "-1"))
                    .set("pvDividend", value(g.pvDividend(), "-1")).set("gamma", value(g.gamma(), "-2"))
                    .set("vega", value(g.vega(), "-2")).set("theta", value(g.theta(), "-2"))
                    .set("undPrice", value(g.underPrice(), "-1"));
            String all = g.toString();
            if (changed(type, all)) {
                mail.send(to, message);
            }
        }
    }

    private static String value(double number, String none) {
        return Double.isFinite(number) ? Numbers.rounded(number, 8) : none;
    }

    private boolean changed(int type, String text) {
        return !text.equals(seen.put(type, text));
    }

    private int id(int type) {
        return delayed && type < DELAYED.length && DELAYED[type] > 0 ? DELAYED[type] : type;
    }

    /** What a combo can be had for: each leg at the side on which it would trade; one missing side takes the whole. */
    private Tape comboTape(Market market) {
        double bid = 0;
        double ask = 0;
        boolean silent = false;
        boolean halted = false;
        Instant at = Instant.EPOCH;
        for (Leg leg : legs) {
            Tape tape = market.tape(leg.listing().key());
            boolean bought = leg.side() == Side.BUY;
            bid += leg.ratio() * (bought ? quoted(tape.bid()) : -quoted(tape.ask()));
            ask += leg.ratio() * (bought ? quoted(tape.ask()) : -quoted(tape.bid()));
            silent |= tape.silent();
            halted |= tape.halted();
            at = tape.at().isAfter(at) ? tape.at() : at;
        }
        double none = Double.NaN;
        return new Tape(legs.get(0).listing().key(), round(bid), round(ask), 1, 1, none, 0, none, none, none, none, 0,
                0, at, silent, halted);
    }

    private static long millis(Instant from, Instant to) {
        return to.toEpochMilli() - from.toEpochMilli();
    }

    private static double quoted(double side) {
        return side > 0 ? side : Double.NaN;
    }

    private static double round(double price) {
        return Double.isNaN(price) ? price : Math.round(price * 10_000) / 10_000.0;
    }

    private static int[] delayedIds() {
        int[] ids = new int[OPEN + 1];
        ids[BID] = 66;
        ids[ASK] = 67;
        ids[LAST] = 68;
        ids[HIGH] = 72;
        ids[LOW] = 73;
        ids[VOLUME] = 74;
        ids[CLOSE] = 75;
        ids[OPEN] = 76;
        return ids;
    }
}
