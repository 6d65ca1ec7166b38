package alvh.simulator.gateway;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final String NO_QUOTE = "-1.0";
    private static final long REPEAT_MILLIS = 1000;

    final int reqId;
    final List<Leg> legs;
    /** The market data type that held when it was asked for. */
    final int wanted;
    final Set<String> generics;
    /** What the client was last told about its rights: 0 for none, else the code. */
    int code;
    /** The type last told in message 58; 0 before the first. */
    int type;
    /** When the slow generic figures were last looked at. */
    Instant genericsAt = Instant.EPOCH;
    /** By tick type; only looked up, never walked. */
    private final Map<Integer, String> seen = new HashMap<>();
    private Instant computed = Instant.EPOCH;
    private Instant quoted = Instant.EPOCH;

    QuoteStream(int reqId, List<Leg> legs, int wanted, Set<String> generics, int code) {
        this.reqId = reqId;
        this.legs = List.copyOf(legs);
        this.wanted = wanted;
        this.generics = generics;
        this.code = code;
    }

    Listing listing() {
        return legs.get(0).listing();
    }

    private boolean delayed() {
        return type == Rights.DELAYED || type == Rights.DELAYED_FROZEN;
    }

    /** Tells the type of data when it is new; what comes with other tick types has not been seen yet. */
    void tell(int newType, Session to, Mail mail) {
        if (newType == type) {
            return;
        }
        boolean was = delayed();
        type = newType;
        if (was != delayed()) {
            seen.clear();
        }
        mail.send(to, WireMessage.of(Incoming.MARKET_DATA_TYPE).set("reqId", reqId).set("type", type));
    }

    /**
     * Sends what has changed since the last call, and bid and ask once a second when they are repeated.
     *
     * @return false when nothing could be shown
     */
    boolean push(Session to, Market market, Mail mail) {
        Tape tape = legs.size() == 1 ? market.tape(listing().key()) : comboTape(market);
        if (tape.silent() || code == Rights.COMPETING) {
            return false;
        }
        boolean repeat = millis(quoted, tape.at()) >= REPEAT_MILLIS;
        if (repeat) {
            quoted = tape.at();
        }
        boolean index = listing().secType().equals("IND");
        if (!index || Double.isFinite(tape.bid()) || Double.isFinite(tape.ask())) {
            price(to, mail, TickIds.BID, tape.bid(), tape.bidSize(), repeat);
            price(to, mail, TickIds.ASK, tape.ask(), tape.askSize(), repeat);
        }
        figures(to, mail, tape, repeat && index);
        boolean option = legs.size() == 1 && listing().isOption() && !Rights.isPart(code);
        if (option && millis(computed, tape.at()) >= REPEAT_MILLIS) {
            computed = tape.at();
            computations(to, mail, market.computations(tape.key()));
        }
        return true;
    }

    private void figures(Session to, Mail mail, Tape tape, boolean repeatLast) {
        if (Double.isFinite(tape.last()) && price(to, mail, TickIds.LAST, tape.last(), tape.lastSize(), repeatLast)) {
            string(to, mail, TickIds.LAST_TIMESTAMP, Long.toString(tape.at().getEpochSecond()));
            if (!lastExchange().isEmpty()) {
                string(to, mail, TickIds.LAST_EXCHANGE, lastExchange());
            }
        }
        known(to, mail, TickIds.HIGH, tape.high());
        known(to, mail, TickIds.LOW, tape.low());
        known(to, mail, TickIds.CLOSE, tape.close());
        known(to, mail, TickIds.OPEN, tape.open());
        if (tape.volume() > 0) {
            size(to, mail, TickIds.VOLUME, tape.volume());
        }
        generic(to, mail, TickIds.HALTED, tape.halted() ? "1" : "0");
    }

    /** One letter, as the consolidated tapes name an exchange; empty for what is not on them. */
    private String lastExchange() {
        return switch (listing().primaryExchange()) {
            case "NYSE" -> "N";
            case "ARCA" -> "P";
            default -> listing().isOption() ? "C" : "";
        };
    }

    void known(Session to, Mail mail, int type, double value) {
        if (Double.isFinite(value)) {
            price(to, mail, type, value, 0, false);
        }
    }

    /**
     * A price with its size, and the size in a frame of its own when it has changed, as a gateway sends it too: some
     * clients take sizes from there only. True when anything has changed.
     */
    private boolean price(Session to, Mail mail, int type, double price, int size, boolean repeat) {
        String text = Double.isNaN(price) ? NO_QUOTE : Numbers.plain(price);
        int shownSize = Double.isNaN(price) ? 0 : size;
        int sizeType = TickIds.sizeOf(type);
        boolean moved = changed(type, text);
        boolean resized = sizeType != TickIds.NONE && changed(sizeType, Integer.toString(shownSize));
        if (moved || repeat) {
            boolean quote = type == TickIds.BID || type == TickIds.ASK;
            mail.send(to, WireMessage.of(Incoming.TICK_PRICE).set("reqId", reqId).set("tickType", id(type))
                    .set("price", text).set("size", shownSize).set("attribMask", quote ? 1 : 0));
        }
        if (resized) {
            send(to, mail, Incoming.TICK_SIZE, sizeType, "size", Integer.toString(shownSize));
        }
        return moved || resized;
    }

    void size(Session to, Mail mail, int type, long size) {
        if (changed(type, Long.toString(size))) {
            send(to, mail, Incoming.TICK_SIZE, type, "size", Long.toString(size));
        }
    }

    void generic(Session to, Mail mail, int type, String value) {
        if (changed(type, value)) {
            send(to, mail, Incoming.TICK_GENERIC, type, "value", value);
        }
    }

    void string(Session to, Mail mail, int type, String value) {
        if (changed(type, value)) {
            send(to, mail, Incoming.TICK_STRING, type, "value", value);
        }
    }

    private void send(Session to, Mail mail, Incoming kind, int type, String field, String value) {
        if (id(type) != TickIds.NONE) {
            mail.send(to, WireMessage.of(kind).set("reqId", reqId).set("tickType", id(type)).set(field, value));
        }
    }

    private void computations(Session to, Mail mail, Computations computed) {
        List<Greeks> inOrder = Arrays.asList(computed.bid(), computed.ask(), computed.last(), computed.model());
        for (int i = 0; i < inOrder.size(); i++) {
            int type = TickIds.FIRST_COMPUTATION + i;
            if (changed(type, inOrder.get(i).toString())) {
                mail.send(to, computation(reqId, id(type), 0, inOrder.get(i)));
            }
        }
    }

    /** What is not known is sent as -1 or -2, never empty (protocol page 5.2). */
    static WireMessage computation(int reqId, int type, int attrib, Greeks g) {
        return WireMessage.of(Incoming.TICK_OPTION_COMPUTATION).set("reqId", reqId).set("tickType", type)
                .set("tickAttrib", attrib).set("impliedVol", value(g.impliedVol(), "-1"))
                .set("delta", value(g.delta(), "-2")).set("optPrice", value(g.price(), "-1"))
                .set("pvDividend", value(g.pvDividend(), "-1")).set("gamma", value(g.gamma(), "-2"))
                .set("vega", value(g.vega(), "-2")).set("theta", value(g.theta(), "-2"))
                .set("undPrice", value(g.underPrice(), "-1"));
    }

    private static String value(double number, String none) {
        return Double.isFinite(number) ? Numbers.rounded(number, 8) : none;
    }

    private boolean changed(int type, String text) {
        return !text.equals(seen.put(type, text));
    }

    private int id(int type) {
        return delayed() ? TickIds.delayed(type) : type;
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
        return new Tape(listing().key(), round(bid), round(ask), 1, 1, none, 0, none, none, none, none, 0, 0, at,
                silent, halted);
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
}
