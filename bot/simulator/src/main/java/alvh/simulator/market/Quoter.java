package alvh.simulator.market;

import java.time.Instant;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;

/** Makes the quote and day's figures of one instrument from the levels. Pure: equal arguments, equal tape. */
final class Quoter {

    private static final double CALM_VIX = 25;
    private static final int SIZE_SECONDS = 7;
    private static final double SESSION_SECONDS = 23_400;

    private final Pricer pricer;
    private final Noise noise;

    Quoter(Pricer pricer, Noise noise) {
        this.pricer = pricer;
        this.noise = noise;
    }

    /** What a tape is made from. {@code second} and {@code priced} stand still while prices are held. */
    record Moment(Board board, Board previousClose, Instant previousCloseAt, Day day, Instant now, long second,
            Instant priced) {}

    Tape tape(Listing listing, PriceIncrements grid, Moment m, Desk desk) {
        Tape tape = switch (listing.secType()) {
            case "IND" -> index(listing.key(), m);
            case "STK" -> quoted(listing, grid, m, stockSpread(m.board().level(listing.symbol())), desk);
            case "FUT" -> quoted(listing, grid, m, 0.05, desk);
            default -> quoted(listing, grid, m,
                    optionSpread(listing, pricer.price(listing.key(), m.board(), m.priced())), desk);
        };
        MarketLine.Pin pin = desk.pinOf(listing.key());
        boolean silent = desk.isSilent(listing.key());
        boolean halted = desk.isHalted(listing.key());
        if (pin == null && !silent && !halted) {
            return tape;
        }
        return new Tape(tape.key(), pin == null ? tape.bid() : pin.bid(), pin == null ? tape.ask() : pin.ask(),
                pin == null ? tape.bidSize() : pin.bidSize(), pin == null ? tape.askSize() : pin.askSize(),
                tape.last(), tape.lastSize(), tape.open(), tape.high(), tape.low(), tape.close(), tape.volume(),
                tape.openInterest(), tape.at(), silent, halted);
    }

    private Tape index(InstrumentKey key, Moment m) {
        String symbol = key.text();
        Board board = m.board();
        if (symbol.equals("AD-NYSE")) {
            int up = (int) board.at(Board.ADVANCES);
            int down = (int) board.at(Board.DECLINES);
            return new Tape(key, up, down, 90, 0, Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0,
                    m.now(), false, false);
        }
        boolean traded = m.day().hasTraded() && !symbol.equals("VRO");
        return new Tape(key, Double.NaN, Double.NaN, 0, 0, Past.cents(board.level(symbol)), 0,
                traded ? Past.cents(m.day().open.level(symbol)) : Double.NaN,
                traded ? Past.cents(m.day().high(board, symbol)) : Double.NaN,
                traded ? Past.cents(m.day().low(board, symbol)) : Double.NaN,
                Past.cents(m.previousClose().level(symbol)), 0, 0, m.now(), false, false);
    }

    private static double stockSpread(double price) {
        return Math.max(0.01, 0.0002 * price);
    }

    /** Whole width of an option's market, before the world's and the storm's factors. */
    static double optionSpread(Listing listing, double mid) {
        return switch (listing.tradingClass()) {
            case "VIX", "VIXW" -> Math.min(0.15, 0.03 + 0.03 * mid);
            case "XSP" -> Math.min(0.20, 0.03 + 0.006 * mid);
            case "SPX", "SPXW" -> Math.min(4.00, 0.15 + 0.015 * mid);
            default -> Math.min(0.20, 0.02 + 0.025 * mid);
        };
    }

    private Tape quoted(Listing listing, PriceIncrements grid, Moment m, double width, Desk desk) {
        InstrumentKey key = listing.key();
        double mid = pricer.price(key, m.board(), m.priced());
        double storm = 1 + Math.max(0, m.board().at(Board.VIX) - CALM_VIX) / 20;
        double wide = width * storm * desk.spreadFactor(listing.tradingClass());
        double ask = ask(grid, mid + wide / 2);
        double bid = bid(grid, mid - wide / 2, ask);
        long channel = Noise.channel(key.text());
        int fixed = desk.sizeOf(key);
        int bidSize = Double.isNaN(bid) ? 0 : fixed > 0 ? fixed : size(listing, channel, m.second());
        int askSize = fixed > 0 ? fixed : size(listing, channel + 1, m.second());
        int pace = noise.between(channel + 2, 0, 5, 90);
        boolean hitBid = noise.unit(channel + 3, m.second() / pace) < 0.5 && !Double.isNaN(bid);
        double last = m.day().hasTraded() ? hitBid ? bid : ask : Double.NaN;
        double[] range = range(key, m, mid, last, grid);
        double close = near(grid, pricer.price(key, m.previousClose(), m.previousCloseAt()));
        return new Tape(key, bid, ask, bidSize, askSize, last, 1 + noise.between(channel + 4, m.second() / pace, 0, 20),
                range[0], range[1], range[2], close, volume(listing, channel, m), openInterest(listing, channel),
                m.now(), false, false);
    }

    private static double ask(PriceIncrements grid, double price) {
        Price up = grid.up(Price.of(Math.max(price, 0)));
        return up.e4() > 0 ? up.toDouble() : grid.incrementE4(new Price(0)) / 10_000.0;
    }

    /** NaN when nobody bids. */
    private static double bid(PriceIncrements grid, double price, double ask) {
        if (price <= 0) {
            return Double.NaN;
        }
        double bid = grid.down(Price.of(price)).toDouble();
        double below = grid.down(new Price(Price.of(ask).e4() - 1)).toDouble();
        double best = Math.min(bid, below);
        return best > 0 ? best : Double.NaN;
    }

    private static double near(PriceIncrements grid, double price) {
        return Double.isNaN(price) ? Double.NaN : grid.down(Price.of(price)).toDouble();
    }

    private int size(Listing listing, long channel, long second) {
        boolean thin = listing.symbol().equals("SPX");
        return noise.between(channel, second / SIZE_SECONDS, thin ? 5 : 10, thin ? 60 : 300);
    }

    /** Open, high and low: the value where its underlying opened and turned; the last trade lies between. */
    private double[] range(InstrumentKey key, Moment m, double mid, double last, PriceIncrements grid) {
        if (!m.day().hasTraded()) {
            return new double[]{Double.NaN, Double.NaN, Double.NaN};
        }
        String under = key.underlying();
        double open = pricer.price(key, m.day().open, Hours.open(m.day().date));
        double atHigh = pricer.price(key, m.board().with(under, m.day().high(m.board(), under)), m.priced());
        double atLow = pricer.price(key, m.board().with(under, m.day().low(m.board(), under)), m.priced());
        double high = Math.max(Math.max(atHigh, atLow), Math.max(open, mid));
        double low = Math.min(Math.min(atHigh, atLow), Math.min(open, mid));
        return new double[]{near(grid, open), Math.max(near(grid, high), last), Math.min(near(grid, low), last)};
    }

    private long volume(Listing listing, long channel, Moment m) {
        if (!m.day().hasTraded()) {
            return 0;
        }
        int daily = noise.between(channel + 5, m.day().date.toEpochDay(), 40, listing.isOption() ? 4_000 : 900_000);
        double share = Math.min(1, (m.second() - Hours.open(m.day().date).getEpochSecond()) / SESSION_SECONDS);
        return Math.round(daily * Math.max(0, share));
    }

    private int openInterest(Listing listing, long channel) {
        return listing.isOption() || listing.secType().equals("FUT") ? noise.between(channel + 6, 0, 150, 20_000) : 0;
    }
}
