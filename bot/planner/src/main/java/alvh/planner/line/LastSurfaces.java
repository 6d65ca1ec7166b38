package alvh.planner.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.Past;
import alvh.planner.plan.Refusal;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Forward;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.pricing.Smile;
import alvh.planner.scenario.ExpiryId;
import alvh.planner.scenario.Surface;

/**
 * Methodology 4.5 and S08: what may still be bought when VVIX, the curve or SPX is missing and nothing can be shocked. An
 * expiry counts only while its last good surface is younger than a session; its forward is today's, by the same-date future
 * or by parity, and its smile today's fit, or else the stored one. Anything missing of that is a refusal.
 */
final class LastSurfaces implements LineModel {
    /** Stored smiles carry no last good strike; beyond this k = ln(K/F)/sqrt(T/30 days) they are held flat. */
    private static final double WIDEST = 0.5;
    private static final double MONTH_YEARS = 30.0 / 365;
    private static final double LEAST_VOL = 0.01;
    private final Picture picture;
    private final Map<ExpiryId, Past.SurfaceEntry> last = new TreeMap<>();
    private final Instant oldest;

    private LastSurfaces(Picture picture, Past past) {
        this.picture = picture;
        this.oldest = aSessionAgo(picture.market().asOf(), picture.calendar());
        for (Past.SurfaceEntry entry : past.surfaces()) {
            boolean known = !entry.at().isAfter(picture.market().asOf()) && entry.atm() > 0;
            if (known) {
                last.merge(new ExpiryId(entry.root(), entry.expiry()), entry,
                        (a, b) -> b.at().isBefore(a.at()) ? a : b);
            }
        }
    }

    static LastSurfaces of(Picture picture, Past past) {
        return new LastSurfaces(picture, past);
    }

    /** The same time of day on the session before: a surface from then on is less than one session old after it. */
    private static Instant aSessionAgo(Instant asOf, TradingCalendar calendar) {
        ZonedDateTime now = asOf.atZone(TradingCalendar.NEW_YORK);
        LocalDate before = calendar.previous(now.toLocalDate());
        return now.with(before).toInstant();
    }

    private boolean young(Past.SurfaceEntry entry) {
        return entry != null && entry.at().isAfter(oldest);
    }

    /** Why no surface at all allows sizing without the model; empty when one of VIX is young enough. */
    Optional<Refusal> refusal() {
        if (last.values().stream().anyMatch(entry -> entry.root().startsWith("VIX") && young(entry))) {
            return Optional.empty();
        }
        Optional<Instant> youngest = last.values().stream().map(Past.SurfaceEntry::at).max(Instant::compareTo);
        return Optional.of(youngest.isPresent()
                ? new Refusal(Refusal.Code.SURFACE_OLD, "VIX", "no model today, and the last good VIX surface is not "
                        + "younger than a session (the last of any kind is of " + youngest.get()
                        + "): nothing is bought")
                : new Refusal(Refusal.Code.DATA_MISSING, "VIX", "no model today, and no earlier surface is known: "
                        + "nothing is bought"));
    }

    @Override
    public Surface surface(InstrumentKey option) {
        ExpiryId expiry = ExpiryId.of(option);
        Past.SurfaceEntry entry = last.get(expiry);
        double years = new Settlement(picture.calendar()).expiryYears(picture.market().asOf(), option);
        if (!young(entry) || !(years > 0)) {
            return null;
        }
        Surface today = picture.state().surfaces().get(expiry);
        if (today != null && today.source() != ForwardSource.INTERPOLATED) {
            return today;
        }
        return switch (forward(expiry, years)) {
            case Forward.Known(double points, ForwardSource source) -> new Surface(years,
                    Settlement.dte(picture.market().asOf(), expiry.settlement()), points, source,
                    smile(entry, years));
            case Forward.Unknown ignored -> null;
        };
    }

    private static Smile smile(Past.SurfaceEntry entry, double years) {
        return new Smile(StrictMath.sqrt(years / MONTH_YEARS), entry.atm(), entry.slope(), entry.slope(),
                entry.curvature(), -WIDEST, WIDEST, LEAST_VOL, Smile.Shape.QUADRATIC, 0);
    }

    private Forward forward(ExpiryId expiry, double years) {
        return LiveForward.of(picture, expiry, years);
    }

    @Override
    public Refusal missing(InstrumentKey option, String subject) {
        ExpiryId expiry = ExpiryId.of(option);
        Past.SurfaceEntry entry = last.get(expiry);
        if (entry == null) {
            return new Refusal(Refusal.Code.DATA_MISSING, subject, "no model today, and no earlier surface of " + expiry
                    + " is known");
        }
        return young(entry)
                ? new Refusal(Refusal.Code.DATA_MISSING, subject, "no model today, and no live forward of " + expiry
                        + ": neither the future of that date nor three pairs of options are quoted")
                : new Refusal(Refusal.Code.SURFACE_OLD, subject, "no model today, and the last surface of " + expiry
                        + " is of " + entry.at() + ", not younger than a session");
    }

    /** Value now by the surface; the scenario columns are zero. */
    @Override
    public Valued valued(List<LotLeg> legs) {
        double points = 0;
        for (LotLeg leg : legs) {
            Surface surface = surface(leg.key());
            if (surface == null) {
                return none(Double.NaN, missing(leg.key(), leg.key().toString()).because());
            }
            double strike = leg.key().strike();
            points += leg.side().sign() * leg.ratio() * Black76.price(surface.forward(), strike, surface.years(),
                    surface.vol(strike), picture.state().rate(), leg.key().right());
        }
        return none(points * LinePricer.MULTIPLIER,
                Double.isFinite(points) ? null : "the surface gives no finite value");
    }

    private Valued none(double today, String fault) {
        return new Valued(today, new double[picture.markets().size()], new double[picture.screen().size()], 0, 0, 0,
                fault);
    }

    @Override
    public double level(InstrumentKey option) {
        double spot = picture.state().spot(option.underlying());
        Surface surface = spot > 0 ? null : surface(option);
        return spot > 0 || surface == null ? spot : surface.forward();
    }

    /**
     * VVIX itself, or what today's own fit of the VIX expiry nearest to 30 days says of it: methodology 5.4's
     * s_ATM = 0.85 VVIX/100 (30/DTE)^0.20 read backwards.
     */
    @Override
    public double vvix() {
        double quoted = picture.state().vvix();
        if (quoted > 0) {
            return quoted;
        }
        double nearest = Double.POSITIVE_INFINITY;
        double implied = Double.NaN;
        for (Map.Entry<ExpiryId, Surface> known : picture.state().surfaces().entrySet()) {
            Surface surface = known.getValue();
            int days = Math.max(1, surface.dte());
            boolean fitted = surface.smile().shape() == Smile.Shape.QUADRATIC
                    || surface.smile().shape() == Smile.Shape.LINEAR;
            boolean counts = known.getKey().tradingClass().equals("VIX") && fitted
                    && surface.source() != ForwardSource.INTERPOLATED;
            if (counts && Math.abs(days - 30) < nearest) {
                nearest = Math.abs(days - 30);
                implied = 100 * surface.smile().vol(0) / (0.85 * StrictMath.pow(30.0 / days, 0.20));
            }
        }
        return implied;
    }

    @Override
    public boolean scenarios() {
        return false;
    }
}
