package alvh.planner.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.ChainListing;
import alvh.planner.market.ContractRules;
import alvh.planner.market.DailyBars;
import alvh.planner.market.Expiries;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.PriceIncrements;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Smile;
import alvh.planner.pricing.VixCurve;

/**
 * A market that is consistent with itself: a VIX curve, smiles of methodology 5.4 and quotes round Black-76 prices, with
 * exact parity. Nothing is random.
 */
public final class SyntheticMarket {
    private static final double RATE = 0.043;
    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    public double spx = 6000;
    public double vix = 17.92;
    public double vix3m = 19.70;
    public double vvix = 96.4;
    /** VVIX before a shock, NaN for none: then the smiles move by methodology 5.5, long ones less than short ones. */
    double vvixBefore = Double.NaN;
    public double[] curve = {18.6, 19.2, 19.8, 20.1, 20.4, 20.6, 20.8, 21.0, 21.1, 21.2};
    public Instant asOf = World.newYork(World.TUESDAY, 10, 15);
    public int quoteAgeSeconds = 1;
    public int size = 60;
    public double halfSpread = 0.04;
    Quality quality = Quality.LIVE;
    boolean futuresQuoted = true;
    /** Daily log drift of the last {@code driftDays} closes, on top of the wave; every symbol follows with its beta. */
    double drift;
    int driftDays;
    public final Set<String> withoutClass = new java.util.TreeSet<>();
    public final Set<String> withoutBars = new java.util.TreeSet<>();
    final List<ChainListing> moreListings = new ArrayList<>();
    public final SortedMap<InstrumentKey, Quote> overridden = new TreeMap<>();
    public final SortedMap<String, IndexLevel> levelOverride = new TreeMap<>();
    private final Map<String, Name> names = new TreeMap<>();
    private final Set<InstrumentKey> also = new LinkedHashSet<>();
    SortedMap<String, double[]> history = new TreeMap<>();

    private record Name(double spot, double vol, double beta) {}

    public SyntheticMarket name(String symbol, double spot, double vol, double beta) {
        names.put(symbol, new Name(spot, vol, beta));
        return this;
    }

    public void also(InstrumentKey key) {
        also.add(key);
    }

    public Instant asOf() {
        return asOf;
    }

    private LocalDate today() {
        return asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }

    public MarketSnapshot snapshot() {
        Instant takenAt = asOf.plusSeconds(4);
        SortedMap<InstrumentKey, IndexLevel> levels = new TreeMap<>();
        level(levels, "SPX", spx, takenAt);
        level(levels, "XSP", spx / 10, takenAt);
        level(levels, "VIX", vix, takenAt);
        level(levels, "VIX3M", vix3m, takenAt);
        level(levels, "VIX9D", vix * 0.97, takenAt);
        level(levels, "VVIX", vvix, takenAt);
        SortedMap<InstrumentKey, Quote> quotes = new TreeMap<>();
        List<ChainListing> listings = listings();
        for (ChainListing listing : listings) {
            for (long strike : listing.strikesMilli()) {
                for (Right right : Right.values()) {
                    quote(quotes, InstrumentKey.option(listing.tradingClass(), listing.settlement(), right, strike));
                }
            }
        }
        futures(quotes);
        also.forEach(key -> quote(quotes, key));
        names.forEach((symbol, name) -> quotes.put(InstrumentKey.of(symbol), around(name.spot(), 0.01, 0.01)));
        nameChains(quotes);
        quotes.putAll(overridden);
        return new MarketSnapshot(asOf, takenAt, levels, quotes, listings, bars(), increments(), new TreeMap<>());
    }

    private void level(SortedMap<InstrumentKey, IndexLevel> levels, String symbol, double value, Instant takenAt) {
        levels.put(InstrumentKey.of(symbol), levelOverride.getOrDefault(symbol,
                new IndexLevel(value, takenAt.minusSeconds(quoteAgeSeconds), quality)));
    }

    private static SortedMap<String, PriceIncrements> increments() {
        SortedMap<String, PriceIncrements> increments = new TreeMap<>();
        for (String root : List.of("VIX", "XSP", "SPXW")) {
            increments.put(root, ContractRules.fallbackIncrements(root));
        }
        return increments;
    }

