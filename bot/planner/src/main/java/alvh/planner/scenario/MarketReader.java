package alvh.planner.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.ContractRules;
import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quote;
import alvh.planner.market.SecType;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.PriceIncrements;
import alvh.planner.pricing.Dividends;
import alvh.planner.pricing.Forward;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.pricing.Forwards;
import alvh.planner.pricing.OptionQuotes;
import alvh.planner.pricing.Smile;
import alvh.planner.pricing.SmileFit;
import alvh.planner.pricing.VixCurve;

/** Reads a snapshot into a market state: levels first, then the VIX curve, then forward and smile of each expiry. */
final class MarketReader {

    private static final int VOL_SESSIONS = 60;
    private static final double SESSIONS_PER_YEAR = 252;

    private final MarketSnapshot snapshot;
    private final TradingCalendar calendar;
    private final Settlement settlement;
    private final double rate;
    private final MarketState.QuotePolicy policy;
    private final QuotedExpiries expiries;
    private final OwnFacts facts;
    private final SortedMap<String, MarketFault> faults = new TreeMap<>();
    private final SortedMap<String, NameState> names = new TreeMap<>();
    private final SortedMap<ExpiryId, Surface> surfaces = new TreeMap<>();

    MarketReader(MarketSnapshot snapshot, TradingCalendar calendar, double rate, MarketState.QuotePolicy policy,
            OwnFacts facts) {
        this.snapshot = snapshot;
        this.calendar = calendar;
        this.settlement = new Settlement(calendar);
        this.rate = rate;
        this.policy = policy;
        this.facts = facts;
        this.expiries = new QuotedExpiries(snapshot, policy);
    }

    MarketState read() {
        double spx = spx();
        double vix = level("VIX");
        double vvix = level("VVIX");
        readNames();
        ParityReading parity = consistency();
        VixForwards forwards = new VixForwards(snapshot, expiries, calendar, rate, policy, parity);
        VixCurve curve = forwards.curve(vix);
        if (curve == null) {
            fault("VX", MarketFault.Reason.NO_CURVE, Double.isFinite(vix)
                    ? "no monthly with a future or option pairs"
                    : "no spot VIX");
        }
        for (ExpiryId expiry : expiries.expiries()) {
            if (isVix(expiry)) {
                readExpiry(expiry, forwards.of(expiry, curve));
            } else {
                readExpiry(expiry, Forwards.parity(expiries.quotes(expiry), years(expiry), rate));
            }
        }
        // What parity could not give takes its carry from the expiries it did give.
        SortedMap<ExpiryId, Surface> quoted = new TreeMap<>(surfaces);
        for (ExpiryId expiry : expiries.expiries()) {
            if (!surfaces.containsKey(expiry) && !isVix(expiry) && years(expiry) > 0) {
                readByCarry(expiry, quoted, spx);
            }
        }
        return new MarketState(snapshot.asOf(), calendar, rate, spx, vix, vvix, curve, surfaces, names, faults,
                parity);
    }

    /** Quotes that contradict each other are left out before anything is read from them (F20). */
    private ParityReading consistency() {
        ParityReading parity = new ParityMonitor(snapshot, expiries, calendar, rate, policy, facts).read();
        for (ParityReading.Pair pair : parity.pairs()) {
            if (pair.rejected()) {
                expiries.drop(pair.expiry(), pair.strikeMilli());
                fault(pair.expiry() + " at " + pair.strikeMilli() / 1000.0, MarketFault.Reason.INCONSISTENT,
                        pair.because());
            }
        }
        parity.futures().forEach(future -> fault(future.key(), MarketFault.Reason.INCONSISTENT, future.because()));
        return parity;
    }

    private double spx() {
        IndexLevel tenth = snapshot.level("XSP");
        if (!usable(snapshot.level("SPX")) && usable(tenth)) {
            return tenth.last() * 10;
        }
        return level("SPX");
    }

    private double level(String symbol) {
        IndexLevel level = snapshot.level(symbol);
        if (usable(level)) {
            return level.last();
        }
        fault(symbol, MarketFault.Reason.NO_LEVEL,
                symbol + (Double.isFinite(level.last()) ? " last " + level.last() : " has no value") + ", quality "
                        + level.quality()
                        + ", wanted a live value at most " + policy.oldestLevel().toSeconds() + " s old");
        return Double.NaN;
    }

    private boolean usable(IndexLevel level) {
        boolean young = Duration.between(level.at(), snapshot.takenAt()).compareTo(policy.oldestLevel()) <= 0;
        boolean type = level.quality() == alvh.planner.market.Quality.LIVE || policy.delayedAllowed();
        return level.known() && young && type;
    }

