package alvh.simulator.gateway;

import java.time.Instant;
import java.util.Optional;

import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** A request for bars that stays up to date: the running bar is sent again when it has changed (message 90). */
final class BarStream {

    private final int reqId;
    private final Listing listing;
    private final int size;
    private final boolean epoch;
    private BarMaker.Made running;
    private Instant ends = Instant.EPOCH;
    private String seen = "";

    /** @param size in seconds; a day and more follow the running day */
    BarStream(int reqId, Listing listing, int size, boolean epoch) {
        this.reqId = reqId;
        this.listing = listing;
        this.size = size;
        this.epoch = epoch;
    }

    void push(Session to, Market market, Mail mail) {
        Optional<BarMaker.Made> bar = size >= BarSizes.DAY
                ? market.todayBar(listing.key()).map(day -> new BarMaker.Made(Stamp.day(day.date()), day.open(),
                        day.high(), day.low(), day.close()))
                : running(market, mail.now());
        bar.filter(made -> !made.toString().equals(seen)).ifPresent(made -> {
            seen = made.toString();
            mail.send(to, WireMessage.of(Incoming.HISTORICAL_DATA_UPDATE).set("reqId", reqId).set("barCount", -1)
                    .set("time", made.time()).set("open", Numbers.plain(made.open()))
                    .set("close", Numbers.plain(made.close())).set("high", Numbers.plain(made.high()))
                    .set("low", Numbers.plain(made.low())).set("wap", "0").set("volume", "0"));
        });
    }

    private Optional<BarMaker.Made> running(Market market, Instant now) {
        Tape tape = market.tape(listing.key());
        double price = tape.last();
        if (!market.isOpen(listing.key()) || !Double.isFinite(price) || tape.silent()) {
            return Optional.empty();
        }
        if (now.isBefore(ends)) {
            running = new BarMaker.Made(running.time(), running.open(), Math.max(running.high(), price),
                    Math.min(running.low(), price), price);
        } else {
            ends = BarMaker.boundary(now, size);
            running = new BarMaker.Made(BarMaker.time(ends.minusSeconds(size), epoch), price, price, price, price);
        }
        return Optional.of(running);
    }
}
