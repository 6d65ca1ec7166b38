package alvh.planner.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.ChainListing;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;
import alvh.planner.plan.Refusal;
import alvh.planner.pricing.Black76;
import alvh.planner.scenario.Surface;

/**
 * Put debit spreads of Acceleration (methodology 2.4): long the 0.25-delta put; short narrowest (10 XSP points), widest
 * that the layer's share pays for down to 0.10 delta, and one midway; each with max payoff at least 4.5 times its debit.
 */
public final class SpreadLines {
    static final double THETA = 0.45;
    static final double PHI = 0.50;
    private static final double LEAST_RATIO = 4.5;
    private final LinePricer pricer;
    private final Usd layerShare;
    private final Usd narrowestLimit;

    public SpreadLines(LinePricer pricer, Usd capTotal) {
        this(pricer, capTotal.share(BigDecimal.valueOf(THETA)),
                capTotal.share(BigDecimal.valueOf(Math.max(PHI, THETA))));
    }

    private SpreadLines(LinePricer pricer, Usd layerShare, Usd narrowestLimit) {
        this.pricer = pricer;
        this.layerShare = layerShare;
        this.narrowestLimit = narrowestLimit;
    }

    /** XSP while one SPX spread would take more than half of the layer's share, else SPX. */
    public List<Candidate> buys() {
        List<Candidate> large = ofClass("SPXW", 100_000);
        Optional<Usd> one = large.stream().map(c -> c.line().worstCase()).min(Comparator.naturalOrder());
        if (one.isPresent() && fits(one.get())) {
            return large;
        }
        one.ifPresent(cost -> pricer.refuse(Refusal.Code.LAYER_CAP, "SPX spread", "one costs " + cost.text()
                + ", more than half of the layer's share " + layerShare.text() + ": XSP instead"));
        return ofClass("XSP", 10_000);
    }

    /** One SPX spread at this worst case may stand in the layer: at most half of its share. */
    public boolean fits(Candidate one) {
        return fits(one.line().worstCase());
    }

    private boolean fits(Usd one) {
        return one.compareTo(layerShare.part(1, 2)) <= 0;
    }

    /** The narrowest spread of a class, whatever it costs: 10 points of XSP, 100 of SPXW. */
    public static Optional<Candidate> narrowest(LinePricer quiet, String tradingClass) {
        var alone = new SpreadLines(quiet, Usd.ZERO, Usd.ZERO);
        return alone.strikes(tradingClass, tradingClass.equals("XSP") ? 10_000 : 100_000)
                .filter(strikes -> !strikes.lower().isEmpty())
                .flatMap(s -> alone.line(s.listing(), s.surface(), s.top(), s.lower().get(0)));
    }

    /** The long strike of a class's window and the short ones below it, narrowest first. */
    private record Strikes(ChainListing listing, Surface surface, long top, List<Long> lower) {}

    private List<Candidate> ofClass(String tradingClass, long narrowMilli) {
        return strikes(tradingClass, narrowMilli).map(s -> widths(s.listing(), s.surface(), s.top(), s.lower()))
                .orElse(List.of());
    }

    private Optional<Strikes> strikes(String tradingClass, long narrowMilli) {
        Picture picture = pricer.picture();
        Optional<ChainListing> listing = CallLines.Listings.nearest(picture, tradingClass, LayerProfile.SPREAD);
        if (listing.isEmpty()) {
            return Optional.empty();
        }
        InstrumentKey any = key(listing.get(), listing.get().strikesMilli().get(0));
        Surface surface = pricer.model().surface(any);
        if (surface == null || !(pricer.model().level(any) > 0)) {
            pricer.refuse(pricer.model().missing(any, tradingClass + " spread"));
            return Optional.empty();
        }
        List<Long> quoted = listing.get().strikesMilli().stream()
                .filter(k -> picture.market().quotes().containsKey(key(listing.get(), k))).toList();
        Optional<Long> top = nearest(quoted, surface, LayerProfile.SPREAD.delta());
        Optional<Long> bottom = nearest(quoted, surface, LayerProfile.SHORT);
        if (top.isEmpty() || bottom.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Strikes(listing.get(), surface, top.get(),
                lowerStrikes(quoted, top.get(), bottom.get(), narrowMilli)));
    }