    private void readNames() {
        snapshot.quotes().forEach((key, quote) -> {
            if (key.secType() == SecType.STOCK) {
                Quote.Fault wrong = quote.fault(snapshot.takenAt(), policy.oldestQuote(), policy.delayedAllowed());
                if (wrong == null) {
                    names.put(key.root(), new NameState(key.root(), quote.mid(), NameState.UNKNOWN_BETA, "",
                            realisedVol(snapshot.bars().get(key)),
                            facts.dividends().getOrDefault(key.root(), Dividends.NONE)));
                } else {
                    fault(key.root(), MarketFault.Reason.NO_SPOT, key + ": " + wrong);
                }
            }
        });
    }

    private static double realisedVol(DailyBars bars) {
        if (bars == null || bars.size() <= VOL_SESSIONS) {
            return Double.NaN;
        }
        double[] closes = bars.closes();
        double squares = 0;
        for (int i = closes.length - VOL_SESSIONS; i < closes.length; i++) {
            double move = StrictMath.log(closes[i] / closes[i - 1]);
            squares += move * move;
        }
        return StrictMath.sqrt(squares / VOL_SESSIONS * SESSIONS_PER_YEAR);
    }

    private void readExpiry(ExpiryId expiry, Forward forward) {
        switch (forward) {
            case Forward.Known(double points, ForwardSource source) -> fit(expiry, points, source);
            case Forward.Unknown(Forward.Reason reason, String detail) -> fault(expiry.toString(),
                    reason == Forward.Reason.EXPIRED ? MarketFault.Reason.EXPIRED : MarketFault.Reason.NO_FORWARD,
                    detail);
        }
    }

    private void readByCarry(ExpiryId expiry, SortedMap<ExpiryId, Surface> quoted, double spx) {
        String root = expiry.tradingClass();
        double spot = Carry.isIndex(root)
                ? root.equals("XSP") ? spx / 10 : spx
                : names.containsKey(root) ? names.get(root).spot() : Double.NaN;
        if (spot > 0) {
            double years = years(expiry);
            NameState name = names.get(root);
            Dividends cash = name == null ? Dividends.NONE : name.dividends();
            double carry = Carry.of(quoted, root, years, spx, spot, cash, rate);
            fit(expiry, (spot - cash.presentValue(0, years, rate)) * StrictMath.exp(carry * years),
                    ForwardSource.INTERPOLATED);
        }
    }

    private void fit(ExpiryId expiry, double forward, ForwardSource source) {
        double years = years(expiry);
        OptionQuotes quotes = expiries.quotes(expiry);
        Smile smile = SmileFit.fit(quotes, forward, years, rate, tick(expiry.tradingClass()));
        if (smile == null) {
            fault(expiry.toString(), MarketFault.Reason.NO_SMILE, String.format(Locale.ROOT,
                    "%d strikes, none with a usable quote that carries a volatility; forward %.2f", quotes.size(),
                    forward));
            return;
        }
        boolean lonelyName = smile.shape() == Smile.Shape.FLAT && !ContractRules.isIndexOption(expiry.tradingClass());
        Smile kept = lonelyName ? smile.slopedLikeAName() : smile;
        surfaces.put(expiry, new Surface(years, Settlement.dte(snapshot.asOf(), expiry.settlement()), forward, source,
                kept));
        if (source == ForwardSource.INTERPOLATED) {
            fault(expiry.toString(), MarketFault.Reason.FORWARD_INTERPOLATED,
                    String.format(Locale.ROOT, "forward %.2f from neighbours", forward));
        }
    }

    /** The least increment of the class, half of which a time value must exceed. */
    private double tick(String tradingClass) {
        PriceIncrements grid = snapshot.increments().getOrDefault(tradingClass,
                ContractRules.fallbackIncrements(tradingClass));
        return grid.rows().stream().mapToLong(PriceIncrements.Row::incrementE4).min().orElseThrow() / 10_000.0;
    }

    private static boolean isVix(ExpiryId expiry) {
        return expiry.tradingClass().equals("VIX") || expiry.tradingClass().equals("VIXW");
    }

    private double years(ExpiryId expiry) {
        return settlement.expiryYears(snapshot.asOf(), expiry.tradingClass(), expiry.settlement());
    }

    private void fault(String subject, MarketFault.Reason reason, String detail) {
        faults.put(subject, new MarketFault(reason, detail));
    }
}
