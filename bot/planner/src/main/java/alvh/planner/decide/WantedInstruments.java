package alvh.planner.decide;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.line.LayerProfile;
import alvh.planner.line.SpreadStrikes;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.ChainListing;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Right;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.pricing.Smile;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Which instruments are worth a market-data line. Strikes are narrowed with the default volatilities of methodology 5.4
 * before a line is spent; the true smile then chooses among them.
 */
public final class WantedInstruments {
    /** A fetch goes in waves of the connection's lines (80 by default), so this bounds its time. */
    static final int LIMIT = 160;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final int FUTURES = 10;
    private static final int PARITY_PAIRS = 3;
    /** Strikes beside a held one, on the side of the money and beyond: with its own at least the five of a parabola. */
    private static final int TOWARDS = 4;
    private static final int AWAY = 2;
    private static final int MOST_SMILES = 20;

    private final MarketSnapshot market;
    private final HedgeSettings settings;
    private final LocalDate today;
    private final Set<InstrumentKey> keys = new LinkedHashSet<>();
    /** What tests quotes and compares costs (F20, S50), after everything that a plan needs. */
    private final Set<InstrumentKey> comparisons = new LinkedHashSet<>();

    private WantedInstruments(MarketSnapshot market, HedgeSettings settings) {
        this.market = market;
        this.settings = settings;
        this.today = market.asOf().atZone(NEW_YORK).toLocalDate();
    }

    public static List<InstrumentKey> of(AccountSnapshot account, Ledger ledger, MarketSnapshot market,
            HedgeSettings settings) {
        var wanted = new WantedInstruments(market, settings);
        wanted.held(ledger);
        wanted.book(account);
        wanted.heldSmiles(ledger);
        if (settings.preset() != HedgeSettings.Preset.OFF) {
            wanted.layers();
        }
        return wanted.keys.stream().limit(LIMIT).toList();
    }

    private void held(Ledger ledger) {
        keys.addAll(legs(ledger));
    }

    private static List<InstrumentKey> legs(Ledger ledger) {
        return ledger.lots().values().stream().filter(lot -> lot.owner() == Owner.HEDGE && lot.open())
                .flatMap(lot -> lot.legs().stream()).map(Lot.LotLeg::key).sorted().toList();
    }

    /**
     * Out-of-the-money strikes round those that are held, more of them towards the money, where quotes are better: a lot
     * whose expiry no layer buys any more would else be priced on the one quote of its own strike.
     */
    private void heldSmiles(Ledger ledger) {
        List<InstrumentKey> legs = legs(ledger).stream().filter(InstrumentKey::isOption).toList();
        if (legs.stream().anyMatch(leg -> leg.underlying().equals("VIX"))) {
            futures();
        }
        var smiles = new LinkedHashSet<InstrumentKey>();
        for (InstrumentKey leg : legs) {
            listings(leg.root()).stream().filter(l -> l.settlement().equals(leg.settlementDate())).findFirst()
                    .ifPresent(listing -> smiles.addAll(round(listing, leg.strikeMilli())));
        }
        smiles.stream().filter(key -> !keys.contains(key)).limit(MOST_SMILES).toList().forEach(keys::add);
    }

    private List<InstrumentKey> round(ChainListing listing, long strikeMilli) {
        double forward = switch (listing.tradingClass()) {
            case "VIX", "VIXW" -> roughForward(listing);
            case "XSP" -> xsp();
            default -> market.level("SPX").last();
        };
        if (!(forward > 0) || listing.strikesMilli().isEmpty()) {
            return List.of();
        }
        boolean above = strikeMilli >= forward * 1000;
        return around(listing, strikeMilli / 1000.0, above ? TOWARDS : AWAY, above ? AWAY : TOWARDS).stream()
                .map(k -> key(listing, k >= forward * 1000 ? Right.CALL : Right.PUT, k)).toList();
    }

    private double xsp() {
        return market.level("XSP").known() ? market.level("XSP").last() : market.level("SPX").last() / 10;
    }

    private void futures() {
        listings("VIX").stream().limit(FUTURES)
                .forEach(listing -> keys.add(InstrumentKey.future("VX", listing.settlement())));
    }

    private void book(AccountSnapshot account) {
        List<InstrumentKey> legs = account.positions().stream().filter(p -> p.quantity() != 0)
                .map(AccountSnapshot.Position::key).sorted().toList();
        keys.addAll(legs);
        legs.stream().map(key -> InstrumentKey.of(key.underlying()))
                .filter(key -> !InstrumentKey.INDICES.contains(key.text())).sorted().forEach(keys::add);
    }

    private void layers() {
        futures();
        calls(LayerProfile.calls(LayerId.BASE, settings.preset()));
        if (settings.preset() == HedgeSettings.Preset.DEFAULT) {
            puts("XSP", xsp());
        }
        if (settings.preset() != HedgeSettings.Preset.VXTH) {
            calls(LayerProfile.calls(LayerId.CONTINGENCY, settings.preset()));
            calls(LayerProfile.calls(LayerId.ACCELERATION, settings.preset()));
        }
        if (settings.preset() == HedgeSettings.Preset.DEFAULT) {
            puts("SPXW", market.level("SPX").last());
        }
        keys.addAll(comparisons);
    }

