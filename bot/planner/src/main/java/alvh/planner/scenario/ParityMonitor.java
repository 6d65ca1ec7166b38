package alvh.planner.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.Dividends;
import alvh.planner.pricing.OptionQuotes;
import alvh.planner.pricing.Parity;

/**
 * Holds calls and puts of one strike against their underlying, at the prices one would have to take (methodology F20): VIX
 * options against the future of their date, stock options against the share. Where half or more of an expiry's pairs
 * point the same way, the underlying is what is wrong, not each pair; only one that stands out from them is rejected.
 */
final class ParityMonitor {

    /** Two option orders of one contract and a hundred shares, or a tenth of a VX future; dollars per share or point. */
    private static final double SHARE_COSTS = 0.02;
    private static final double VIX_COSTS = 0.03;
    private static final int ENOUGH = 3;

    private final MarketSnapshot snapshot;
    private final QuotedExpiries expiries;
    private final Settlement settlement;
    private final double rate;
    private final MarketState.QuotePolicy policy;
    private final OwnFacts facts;
    private final List<ParityReading.Pair> pairs = new ArrayList<>();
    private final List<ParityReading.Box> boxes = new ArrayList<>();
    private final List<ParityReading.Future> futures = new ArrayList<>();
    private int checked;

    ParityMonitor(MarketSnapshot snapshot, QuotedExpiries expiries, TradingCalendar calendar, double rate,
            MarketState.QuotePolicy policy, OwnFacts facts) {
        this.snapshot = snapshot;
        this.expiries = expiries;
        this.settlement = new Settlement(calendar);
        this.rate = rate;
        this.policy = policy;
        this.facts = facts;
    }

    ParityReading read() {
        for (ExpiryId expiry : expiries.expiries()) {
            double years = settlement.expiryYears(snapshot.asOf(), expiry.tradingClass(), expiry.settlement());
            if (years <= 0) {
                continue;
            }
            switch (expiry.tradingClass()) {
                case "VIX", "VIXW" -> vix(expiry, years);
                case "SPX", "SPXW", "XSP" -> boxes.add(new ParityReading.Box(expiry,
                        Parity.boxRate(expiries.quotes(expiry), years)));
                default -> name(expiry, years);
            }
        }
        return new ParityReading(pairs, boxes, futures, checked);
    }

    private void vix(ExpiryId expiry, double years) {
        InstrumentKey key = InstrumentKey.future("VX", expiry.settlement());
        Quote future = usable(key);
        if (future == null) {
            return;
        }
        String against = String.format(Locale.ROOT, "VX %s %.2f x %.2f", expiry.settlement(), future.bid(),
                future.ask());
        var found = new ArrayList<ParityReading.Pair>();
        OptionQuotes quotes = expiries.quotes(expiry);
        for (int i = 0; i < quotes.size(); i++) {
            if (fourSides(quotes, i)) {
                double strike = quotes.strikes()[i];
                double conversion = Parity.vixConversionEdge(quotes.callBid()[i], quotes.putAsk()[i], future.ask(),
                        strike, years, rate) - VIX_COSTS;
                double reversal = Parity.vixReversalEdge(quotes.callAsk()[i], quotes.putBid()[i], future.bid(),
                        strike, years, rate) - VIX_COSTS;
                found.add(pair(expiry, strike, against, conversion, reversal, 0,
                        Parity.isSignal(Math.max(conversion, reversal)), ""));
            }
        }
        List<ParityReading.Pair> agreeing = agreeing(found);
        if (!agreeing.isEmpty()) {
            futures.add(new ParityReading.Future(key.text(),
                    against + " contradicts its own options: " + agreeing.get(0).because()));
        }
        keep(found, agreeing, "the future is rejected, not the pair");
    }

