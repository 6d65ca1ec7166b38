package alvh.simulator.gateway;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;
import alvh.simulator.market.Chance;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.Tape;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** The book of one instrument (messages 12 and 13): the touch, and one price increment after the other behind it. */
final class DepthBook extends LiveStream {

    private static final int INSERT = 0;
    private static final int UPDATE = 1;
    private static final int DELETE = 2;
    private static final int ASK = 0;
    private static final int BID = 1;
    private static final double E4 = 10_000;
    private final int rows;
    private final boolean smart;
    private final List<List<Level>> shown = List.of(new ArrayList<>(), new ArrayList<>());

    private record Level(double price, int size) {}

    DepthBook(int reqId, Listing listing, int rows, boolean smart) {
        super(reqId, listing);
        this.rows = rows;
        this.smart = smart;
    }

    @Override
    boolean push(Session to, Market market, Mail mail) {
        Tape tape = market.tape(listing.key());
        if (tape.halted()) {
            mail.error(to, reqId, 316, "Market depth data has been HALTED. Please re-subscribe.");
            return false;
        }
        if (!tape.silent()) {
            PriceIncrements grid = market.catalogue().grid(listing);
            Chance chance = new Chance(market.spec().seed());
            side(ASK, levels(tape.ask(), tape.askSize(), ASK, grid, chance), to, mail);
            side(BID, levels(tape.bid(), tape.bidSize(), BID, grid, chance), to, mail);
        }
        return true;
    }

    /** Sizes behind the touch change with it, so that a book that stands still says nothing. */
    private List<Level> levels(double touch, int size, int side, PriceIncrements grid, Chance chance) {
        List<Level> levels = new ArrayList<>();
        double price = touch;
        for (int i = 0; i < rows && price > 0; i++) { // NaN has no levels either
            long index = Math.round(price * E4) * 64 + i;
            levels.add(new Level(price, i == 0
                    ? size
                    : size + chance.between("depth " + listing.localSymbol() + side, index, 1, 200)));
            double step = grid.incrementE4(Price.of(price)) / E4;
            price = Math.round((side == ASK ? price + step : price - step) * E4) / E4;
        }
        return levels;
    }

    private void side(int side, List<Level> now, Session to, Mail mail) {
        List<Level> before = shown.get(side);
        for (int i = 0; i < now.size(); i++) {
            if (i >= before.size()) {
                send(to, mail, i, INSERT, side, now.get(i));
            } else if (!now.get(i).equals(before.get(i))) {
                send(to, mail, i, UPDATE, side, now.get(i));
            }
        }
        for (int i = before.size() - 1; i >= now.size(); i--) {
            send(to, mail, i, DELETE, side, new Level(0, 0));
        }
        before.clear();
        before.addAll(now);
    }

    private void send(Session to, Mail mail, int position, int operation, int side, Level level) {
        WireMessage row = WireMessage.of(smart ? Incoming.UPDATE_MKT_DEPTH_L2 : Incoming.UPDATE_MKT_DEPTH)
                .set("reqId", reqId).set("position", position).set("operation", operation).set("side", side)
                .set("price", Numbers.plain(level.price())).set("size", level.size());
        if (smart) {
            List<String> exchanges = List.of(listing.validExchanges().split(","));
            row.set("marketMaker", exchanges.get((position + 1) % exchanges.size())).set("isSmartDepth", true);
        }
        mail.send(to, row);
    }
}
