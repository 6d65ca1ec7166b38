package alvh.simulator.exchange;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;

/**
 * The market of one unit of an order (one contract, or one combo) at this moment, from the quotes of its legs. A side
 * that does not exist is NaN.
 *
 * @param bid what a seller of the unit gets at once, {@code ask} what a buyer pays
 * @param bidSize units that can be sold at the bid, {@code askSize} bought at the ask
 * @param listings of the legs in their order, {@code tapes} their tapes, {@code mids} their middles (one-sided: by model)
 */
record Touch(double bid, double ask, int bidSize, int askSize, boolean open, List<Ticket.Leg> legs,
        List<Listing> listings, List<Tape> tapes,
        List<Double> mids) {

    /** Every leg must be known to the exchange. */
    static Touch of(Market market, Ticket ticket) {
        List<Ticket.Leg> legs = ticket.legs();
        List<Listing> listings = legs.stream().map(leg -> market.catalogue().byConId(leg.conId()).orElseThrow())
                .toList();
        double bid = 0;
        double ask = 0;
        int bidSize = Integer.MAX_VALUE;
        int askSize = Integer.MAX_VALUE;
        boolean open = true;
        List<Tape> tapes = new ArrayList<>();
        List<Double> mids = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            Ticket.Leg leg = legs.get(i);
            Tape tape = market.tape(listings.get(i).key());
            tapes.add(tape);
            mids.add(tape.twoSided() ? tape.mid() : market.modelPrice(listings.get(i).key()));
            boolean buys = leg.side() == Side.BUY;
            boolean crossed = tape.bid() > tape.ask();
            open &= market.isOpen(listings.get(i).key()) && !tape.halted() && !crossed;
            double legBid = usable(tape.bid());
            double legAsk = usable(tape.ask());
            bid += leg.ratio() * (buys ? legBid : -legAsk);
            ask += leg.ratio() * (buys ? legAsk : -legBid);
            bidSize = Math.min(bidSize, (buys ? tape.bidSize() : tape.askSize()) / leg.ratio());
            askSize = Math.min(askSize, (buys ? tape.askSize() : tape.bidSize()) / leg.ratio());
        }
        return new Touch(cents(bid), cents(ask), bidSize, askSize, open, legs, listings, tapes, mids);
    }

    private static double usable(double side) {
        return side > 0 && Double.isFinite(side) ? side : Double.NaN;
    }

    /** Sums of quotes carry binary noise; quotes are exact to four places. */
    private static double cents(double price) {
        return Math.rint(price * 10_000) / 10_000;
    }

    boolean twoSided() {
        return bid <= ask;
    }

    /** The net of the legs' middles, to the cent: there is one even when a side is missing. */
    Price middle() {
        double net = 0;
        for (int i = 0; i < legs.size(); i++) {
            net += legs.get(i).side().sign() * legs.get(i).ratio() * mids.get(i);
        }
        return new Price(Math.round(net * 100) * 100);
    }
}
