package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Picture;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.MarketReport;
import alvh.planner.plan.Past;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.scenario.ExpiryId;
import alvh.planner.scenario.Surface;

/** The snapshot of the surfaces that a plan used, each against the last one that was stored (methodology S08). */
final class SurfaceLines {
    private SurfaceLines() {}

    /** All quoted expiries, and those of {@code legs} that stand on defaults. */
    static List<MarketReport.SurfaceLine> of(Picture picture, List<LotLeg> legs, Past past) {
        SortedMap<ExpiryId, Surface> used = new TreeMap<>(picture.state().surfaces());
        for (LotLeg leg : legs) {
            InstrumentKey key = leg.key();
            if (key.isOption() && !used.containsKey(ExpiryId.of(key))) {
                Surface surface = picture.state().surface(key);
                if (surface != null) {
                    used.put(ExpiryId.of(key), surface);
                }
            }
        }
        var lines = new ArrayList<MarketReport.SurfaceLine>();
        used.forEach((expiry, surface) -> lines.add(line(picture, expiry, surface, past)));
        return lines;
    }

    private static MarketReport.SurfaceLine line(Picture picture, ExpiryId expiry, Surface surface, Past past) {
        double atm = surface.smile().vol(0);
        double slope = surface.smile().slopePerMonth(surface.years());
        double curvature = surface.smile().curvaturePerMonth(surface.years());
        return new MarketReport.SurfaceLine(picture.state().asOf(), expiry.tradingClass(), expiry.settlement(),
                surface.dte(), surface.forward(), surface.source(), atm, slope, curvature, surface.smile().points(),
                surface.smile().shape(), fallback(expiry, surface),
                change(picture, expiry, surface.forward(), atm, slope, curvature, past));
    }

    private static MarketReport.Change change(Picture picture, ExpiryId expiry, double forward, double atm,
            double slope, double curvature, Past past) {
        MarketReport.Change change = null;
        for (Past.SurfaceEntry old : past.surfaces()) {
            if (old.root().equals(expiry.tradingClass()) && old.expiry().equals(expiry.settlement())
                    && old.at().isBefore(picture.state().asOf())) {
                change = new MarketReport.Change(old.at(), forward - old.forward(), atm - old.atm(),
                        slope - old.slope(), curvature - old.curvature());
            }
        }
        return change;
    }

    /** What stands in for a parabola through at least five quotes (5.4), and for a forward of its own (5.1). */
    static String fallback(ExpiryId expiry, Surface surface) {
        int points = surface.smile().points();
        String smile = switch (surface.smile().shape()) {
            case QUADRATIC -> "";
            case LINEAR -> "linear through " + points + " quotes, five are wanted";
            case FLAT -> "flat at the one quote";
            case SLOPED -> "one quote, with the usual slope of a name";
            case DEFAULT -> "no quotes: the default smile of " + defaultOf(expiry.tradingClass());
        };
        String forward = surface.source() == ForwardSource.INTERPOLATED ? "forward interpolated (F_interp)" : "";
        return smile.isEmpty() || forward.isEmpty() ? smile + forward : smile + "; " + forward;
    }

    private static String defaultOf(String tradingClass) {
        return switch (tradingClass) {
            case "VIX", "VIXW" -> "VIX options, from VVIX";
            case "SPX", "SPXW", "XSP" -> "SPX, from VIX";
            default -> "a name, from a neighbouring expiry or what it realised";
        };
    }

    /** The sentence for people. */
    static String words(MarketReport.SurfaceLine line) {
        var text = new StringBuilder(String.format(Locale.ROOT,
                "%s %s: forward %.2f (%s), volatility %.1f %% at the money, slope %+.2f, curvature %+.2f, %d %s",
                line.root(), line.expiry(), line.forward(), line.forwardSource(), 100 * line.atm(),
                hundredths(line.slope()),
                hundredths(line.curvature()), line.points(), line.points() == 1 ? "quote" : "quotes"));
        if (!line.fallback().isEmpty()) {
            text.append("; ").append(line.fallback());
        }
        if (line.change() != null) {
            text.append(String.format(Locale.ROOT, "; since %s forward %+.2f, volatility %+.1f points",
                    line.change().since().toString().substring(0, 10), line.change().forward(),
                    100 * line.change().atm()));
        }
        return text.toString();
    }

    /** As it is printed, so that a small negative number is no -0.00. */
    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100 + 0.0;
    }
}