    /** American options: an edge is a sign, but only the bounds can say that a quote is impossible. */
    private void name(ExpiryId expiry, double years) {
        String root = expiry.tradingClass();
        Quote stock = usable(InstrumentKey.of(root));
        if (stock == null) {
            return;
        }
        boolean dividendsKnown = facts.dividends().containsKey(root);
        double cash = facts.dividends().getOrDefault(root, Dividends.NONE).presentValue(0, years, rate);
        double fee = facts.borrowFees().getOrDefault(root, Double.NaN);
        double borrow = Double.isFinite(fee) ? fee : 0;
        String against = String.format(Locale.ROOT, "%s %.2f x %.2f, dividends %s, borrow fee %s", root, stock.bid(),
                stock.ask(), dividendsKnown ? String.format(Locale.ROOT, "worth %.2f", cash) : "unknown",
                Double.isFinite(fee) ? String.format(Locale.ROOT, "%.2f %%", 100 * fee) : "unknown, counted as 0");
        var found = new ArrayList<ParityReading.Pair>();
        OptionQuotes quotes = expiries.quotes(expiry);
        for (int i = 0; i < quotes.size(); i++) {
            if (fourSides(quotes, i)) {
                double strike = quotes.strikes()[i];
                double conversion = Parity.conversionEdge(quotes.callBid()[i], quotes.putAsk()[i], stock.ask(), cash,
                        strike, years, rate, SHARE_COSTS);
                double reversal = Parity.reversalEdge(quotes.callAsk()[i], quotes.putBid()[i], stock.bid(), cash,
                        strike, years, rate, borrow, SHARE_COSTS);
                double above = quotes.callBid()[i] - quotes.putAsk()[i] - stock.ask()
                        + strike * StrictMath.exp(-rate * years) - SHARE_COSTS;
                double below = stock.bid() - cash - strike - quotes.callAsk()[i] + quotes.putBid()[i]
                        - borrow * stock.bid() * years - SHARE_COSTS;
                double violation = Math.max(0, Math.max(above, dividendsKnown ? below : 0));
                found.add(pair(expiry, strike, against, conversion, reversal, violation,
                        Parity.isSignal(violation), ""));
            }
        }
        keep(found, agreeing(found), "price, dividend or borrow fee of the share is not what it seems");
    }

    /** The pairs that show an edge in the same direction, least first, if half or more of the expiry does; else none. */
    private static List<ParityReading.Pair> agreeing(List<ParityReading.Pair> found) {
        List<ParityReading.Pair> conversions = found.stream().filter(p -> Parity.isSignal(p.conversion()))
                .sorted(Comparator.comparingDouble(ParityReading.Pair::conversion)).toList();
        List<ParityReading.Pair> reversals = found.stream().filter(p -> Parity.isSignal(p.reversal()))
                .sorted(Comparator.comparingDouble(ParityReading.Pair::reversal)).toList();
        List<ParityReading.Pair> more = conversions.size() > reversals.size() ? conversions : reversals;
        return more.size() >= Math.max(ENOUGH, (found.size() + 1) / 2) ? more : List.of();
    }

    /**
     * What is noise is counted and forgotten; of those that agree the middle one speaks for all, and one that stands out
     * from it by more than noise for itself.
     */
    private void keep(List<ParityReading.Pair> found, List<ParityReading.Pair> agreeing, String why) {
        checked += found.size();
        if (agreeing.isEmpty()) {
            found.stream().filter(p -> Parity.isSignal(Math.max(p.violation(), edge(p)))).forEach(pairs::add);
            return;
        }
        ParityReading.Pair middle = agreeing.get(agreeing.size() / 2);
        pairs.add(cleared(middle, agreeing.size() + " of " + found.size() + " pairs of this expiry agree: " + why));
        found.stream().filter(p -> p != middle && p.rejected() && Parity.isSignal(edge(p) - edge(middle)))
                .forEach(pairs::add);
    }

    private static double edge(ParityReading.Pair pair) {
        return Math.max(pair.conversion(), pair.reversal());
    }

    private static ParityReading.Pair pair(ExpiryId expiry, double strike, String against, double conversion,
            double reversal, double violation, boolean rejected, String because) {
        var pair = new ParityReading.Pair(expiry, Math.round(strike * 1000), against, conversion, reversal, violation,
                rejected, because);
        return new ParityReading.Pair(pair.expiry(), pair.strikeMilli(), against, conversion, reversal, violation,
                rejected, words(pair));
    }

    private static ParityReading.Pair cleared(ParityReading.Pair pair, String why) {
        return new ParityReading.Pair(pair.expiry(), pair.strikeMilli(), pair.against(), pair.conversion(),
                pair.reversal(), pair.violation(), false, pair.because() + "; " + why);
    }

    private static String words(ParityReading.Pair pair) {
        boolean conversion = pair.conversion() >= pair.reversal();
        return String.format(Locale.ROOT, "%s %s: a %s would earn %.2f a share against %s%s", pair.expiry(),
                java.math.BigDecimal.valueOf(pair.strikeMilli(), 3).stripTrailingZeros().toPlainString(),
                conversion ? "conversion" : "reversal", Math.max(pair.conversion(), pair.reversal()), pair.against(),
                pair.violation() > 0
                        ? String.format(Locale.ROOT, ", %.2f outside the American bounds", pair.violation())
                        : "");
    }

    private static boolean fourSides(OptionQuotes quotes, int i) {
        return quotes.callBid()[i] > 0 && quotes.callAsk()[i] > 0 && quotes.putBid()[i] > 0 && quotes.putAsk()[i] > 0;
    }

    private Quote usable(InstrumentKey key) {
        Quote quote = snapshot.quote(key);
        return quote.fault(snapshot.takenAt(), policy.oldestQuote(), policy.delayedAllowed()) == null ? quote : null;
    }
}