    List<LocalDate> vixMonthlies() {
        return new Expiries(NYSE).vixMonthlies(today().plusDays(2), curve.length);
    }

    private List<ChainListing> listings() {
        var listings = new ArrayList<ChainListing>();
        if (!withoutClass.contains("VIX")) {
            for (LocalDate date : vixMonthlies()) {
                listings.add(new ChainListing("VIX", date, strikes(10, 60, 1)));
            }
        }
        for (LocalDate date : List.of(today().plusDays(50), today().plusDays(80))) {
            LocalDate friday = NYSE.onOrBefore(date.with(java.time.DayOfWeek.FRIDAY));
            if (!withoutClass.contains("XSP")) {
                listings.add(new ChainListing("XSP", friday, strikes((long) (spx / 10 * 0.80), (long) (spx / 10), 1)));
            }
            if (!withoutClass.contains("SPXW")) {
                listings.add(new ChainListing("SPXW", friday, strikes((long) (spx * 0.80), (long) spx, 25)));
            }
        }
        listings.addAll(moreListings);
        return listings;
    }

    static List<Long> strikes(long from, long to, long step) {
        var strikes = new ArrayList<Long>();
        for (long k = from; k <= to; k += step) {
            strikes.add(k * 1000);
        }
        return strikes;
    }

    private void nameChains(SortedMap<InstrumentKey, Quote> quotes) {
        for (InstrumentKey key : also) {
            if (key.isOption() && names.containsKey(key.root())) {
                double spot = names.get(key.root()).spot();
                for (long k = Math.round(spot) - 4; k <= Math.round(spot) + 4; k += 2) {
                    for (Right right : Right.values()) {
                        quote(quotes, InstrumentKey.option(key.root(), key.settlementDate(), right, k * 1000));
                    }
                }
            }
        }
    }

    private void futures(SortedMap<InstrumentKey, Quote> quotes) {
        if (!futuresQuoted) {
            return;
        }
        List<LocalDate> dates = vixMonthlies();
        for (int i = 0; i < dates.size(); i++) {
            quotes.put(InstrumentKey.future("VX", dates.get(i)), around(curve[i], 0.025, 0.05));
        }
    }

    private void quote(SortedMap<InstrumentKey, Quote> quotes, InstrumentKey key) {
        boolean known = Set.of("VIX", "SPX", "XSP").contains(key.underlying()) || names.containsKey(key.root());
        if (!key.isOption() || !known) {
            return;
        }
        double price = price(key);
        double half = key.underlying().equals("VIX") ? halfSpread : Math.max(halfSpread / 2, 0.004 * price);
        quotes.put(key, around(price, half, tick(key, price)));
    }

    private double tick(InstrumentKey key, double price) {
        return ContractRules.fallbackIncrements(key.root())
                .incrementE4(alvh.planner.money.Price.of(Math.max(0.01, price))) / 10_000.0;
    }

    private Quote around(double mid, double half, double tick) {
        double bid = Math.floor((mid - half) / tick + 1e-9) * tick;
        double ask = Math.ceil((mid + half) / tick - 1e-9) * tick;
        Instant at = asOf.plusSeconds(4L - quoteAgeSeconds);
        return new Quote(bid > 0 ? round(bid) : Double.NaN, round(Math.max(ask, tick)), bid > 0 ? size : 0, size, at,
                quality);
    }

    private static double round(double price) {
        return Math.rint(price * 10_000) / 10_000;
    }

    /** The true price, in points. */
    public double price(InstrumentKey key) {
        double years = new Settlement(NYSE).expiryYears(asOf, key);
        int dte = Settlement.dte(asOf, key);
        if (years <= 0) {
            return 0;
        }
        double forward = forward(key, years);
        double vol = vol(key, years, dte, forward);
        return Black76.price(forward, key.strike(), years, vol, RATE, key.right());
    }

    double forward(InstrumentKey key, double years) {
        return switch (key.underlying()) {
            case "VIX" -> vixCurve().forward(years);
            case "SPX" -> spx * Math.exp((RATE - 0.013) * years);
            case "XSP" -> spx / 10 * Math.exp((RATE - 0.013) * years);
            default -> names.get(key.underlying()).spot() * Math.exp(RATE * years);
        };
    }

