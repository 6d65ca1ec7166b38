package alvh.planner.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.ChainListing;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
import alvh.planner.market.Side;
import alvh.planner.plan.Refusal;
import alvh.planner.pricing.Black76;
import alvh.planner.scenario.Surface;

/**
 * VIX calls of a layer's window (methodology 2.3, 2.5, and the substitute of 2.4): the expiry nearest to the target, the
 * strike nearest to the target delta by the forward and the fitted smile, and the two strikes above it (S15).
 */
public final class CallLines {
    private static final int STAGGER = 2;
    private final LinePricer pricer;
    private final LayerProfile profile;
    private final Optional<ChainListing> listing;
    private final Surface surface;

    private CallLines(LinePricer pricer, LayerProfile profile, Optional<ChainListing> listing, Surface surface) {
        this.pricer = pricer;
        this.profile = profile;
        this.listing = listing;
        this.surface = surface;
    }

    public static CallLines of(LinePricer pricer, LayerProfile profile) {
        Picture picture = pricer.picture();
        Optional<ChainListing> listing = Listings.nearest(picture, "VIX", profile)
                .or(() -> Listings.nearest(picture, "VIXW", profile));
        Surface surface = listing.map(l -> pricer.model().surface(key(l, l.strikesMilli().get(0)))).orElse(null);
        return new CallLines(pricer, profile, listing, surface);
    }

    /** The forward of the expiry that would be bought, NaN when unknown. */
    double forward() {
        return surface == null ? Double.NaN : surface.forward();
    }

    /** There is no chain in the window, or nothing to price it by: methodology 2.7's deadlock is about this. */
    boolean noChain() {
        return surface == null;
    }

    /** The lines a layer may buy, target strike first; refusals say what is missing. */
    public List<Candidate> buys() {
        var lines = new ArrayList<Candidate>();
        for (long strike : strikes(Long.MIN_VALUE, STAGGER + 1)) {
            pricer.buy(profile.layer(), legs(strike), surface.dte(), delta(strike)).ifPresent(lines::add);
        }
        return lines;
    }

    /** Rolls of a held call: the same delta rule, the target strike lowered by at most two points. */
    List<Candidate> rolls(HeldPool pool) {
        InstrumentKey old = pool.legs().get(0).key();
        var lines = new ArrayList<Candidate>();
        for (long strike : strikes(old.strikeMilli() - 2_000, STAGGER + 1)) {
            if (!key(strike).equals(old)) {
                pricer.rollInOneOrder(pool, legs(strike), surface.dte(), delta(strike)).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private List<Long> strikes(long lowest, int count) {
        String subject = profile.layer().word();
        if (listing.isEmpty()) {
            pricer.refuse(Refusal.Code.NO_CANDIDATE, subject, "no VIX expiry is listed " + profile.fromDays() + " to "
                    + profile.toDays() + " days out");
            return List.of();
        }
        if (surface == null) {
            pricer.refuse(pricer.model().missing(key(listing.get().strikesMilli().get(0)), subject));
            return List.of();
        }
        // Only strikes that were asked for: the data lines are spent on those near the target.
        List<Long> asked = listing.get().strikesMilli().stream().filter(k -> k >= lowest)
                .filter(k -> pricer.picture().market().quotes().containsKey(key(k))).toList();
        List<Long> allowed = asked.isEmpty()
                ? listing.get().strikesMilli().stream().filter(k -> k >= lowest).toList()
                : asked;
        Optional<Long> target = allowed.stream().min(Comparator
                .comparingDouble((Long k) -> Math.rint(Math.abs(deltaOf(k) - profile.delta()) * 1e9))
                .thenComparing(Comparator.naturalOrder()));
        if (target.isEmpty()) {
            return List.of();
        }
        int at = allowed.indexOf(target.get());
        return allowed.subList(at, Math.min(allowed.size(), at + count));
    }

    private double deltaOf(long strikeMilli) {
        double strike = strikeMilli / 1000.0;
        return Black76.deltaForward(surface.forward(), strike, surface.years(), surface.vol(strike), Right.CALL);
    }

    private String delta(long strikeMilli) {
        return String.format(Locale.ROOT, "delta %s", Words.delta(deltaOf(strikeMilli)));
    }

    private InstrumentKey key(long strikeMilli) {
        return key(listing.orElseThrow(), strikeMilli);
    }

    private static InstrumentKey key(ChainListing listing, long strikeMilli) {
        return InstrumentKey.option(listing.tradingClass(), listing.settlement(), Right.CALL, strikeMilli);
    }

    private List<LotLeg> legs(long strikeMilli) {
        return List.of(new LotLeg(key(strikeMilli), 1, Side.BUY));
    }

    /** Listings of a class inside a window. */
    static final class Listings {
        private Listings() {}

        static Optional<ChainListing> nearest(Picture picture, String tradingClass, LayerProfile profile) {
            return picture.market().listings().stream()
                    .filter(l -> l.tradingClass().equals(tradingClass) && !l.strikesMilli().isEmpty())
                    .filter(l -> profile.contains(days(picture, l)))
                    .min(Comparator
                            .comparingLong((ChainListing l) -> Math.abs(days(picture, l) - profile.nearestDays()))
                            .thenComparing(ChainListing::settlement));
        }

        private static long days(Picture picture, ChainListing listing) {
            return Settlement.dte(picture.market().asOf(), listing.settlement());
        }
    }
}
