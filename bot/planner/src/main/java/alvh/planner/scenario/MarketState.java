package alvh.planner.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.VixCurve;

/**
 * Today's market as the model sees it: levels, the VIX curve, forward and smile of each quoted expiry, each name's spot.
 * What could not be read is NaN or absent, and named in {@code faults}.
 *
 * @param asOf the time at which everything is valued
 * @param rate continuous, ACT/365
 * @param spx index level in points, NaN when unknown; like {@code vix} and {@code vvix}
 * @param vixCurve null when no monthly is known
 * @param parity what call, put and underlying say of each other
 * @param faults by subject: a symbol or an {@link ExpiryId} as text
 */
public record MarketState(Instant asOf, TradingCalendar calendar, double rate, double spx, double vix, double vvix,
        VixCurve vixCurve, SortedMap<ExpiryId, Surface> surfaces, SortedMap<String, NameState> names,
        SortedMap<String, MarketFault> faults, ParityReading parity) {

    /** How old a value may be, and whether delayed ones count. */
    public record QuotePolicy(Duration oldestQuote, Duration oldestLevel, boolean delayedAllowed) {

        public static final QuotePolicy PLANNING = new QuotePolicy(Duration.ofSeconds(120), Duration.ofSeconds(60),
                false);
    }

    public MarketState {
        surfaces = Collections.unmodifiableSortedMap(new TreeMap<>(surfaces));
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        faults = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
    }

    /** A market whose quotes nobody compared. */
    public MarketState(Instant asOf, TradingCalendar calendar, double rate, double spx, double vix, double vvix,
            VixCurve vixCurve, SortedMap<ExpiryId, Surface> surfaces, SortedMap<String, NameState> names,
            SortedMap<String, MarketFault> faults) {
        this(asOf, calendar, rate, spx, vix, vvix, vixCurve, surfaces, names, faults, ParityReading.NONE);
    }

    /** Reads a snapshot with planning's ages (quotes 120 s, levels 60 s before it was taken), live values only. */
    public static MarketState from(MarketSnapshot snapshot, TradingCalendar calendar, double rate) {
        return from(snapshot, calendar, rate, QuotePolicy.PLANNING);
    }

    public static MarketState from(MarketSnapshot snapshot, TradingCalendar calendar, double rate, QuotePolicy policy) {
        return from(snapshot, calendar, rate, policy, OwnFacts.NONE);
    }

    /** @param facts what the user's files say of single stocks */
    public static MarketState from(MarketSnapshot snapshot, TradingCalendar calendar, double rate, QuotePolicy policy,
            OwnFacts facts) {
        return new MarketReader(snapshot, calendar, rate, policy, facts).read();
    }

    /** The same market with betas and sectors of names, as the signals found them; a name not listed keeps its own. */
    public MarketState withBetas(Map<String, Double> betas, Map<String, String> sectors) {
        SortedMap<String, NameState> changed = new TreeMap<>(names);
        changed.replaceAll((symbol, name) -> name.withBeta(betas.getOrDefault(symbol, name.beta()),
                sectors.getOrDefault(symbol, name.sector())));
        return new MarketState(asOf, calendar, rate, spx, vix, vvix, vixCurve, surfaces, changed, faults,
                parity);
    }

    /** Level of SPX, XSP, VIX or VVIX, or a name's spot; NaN when unknown. */
    public double spot(String symbol) {
        return switch (symbol) {
            case "SPX" -> spx;
            case "XSP" -> spx / 10;
            case "VIX" -> vix;
            case "VVIX" -> vvix;
            default -> names.containsKey(symbol) ? names.get(symbol).spot() : Double.NaN;
        };
    }

    /**
     * Forward and smile for an option: of its own expiry where quoted, else by the defaults of methodology 5.4 (then the
     * smile's shape is DEFAULT, or the forward's source INTERPOLATED); null where not even these can be made.
     */
    public Surface surface(InstrumentKey option) {
        Surface quoted = surfaces.get(ExpiryId.of(option));
        return quoted != null ? quoted : new DefaultSurfaces(this).of(ExpiryId.of(option), option.underlying());
    }
}
