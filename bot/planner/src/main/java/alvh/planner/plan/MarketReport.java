package alvh.planner.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.pricing.ForwardSource;
import alvh.planner.pricing.Smile;

/**
 * What the option market says: surfaces and their change, parity and boxes, cheaper equivalents, replays (methodology S08,
 * F20, S50, 6.4).
 *
 * @param surfaces one line for each expiry that the plan used, in order of class and date
 * @param parity pairs whose quotes stand against each other, greatest edge first
 * @param boxes the rate that the widest boxes of an expiry imply
 * @param alternatives other ways to buy the same exposure, by layer
 * @param episodes replays R1-R4 and the user's own scenarios; unweighted, never in sizing
 * @param deltaGaps options whose delta the broker sees otherwise than we do
 * @param lines sentences for people, in order
 */
public record MarketReport(List<SurfaceLine> surfaces, List<Pair> parity, List<Box> boxes,
        List<Alternative> alternatives, List<Episode> episodes, List<DeltaGap> deltaGaps, List<String> lines) {

    public static final MarketReport NONE = new MarketReport(List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of());

    public MarketReport {
        surfaces = List.copyOf(surfaces);
        parity = List.copyOf(parity);
        boxes = List.copyOf(boxes);
        alternatives = List.copyOf(alternatives);
        episodes = List.copyOf(episodes);
        deltaGaps = List.copyOf(deltaGaps);
        lines = List.copyOf(lines);
    }

    /**
     * One expiry.
     *
     * @param forward points
     * @param atm volatility a year at the forward; {@code slope} and {@code curvature} per unit of ln(K/F)/sqrt(T/30 days)
     * @param points quotes that the smile was fitted to
     * @param fallback what stood in for a full fit, in words; "" for five quotes or more
     * @param change against the last stored surface of this expiry, or null when none is stored
     */
    public record SurfaceLine(Instant at, String root, LocalDate expiry, int dte, double forward,
            ForwardSource forwardSource, double atm, double slope, double curvature, int points, Smile.Shape shape,
            String fallback, Change change) {

        /** As the next plans will compare themselves with it. */
        public Past.SurfaceEntry entry() {
            return new Past.SurfaceEntry(at, root, expiry, forward, atm, slope, curvature);
        }
    }

    /** Today less then: forward in points, the others as in {@link SurfaceLine}. */
    public record Change(Instant since, double forward, double atm, double slope, double curvature) {}

    /**
     * Call and put of one strike against their underlying, in points per share, positive when the quotes would pay.
     *
     * @param against the underlying and its quote, in words
     * @param conversion sell call, buy put, buy the underlying; {@code reversal} the opposite, borrow fee inside
     * @param violation how far the touch prices lie outside the bounds of American options; 0 for European ones
     * @param rejected these quotes are not used
     */
    public record Pair(String root, LocalDate expiry, double strike, String against, double conversion,
            double reversal, double violation, boolean rejected) {

        public double edge() {
            return Math.max(conversion, reversal);
        }
    }

    /** @param implied continuous rate a year, NaN with fewer than six usable strikes; {@code configured} the setting's */
    public record Box(String root, LocalDate expiry, double implied, double configured) {}

    /**
     * The same exposure in another dress.
     *
     * @param chosen what the layer considers, {@code other} the alternative
     * @param chosenCost dollars for the exposure, slippage and fees inside; {@code otherCost} likewise
     * @param measure what both costs are measured on
     * @param because one sentence with the number that decides
     */
    public record Alternative(String layer, String chosen, double chosenCost, String other, double otherCost,
            String measure, String because) {}

    /** @param broker its model's delta, {@code ours} on the same-expiry forward; more than 0.10 apart */
    public record DeltaGap(String key, double broker, double ours) {}

    /**
     * The account in one episode, change in dollars.
     *
     * @param vixAfter spot VIX at its end, from today's level
     * @param days calendar days that pass
     * @param planned what the plan would add, less its expected cost
     */
    public record Episode(String id, String note, double spxReturn, double vixAfter, int days, double book, double held,
            double planned) {

        public double withPlan() {
            return book + held + planned;
        }
    }
}