    private List<ChainListing> listings(String tradingClass) {
        return market.listings().stream().filter(l -> l.tradingClass().equals(tradingClass))
                .filter(l -> l.settlement().isAfter(today)).sorted(Comparator.comparing(ChainListing::settlement))
                .toList();
    }

    private Optional<ChainListing> expiry(String tradingClass, LayerProfile profile) {
        return listings(tradingClass).stream().filter(l -> profile.contains(days(l)) && !l.strikesMilli().isEmpty())
                .min(Comparator.comparingLong((ChainListing l) -> Math.abs(days(l) - profile.nearestDays()))
                        .thenComparing(ChainListing::settlement));
    }

    private long days(ChainListing listing) {
        return ChronoUnit.DAYS.between(today, listing.settlement());
    }

    private void calls(LayerProfile profile) {
        expiry("VIX", profile).or(() -> expiry("VIXW", profile)).ifPresent(listing -> {
            double forward = roughForward(listing);
            if (!(forward > 0)) {
                return;
            }
            double target = strike(forward, days(listing), profile.delta());
            around(listing, target, 4, 6).forEach(k -> add(listing, Right.CALL, k));
            pairs(listing, forward);
            around(listing, target, 0, 2).forEach(k -> comparisons.add(key(listing, Right.PUT, k)));
        });
    }

    /** Strikes from the long target down past the short one, at most a dozen, evenly thinned. */
    private void puts(String tradingClass, double level) {
        if (!(level > 0)) {
            return;
        }
        expiry(tradingClass, LayerProfile.SPREAD).ifPresent(listing -> {
            double years = days(listing) / 365.0;
            double vol = market.level("VIX").known() ? market.level("VIX").last() / 100 : 0.20;
            double high = level * Math.exp(NORMAL.inverseCumulativeProbability(0.32) * vol * Math.sqrt(years));
            double low = level * Math.exp(NORMAL.inverseCumulativeProbability(0.055) * 1.6 * vol * Math.sqrt(years));
            List<Long> inside = listing.strikesMilli().stream().filter(k -> k >= low * 1000 && k <= high * 1000)
                    .toList();
            List<Long> thin = SpreadStrikes.thin(inside, 24);
            thin.forEach(k -> add(listing, Right.PUT, k));
            pairs(listing, level);
            // With the pairs at the money these make the boxes that show the rate.
            thin.stream().sorted().limit(PARITY_PAIRS).forEach(k -> comparisons.add(key(listing, Right.CALL, k)));
        });
    }

    /**
     * The VIX forward before futures are quoted: the future itself where it is, else from VIX at zero days through VIX3M
     * at 93, and beyond that by half of the slope.
     */
    private double roughForward(ChainListing listing) {
        double quoted = market.quote(InstrumentKey.future("VX", listing.settlement())).mid();
        if (quoted > 0) {
            return quoted;
        }
        double spot = market.level("VIX").last();
        double months = days(listing) / 93.0;
        double slope = market.level("VIX3M").known() ? market.level("VIX3M").last() - spot : 0;
        return spot + slope * (Math.min(1, months) + 0.5 * Math.max(0, months - 1));
    }

    /** The strike of a forward delta under the default smile of methodology 5.4, by fixed-point steps. */
    private double strike(double forward, long days, double delta) {
        double vvix = market.level("VVIX").known() ? market.level("VVIX").last() : 100;
        Smile smile = Smile.vixDefault(days, vvix);
        double root = Math.sqrt(days / 365.0);
        double strike = forward;
        for (int i = 0; i < 8; i++) {
            double total = smile.vol(forward, strike) * root;
            strike = forward
                    * Math.exp(NORMAL.inverseCumulativeProbability(1 - delta) * total + 0.5 * total * total);
        }
        return strike;
    }

    private void pairs(ChainListing listing, double forward) {
        for (long strike : nearest(listing, forward, PARITY_PAIRS)) {
            add(listing, Right.CALL, strike);
            add(listing, Right.PUT, strike);
        }
    }

    private void add(ChainListing listing, Right right, long strikeMilli) {
        keys.add(key(listing, right, strikeMilli));
    }

    private static InstrumentKey key(ChainListing listing, Right right, long strikeMilli) {
        return InstrumentKey.option(listing.tradingClass(), listing.settlement(), right, strikeMilli);
    }

    private static List<Long> nearest(ChainListing listing, double level, int count) {
        return listing.strikesMilli().stream()
                .sorted(Comparator.comparingDouble((Long k) -> Math.abs(k / 1000.0 - level)).thenComparing(k -> k))
                .limit(count).sorted().toList();
    }

    private static List<Long> around(ChainListing listing, double strike, int below, int above) {
        List<Long> strikes = listing.strikesMilli();
        List<Long> nearest = nearest(listing, strike, 1);
        int at = strikes.indexOf(nearest.get(0));
        return new ArrayList<>(
                strikes.subList(Math.max(0, at - below), Math.min(strikes.size(), at + above + 1)));
    }
}
