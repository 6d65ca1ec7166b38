package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.planner.decide.Findings;
import alvh.planner.decide.RatioShift;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Candidate;
import alvh.planner.line.HeldPool;
import alvh.planner.line.LinePricer;
import alvh.planner.line.PackageQuote;
import alvh.planner.line.Picture;
import alvh.planner.line.Valued;
import alvh.planner.plan.Conduct.Shift;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.pricing.Black76;
import alvh.planner.scenario.Surface;

/**
 * The cost line of each shift of a plan (methodology 2.6 rule 5, 3.6): a forward roll, an extension that harvested gains pay
 * for, and an add that moves dollars towards 40/40/20.
 */
final class Shifts {
    private static final double SLIPPAGE = 0.35;
    private final Findings found;
    private final RatioShift ratio;
    private final List<Shift> shifts = new ArrayList<>();

    private Shifts(Findings found) {
        this.found = found;
        this.ratio = RatioShift.of(found.input(), found.assessment());
    }

    /** In the order of the plan's steps. */
    static List<Shift> of(Findings found) {
        var build = new Shifts(found);
        for (Map.Entry<Candidate, Integer> line : found.taken().entrySet()) {
            Candidate candidate = line.getKey();
            if (candidate.isRoll()) {
                build.add(Shift.Kind.FORWARD, candidate, line.getValue());
            } else if (candidate.fund() != null) {
                build.add(Shift.Kind.EXTENSION, candidate, line.getValue());
            } else if (build.ratio.under(candidate.layer())) {
                build.add(Shift.Kind.RATIO, candidate, line.getValue());
            }
        }
        return build.shifts.stream().sorted(java.util.Comparator.comparingInt(Shift::step)).toList();
    }

    private void add(Shift.Kind kind, Candidate candidate, int units) {
        HeldPool old = candidate.rolled();
        Picture picture = found.picture();
        Valued bought = Valued.of(candidate.buys(), picture);
        PackageQuote quote = PackageQuote.of(candidate.buys(), picture);
        double mid = quote.mid() - (old == null ? 0 : old.quote().mid());
        double forward = delta(candidate.buys(), picture)
                * (forward(candidate.buys(), picture) - (old == null ? Double.NaN : forward(old.legs(), picture)));
        double half = quote.half() + (old == null ? 0 : old.quote().half());
        double brings = old == null ? 0 : old.quote().mid() - SLIPPAGE * old.quote().half();
        double scale = (double) units * LinePricer.MULTIPLIER;
        double cost = cents(units * candidate.line().expectedFill());
        double decay = old == null ? 0 : cents(units * old.unitCost().toDouble() - scale * brings);
        double avoided = cents(units * candidate.line().greeks()[2]);
        double deltaBefore = old == null ? 0 : units * old.valued().stressDelta();
        double vegaBefore = old == null ? 0 : units * old.valued().vega();
        var shift = new Shift(kind, candidate.layer(), step(candidate), candidate.words(), cost, decay,
                cents(scale * forward), cents(scale * (mid - forward)), cents(scale * SLIPPAGE * half), avoided,
                cents(deltaBefore), cents(units * bought.stressDelta()), cents(vegaBefore),
                cents(units * bought.vega()),
                "");
        shifts.add(shift.saying(sentence(shift, units)));
    }

    private int step(Candidate candidate) {
        return found.orders().stream()
                .filter(o -> o.layer() == candidate.layer() && o.worstCase().isPositive()
                        && o.legs().containsAll(candidate.buys()) && (candidate.rolled() == null
                                || o.effect() == alvh.planner.ledger.BookedEvent.Effect.ROLL || o.dependsOn() > 0))
                .mapToInt(PlannedOrder::step).findFirst().orElse(0);
    }

    /** Forward of the package's own expiry, in points; NaN when unknown. */
    private static double forward(List<LotLeg> legs, Picture picture) {
        Surface surface = picture.state().surface(legs.get(0).key());
        return surface == null ? Double.NaN : surface.forward();
    }

    /** Forward delta of a package: of a call, or of a spread's legs together. */
    private static double delta(List<LotLeg> legs, Picture picture) {
        double delta = 0;
        for (LotLeg leg : legs) {
            Surface surface = picture.state().surface(leg.key());
            delta += surface == null
                    ? Double.NaN
                    : leg.side().sign() * Black76.deltaForward(surface.forward(), leg.key().strike(), surface.years(),
                            surface.vol(leg.key().strike()), leg.key().right());
        }
        return delta;
    }

    private static double cents(double dollars) {
        return Math.rint(dollars * 100) / 100;
    }

    private String sentence(Shift shift, int units) {
        String greeks = String.format(Locale.ROOT, "delta %s to %s a percent of SPX, vega %s to %s a VIX point",
                usd(shift.deltaBefore()), usd(shift.deltaAfter()), usd(shift.vegaBefore()), usd(shift.vegaAfter()));
        return switch (shift.what()) {
            case FORWARD ->
                String.format(Locale.ROOT, "forward shift, step %d, %d x %s: costs %s = forward difference %s + "
                        + "strike, time and volatility %s + slippage %s + fees; decay paid %s stays charged, decay avoided %s a "
                        + "day; %s", shift.step(), units, shift.words(), usd(shift.cost()),
                        usd(shift.forwardDifference()),
                        usd(shift.volTerm()), usd(shift.slippage()), usd(shift.decayPaid()), usd(shift.decayAvoided()),
                        greeks);
            case EXTENSION -> String.format(Locale.ROOT,
                    "harvest shift, step %d, %d x %s: %s of harvested gains, slippage %s "
                            + "in it, %s a day of new decay; %s",
                    shift.step(), units, shift.words(), usd(shift.cost()),
                    usd(shift.slippage()), usd(-shift.decayAvoided()), greeks);
            case RATIO -> String.format(Locale.ROOT,
                    "ratio shift, step %d, %d x %s: %s towards 40/40/20 (%s), slippage %s in "
                            + "it; %s",
                    shift.step(), units, shift.words(), usd(shift.cost()), ratio.words(shift.layer()),
                    usd(shift.slippage()), greeks);
        };
    }

    private static String usd(double dollars) {
        return Double.isNaN(dollars)
                ? "unknown"
                : (dollars < 0 ? "-" : "") + String.format(Locale.ROOT, "$%.2f", Math.abs(dollars));
    }
}
