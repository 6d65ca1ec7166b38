package alvh.simulator.gateway;

import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Every change of one instrument's trades, quotes or midpoint (message 99). */
final class TickByTick extends LiveStream {

    /** What is watched, under the texts of the request; the place is the kind on the wire less one. */
    enum Kind {
        Last, AllLast, BidAsk, MidPoint
    }

    private final Kind kind;
    private final boolean ignoreSize;
    private String seen = "";

    TickByTick(int reqId, Listing listing, Kind kind, boolean ignoreSize) {
        super(reqId, listing);
        this.kind = kind;
        this.ignoreSize = ignoreSize;
    }

    @Override
    boolean push(Session to, Market market, Mail mail) {
        Tape tape = market.tape(listing.key());
        WireMessage tick = WireMessage.of(Incoming.TICK_BY_TICK).set("reqId", reqId).set("kind", kind.ordinal() + 1)
                .set("time", tape.at().getEpochSecond());
        String what = tape.silent() ? "" : fill(tick, tape);
        if (!what.isEmpty() && !what.equals(seen)) {
            seen = what;
            mail.send(to, tick);
        }
        return true;
    }

    /** What the tick says, to tell a change; empty when there is nothing to say. */
    private String fill(WireMessage tick, Tape tape) {
        switch (kind) {
            case Last, AllLast -> {
                if (!Double.isFinite(tape.last())) {
                    return "";
                }
                tick.set("price", Numbers.plain(tape.last())).set("size", tape.lastSize()).set("mask", 0)
                        .set("exchange", listing.primaryExchange().isEmpty()
                                ? listing.exchange()
                                : listing.primaryExchange())
                        .set("conditions", "");
                return tape.last() + " " + (ignoreSize ? "" : tape.lastSize());
            }
            case BidAsk -> {
                if (!Double.isFinite(tape.bid()) && !Double.isFinite(tape.ask())) {
                    return "";
                }
                tick.set("bidPrice", side(tape.bid())).set("askPrice", side(tape.ask()))
                        .set("bidSize", Double.isFinite(tape.bid()) ? tape.bidSize() : 0)
                        .set("askSize", Double.isFinite(tape.ask()) ? tape.askSize() : 0).set("mask", 0);
                return tape.bid() + " " + tape.ask() + (ignoreSize ? "" : " " + tape.bidSize() + " " + tape.askSize());
            }
            case MidPoint -> {
                tick.set("midPoint", Numbers.rounded(tape.mid(), 8));
                return Double.isFinite(tape.mid()) ? Double.toString(tape.mid()) : "";
            }
        }
        throw new IllegalStateException("no such kind: " + kind);
    }

    private static String side(double price) {
        return Double.isFinite(price) ? Numbers.plain(price) : "0";
    }
}
