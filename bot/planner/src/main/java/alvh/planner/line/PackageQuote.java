package alvh.planner.line;

import java.util.List;
import java.util.Locale;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;
import alvh.planner.plan.Refusal;

/**
 * The market of a package in the direction of its legs: what buying it costs at the touch and what selling it brings.
 * Prices in points; a roll's may be negative.
 *
 * @param size packages displayed on the side that a buyer takes
 * @param fault why it cannot be used, or null; then prices may be NaN
 * @param detail the leg and what is wrong with it, or ""
 */
public record PackageQuote(double bid, double ask, int size, Refusal.Code fault, String detail) {

    public static PackageQuote of(List<LotLeg> legs, Picture picture) {
        MarketSnapshot market = picture.market();
        double bid = 0;
        double ask = 0;
        int size = Integer.MAX_VALUE;
        for (LotLeg leg : legs) {
            Quote quote = market.quote(leg.key());
            Quote.Fault fault = quote.fault(market.takenAt(), Picture.OLDEST_QUOTE, picture.delayedAllowed());
            if (fault != null) {
                return new PackageQuote(Double.NaN, Double.NaN, 0, code(fault),
                        leg.key() + ": " + words(fault, quote, market.missing().get(leg.key())));
            }
            boolean buy = leg.side() == Side.BUY;
            ask += leg.ratio() * (buy ? quote.ask() : -quote.bid());
            bid += leg.ratio() * (buy ? quote.bid() : -quote.ask());
            size = Math.min(size, (buy ? quote.askSize() : quote.bidSize()) / leg.ratio());
        }
        return new PackageQuote(clean(bid), clean(ask), size, null, "");
    }

    /** Sums of quotes are exact to four places. */
    private static double clean(double points) {
        return Math.rint(points * 10_000) / 10_000;
    }

    public boolean usable() {
        return fault == null;
    }

    public double mid() {
        return (bid + ask) / 2;
    }

    public double half() {
        return (ask - bid) / 2;
    }

    private static Refusal.Code code(Quote.Fault fault) {
        return switch (fault) {
            case Q_EMPTY -> Refusal.Code.Q_EMPTY;
            case Q_ONESIDED -> Refusal.Code.Q_ONESIDED;
            case Q_CROSSED -> Refusal.Code.Q_CROSSED;
            case Q_TYPE -> Refusal.Code.Q_TYPE;
            case Q_STALE -> Refusal.Code.Q_STALE;
        };
    }

    private static String words(Quote.Fault fault, Quote quote, String missing) {
        return switch (fault) {
            case Q_EMPTY -> missing == null ? "no quote" : missing;
            case Q_ONESIDED -> String.format(Locale.ROOT, "one side only (%s x %s)", side(quote.bid()),
                    side(quote.ask()));
            case Q_CROSSED -> String.format(Locale.ROOT, "crossed, %.2f x %.2f", quote.bid(), quote.ask());
            case Q_TYPE -> "quality " + quote.quality() + ", LIVE is needed";
            case Q_STALE -> "last proven at " + quote.at() + ", older than " + Picture.OLDEST_QUOTE.toSeconds() + " s";
        };
    }

    private static String side(double price) {
        return price > 0 ? String.format(Locale.ROOT, "%.2f", price) : "none";
    }
}