    /** Short strikes from the narrowest spread down to 0.10 delta. */
    private static List<Long> lowerStrikes(List<Long> quoted, long top, long bottom, long narrowMilli) {
        return quoted.stream().filter(k -> k <= top - narrowMilli && (k >= bottom || k == top - narrowMilli))
                .sorted(Comparator.reverseOrder()).toList();
    }

    private List<Candidate> widths(ChainListing listing, Surface surface, long top, List<Long> lower) {
        if (lower.isEmpty()) {
            return List.of();
        }
        Optional<Candidate> narrowest = line(listing, surface, top, lower.get(0));
        if (narrowest.isEmpty()) {
            return List.of();
        }
        if (narrowest.get().line().worstCase().compareTo(narrowestLimit) > 0) {
            pricer.refuse(Refusal.Code.NO_LINE_FITS, narrowest.get().words(),
                    "the narrowest costs " + narrowest.get().line().worstCase().text() + ", more than "
                            + narrowestLimit.text());
            return List.of();
        }
        var lines = new ArrayList<Candidate>(List.of(narrowest.get()));
        long widest = lower.get(0);
        // Widths too dear on the way to the widest affordable one are not worth a refusal each.
        var quietly = new SpreadLines(pricer.quietly(), layerShare, narrowestLimit);
        for (int i = lower.size() - 1; i > 0; i--) {
            Optional<Candidate> wide = quietly.line(listing, surface, top, lower.get(i));
            if (wide.isPresent() && wide.get().line().worstCase().compareTo(layerShare) <= 0) {
                lines.add(wide.get());
                widest = lower.get(i);
                break;
            }
        }
        midway(lower, lower.get(0), widest).flatMap(k -> line(listing, surface, top, k)).ifPresent(lines::add);
        return lines;
    }

    private static Optional<Long> midway(List<Long> lower, long narrow, long wide) {
        double middle = (narrow + wide) / 2.0;
        return lower.stream().filter(k -> k < narrow && k > wide)
                .min(Comparator.comparingDouble((Long k) -> Math.abs(k - middle)).thenComparing(k -> k));
    }

    private Optional<Candidate> line(ChainListing listing, Surface surface, long top, long bottom) {
        List<LotLeg> legs = List.of(new LotLeg(key(listing, top), 1, Side.BUY),
                new LotLeg(key(listing, bottom), 1, Side.SELL));
        Optional<Candidate> line = pricer.buy(LayerId.ACCELERATION, legs, surface.dte(), String.format(Locale.ROOT,
                "delta %s/%s", Words.delta(delta(surface, top)), Words.delta(delta(surface, bottom))));
        if (line.isPresent() && ratio(line.get()) < LEAST_RATIO) {
            pricer.refuse(Refusal.Code.NO_LINE_FITS, line.get().words(), String.format(Locale.ROOT,
                    "pays at most %.1f times its debit, at least 4.5 are asked", ratio(line.get())));
            return Optional.empty();
        }
        return line;
    }

    private static double ratio(Candidate line) {
        return LinePricer.width(line.buys()) * LinePricer.MULTIPLIER / line.line().expectedFill();
    }

    /** The strike nearest to a delta; of two as near, the lower. */
    private static Optional<Long> nearest(List<Long> strikes, Surface surface, double delta) {
        Long nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Long strike : strikes) {
            double away = Math.rint(Math.abs(Math.abs(delta(surface, strike)) - delta) * 1e9);
            if (away < least) {
                least = away;
                nearest = strike;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static double delta(Surface surface, long strikeMilli) {
        double strike = strikeMilli / 1000.0;
        return Black76.deltaForward(surface.forward(), strike, surface.years(), surface.vol(strike), Right.PUT);
    }

    private static InstrumentKey key(ChainListing listing, long strikeMilli) {
        return InstrumentKey.option(listing.tradingClass(), listing.settlement(), Right.PUT, strikeMilli);
    }
}
