package alvh.simulator.gateway;

import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Bars of five seconds (message 50), each sent when its five seconds are over; none while there is no price. */
final class RealtimeBars extends LiveStream {

    static final int SECONDS = 5;
    private final String show;
    private long began = -1;
    private long volumeBefore;
    private double open = Double.NaN;
    private double high;
    private double low;
    private double close;

    RealtimeBars(int reqId, Listing listing, String show) {
        super(reqId, listing);
        this.show = show;
    }

    @Override
    boolean push(Session to, Market market, Mail mail) {
        Tape tape = market.tape(listing.key());
        long bar = Math.floorDiv(mail.now().getEpochSecond(), SECONDS);
        if (bar != began) {
            if (Double.isFinite(open)) {
                send(to, mail, tape);
            }
            began = bar;
            volumeBefore = tape.volume();
            open = Double.NaN;
        }
        double price = tape.silent() ? Double.NaN : price(tape);
        if (Double.isFinite(price)) {
            boolean first = Double.isNaN(open);
            open = first ? price : open;
            high = first ? price : Math.max(high, price);
            low = first ? price : Math.min(low, price);
            close = price;
        }
        return true;
    }

    private double price(Tape tape) {
        return switch (show) {
            case "BID" -> tape.bid();
            case "ASK" -> tape.ask();
            case "MIDPOINT" -> tape.mid();
            default -> tape.last();
        };
    }

    /** What is no trade has neither volume nor count. */
    private void send(Session to, Mail mail, Tape tape) {
        long volume = show.equals("TRADES") ? Math.max(0, tape.volume() - volumeBefore) : 0;
        double typical = (high + low + close) / 3;
        mail.send(to, WireMessage.of(Incoming.REALTIME_BAR).set("reqId", reqId).set("time", began * SECONDS)
                .set("open", Numbers.rounded(open, 8)).set("high", Numbers.rounded(high, 8))
                .set("low", Numbers.rounded(low, 8))
                .set("close", Numbers.rounded(close, 8)).set("volume", Long.toString(volume))
                .set("wap", volume == 0 ? "0" : Numbers.rounded(typical, 8)).set("count", volume == 0 ? 0 : 1));
    }
}