    private VixCurve vixCurve() {
        List<LocalDate> dates = vixMonthlies();
        double[] years = new double[curve.length];
        for (int i = 0; i < years.length; i++) {
            years[i] = new Settlement(NYSE).expiryYears(asOf, "VX", dates.get(i));
        }
        return new VixCurve(vix, years, curve);
    }

    private double vol(InstrumentKey key, double years, int dte, double forward) {
        double moneyness = Math.log(key.strike() / forward);
        return switch (key.underlying()) {
            case "VIX" -> vixVol(dte, moneyness);
            case "SPX", "XSP" -> Math.max(0.08, 0.92 * vix / 100 - 0.42 * moneyness * Math.sqrt(60.0 / 365 / years));
            default -> names.get(key.underlying()).vol() - 0.35 * moneyness;
        };
    }

    private double vixVol(int dte, double moneyness) {
        if (Double.isNaN(vvixBefore)) {
            return Smile.vixDefault(dte, vvix).vol(moneyness);
        }
        return Smile.vixDefault(dte, vvixBefore).vol(moneyness)
                * Math.pow(vvix / vvixBefore, Math.min(1, Math.sqrt(30.0 / Math.max(1, dte))));
    }

    /** Two years of bars: SPX on a gentle rising wave unless a test gives a history; names move with their beta. */
    private SortedMap<InstrumentKey, DailyBars> bars() {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = NYSE.previous(today()); days.size() < 520; day = NYSE.previous(day)) {
            days.add(0, day);
        }
        SortedMap<InstrumentKey, DailyBars> bars = new TreeMap<>();
        double[] wave = new double[days.size()];
        for (int i = 0; i < wave.length; i++) {
            int back = wave.length - 1 - i;
            wave[i] = 0.0004 * -back + 0.008 * Math.sin(back * 0.7) + 0.004 * Math.sin(back * 2.3)
                    - drift * Math.min(back, driftDays);
        }
        put(bars, "SPX", days, scaled(spx, wave, 1, 0));
        put(bars, "RSP", days, scaled(180, wave, 1, 0.2));
        put(bars, "SPY", days, scaled(spx / 10, wave, 1, 0));
        put(bars, "VIX", days, scaled(vix, wave, -4, 0));
        put(bars, "VIX3M", days, scaled(vix3m, wave, -2.5, 0));
        put(bars, "VVIX", days, scaled(vvix, wave, -1.5, 0));
        put(bars, "VIX9D", days, scaled(vix * 0.97, wave, -5, 0));
        names.forEach((symbol, name) -> put(bars, symbol, days, scaled(name.spot(), wave, name.beta(), 1)));
        return bars;
    }

    private static double[] scaled(double last, double[] wave, double beta, double noise) {
        double[] closes = new double[wave.length];
        for (int i = 0; i < closes.length; i++) {
            int back = wave.length - 1 - i;
            double own = noise * 0.008 * (Math.sin(back * 1.9 + last) + Math.sin(back * 3.1 + last));
            closes[i] = last * Math.exp(beta * (wave[i] - wave[wave.length - 1]) + own
                    - noise * 0.008 * 2 * Math.sin(last));
        }
        return closes;
    }

    private void put(SortedMap<InstrumentKey, DailyBars> bars, String symbol, List<LocalDate> days, double[] closes) {
        if (withoutBars.contains(symbol)) {
            return;
        }
        double[] used = closes.clone();
        double[] override = history.get(symbol);
        for (int i = 0; override != null && i < override.length; i++) {
            used[used.length - override.length + i] = override[i];
        }
        var list = new ArrayList<DailyBars.Bar>();
        for (int i = 0; i < used.length; i++) {
            double open = i == 0 ? used[i] : used[i - 1];
            list.add(new DailyBars.Bar(days.get(i), open, Math.max(open, used[i]), Math.min(open, used[i]), used[i]));
        }
        bars.put(InstrumentKey.of(symbol), new DailyBars(InstrumentKey.of(symbol), list));
    }
}
