package alvh.daemon.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;

/**
 * The market of a whole order: of the option itself for one leg, of the package as bought for a combo (ask = buy legs at
 * their ask less sell legs at their bid; negative when it brings money).
 *
 * @param fault null, or the code of the first thing wrong with a leg, e.g. {@code Q-STALE}; then bid and ask are NaN
 * @param subject what the fault concerns
 */
public record PackageQuote(double bid, double ask, String fault, String subject) {

    /** @param oldest promise 8: 5 s at a send */
    public static PackageQuote of(List<Lot.LotLeg> legs, Map<InstrumentKey, Quote> quotes, Instant now,
            Duration oldest, boolean delayedAllowed) {
        double bid = 0;
        double ask = 0;
        for (Lot.LotLeg leg : legs) {
            Quote quote = quotes.getOrDefault(leg.key(), Quote.NONE);
            Quote.Fault fault = quote.fault(now, oldest, delayedAllowed);
            if (fault != null) {
                return new PackageQuote(Double.NaN, Double.NaN, fault.name().replace('_', '-'), leg.key().text());
            }
            boolean asBought = leg.side() == Side.BUY || legs.size() == 1;
            bid += leg.ratio() * (asBought ? quote.bid() : -quote.ask());
            ask += leg.ratio() * (asBought ? quote.ask() : -quote.bid());
        }
        return new PackageQuote(round(bid), round(ask), null, null);
    }

    /** Binary noise of sums must not decide a comparison. */
    private static double round(double value) {
        return Math.rint(value * 1e9) / 1e9;
    }

    public double mid() {
        return (bid + ask) / 2;
    }

    public double halfSpread() {
        return (ask - bid) / 2;
    }
}
