package alvh.planner.plan;

import java.util.List;

import alvh.planner.company.Figure;
import alvh.planner.company.Fragility;
import alvh.planner.company.HedgeCredit;

/**
 * Per name and for the book: tiers, fragility, greeks in SPX terms, what a market hedge can reach (methodology F3, F4, F10,
 * F11, F16, S14, S19, S47, N8).
 *
 * @param names the book's underlyings, by symbol
 * @param warnings of the book: shares without a trade, what was rolled
 * @param lines sentences for people, in order: the book first, then each name
 */
public record NamesReport(List<Name> names, Book book, List<String> warnings, List<String> lines) {

    /** What is printed where less than 30 % of a name's stress loss comes from the market (6.6). */
    public static final String IRRELEVANT = "VIX overlay mostly irrelevant for this name; reduce size or buy its own puts";
    /** The banner of limit G7. */
    public static final String BEYOND_VIX = "not hedgeable with VIX";

    public static final NamesReport NONE = new NamesReport(List.of(), Book.NONE, List.of(), List.of());

    public NamesReport {
        names = List.copyOf(names);
        warnings = List.copyOf(warnings);
        lines = List.copyOf(lines);
    }

    /**
     * One underlying. Losses are positive dollars.
     *
     * @param beta slow, shrunk; the default where {@code betaMissing} says why
     * @param idiosyncraticShare 1 - R2 between 0.20 and 0.95 (F3), 0.70 when R2 is unknown
     * @param hedgeableShare 1 - sqrt(1 - R2): the share of its standard deviation that a perfect index hedge removes (N8)
     * @param marketLoss what the crash scenarios F to I take from it, their mean
     * @param countedLoss the part of it that a hedge may be sized for: times the credit
     * @param ownLoss fragility x the loss of scenario M, this name alone falling 20 %
     * @param systemicShare marketLoss / (marketLoss + ownLoss); NaN when it loses in neither
     * @param ownLossShare ownLoss over net liquidation, NaN when that is unknown
     * @param beyondVix limit G7: ownLossShare above 5 %
     * @param catalyst the user's tag, or "none"; {@code theses} what the user wrote, thesis before invalidation
     * @param warnings sentences
     */
    public record Name(String symbol, HedgeCredit credit, Fragility fragility, List<Figure> figures, double beta,
            String betaMissing, double rSquared, double idiosyncraticShare, double hedgeableShare, double marketLoss,
            double countedLoss, double ownLoss, double systemicShare, double ownLossShare, boolean beyondVix,
            String catalyst, List<String> theses, List<String> warnings) {

        public Name {
            figures = List.copyOf(figures);
            theses = List.copyOf(theses);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The whole book.
     *
     * @param book greeks of the income structures; {@code held} of the hedge after today's sales; {@code planned} of what
     *        the plan buys and rolls
     * @param betaWeightedDelta sum of dollar delta x beta, in SPX dollars (F4); {@code betaWeightedPoints} over the index
     *        level
     * @param stressBeta change of the book at SPX -5 % through betas, VIX standing, over -5 % of the sum of abs dollar
     *        deltas (F4); NaN without deltas
     * @param systemicShare of the book's stress loss: its loss in F to I over that and the worst own loss; NaN without loss
     * @param leftOut lines without greeks, each with the reason
     */
    public record Book(SpxGreeks book, SpxGreeks held, SpxGreeks planned, double betaWeightedDelta,
            double betaWeightedPoints, double stressBeta, GreekConflict conflict, double systemicShare,
            List<String> leftOut) {

        static final Book NONE = new Book(SpxGreeks.NONE, SpxGreeks.NONE, SpxGreeks.NONE, 0, 0, Double.NaN,
                GreekConflict.NONE, Double.NaN, List.of());

        public Book {
            leftOut = List.copyOf(leftOut);
        }

        /** Held and planned hedge together. */
        public SpxGreeks hedge() {
            return held.plus(planned);
        }
    }
}
