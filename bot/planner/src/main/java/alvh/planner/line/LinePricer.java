package alvh.planner.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.money.Price;
import alvh.planner.money.PriceIncrements;
import alvh.planner.money.Usd;
import alvh.planner.plan.PriceLadder;
import alvh.planner.plan.Refusal;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.scenario.Surface;
import alvh.planner.sizing.CandidateLine;

/**
 * Makes a candidate of a package: checks its quote (reliability C15), makes its ladder, its expected fill and worst case
 * (methodology 4.7) and its value in the scenarios. What fails is refused by name.
 */
public final class LinePricer {
    public static final int MULTIPLIER = 100;
    /** Contracts of one order (methodology 2.3, row (8) of 4.2). */
    public static final int MOST = 10;
    private static final double FIRST = 0.35;
    private static final double VIX_CEILING = 5.00;
    private static final double SPREAD_CEILING = 0.02;
    private static final int CALM = 2;
    private final Picture picture;
    private final LineModel model;
    private final List<Refusal> refusals;

    public LinePricer(Picture picture, List<Refusal> refusals) {
        this(picture, new WholeModel(picture), refusals);
    }

    LinePricer(Picture picture, LineModel model, List<Refusal> refusals) {
        this.picture = picture;
        this.model = model;
        this.refusals = refusals;
    }

    /** The same, for lines that are only tried. */
    LinePricer quietly() {
        return new LinePricer(picture, model, new ArrayList<>());
    }

    LineModel model() {
        return model;
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    Picture picture() {
        return picture;
    }

    void refuse(Refusal.Code code, String subject, String because) {
        refusals.add(new Refusal(code, subject, because));
    }

    /** A plain buy of a call or a put spread; {@code detail} is added to its words. */
    Optional<Candidate> buy(LayerId layer, List<LotLeg> legs, int dte, String detail) {
        String words = Words.of(legs, picture.today());
        PackageQuote quote = PackageQuote.of(legs, picture);
        Valued valued = model.valued(legs);
        if (!sound(legs, quote, valued, words)) {
            return Optional.empty();
        }
        String root = legs.get(0).key().root();
        PriceIncrements grid = picture.increments(root, legs.size());
        Optional<PriceLadder> ladder = Ladders.buy(quote, grid, ceiling(legs), valued.today() / MULTIPLIER);
        if (ladder.isEmpty()) {
            refuse(Refusal.Code.Q_ARB, words, String.format(Locale.ROOT,
                    "no limit between bid %.2f and the collar: ceiling %.2f, own model value %.2f", quote.bid(),
                    ceiling(legs), valued.today() / MULTIPLIER));
            return Optional.empty();
        }
        Usd fees = picture.settings().fees().reserve(root, legs.size());
        Usd worst = ladder.get().last().cost(MULTIPLIER, 1).plus(fees);
        double fill = expectedBuy(quote, grid, slippage(legs)) * MULTIPLIER + fees.toDouble();
        var line = new CandidateLine(id(layer, legs), layer, legs, fill, worst, valued.base(), valued.base()[CALM],
                upper(quote.size()), List.of(), greeks(valued, quote.mid()), dte);
        return Optional.of(new Candidate(line, Effect.OPEN, legs, List.of(), ladder.get(), null, quote, null, fees,
                Usd.ZERO, null, null, less(valued.screen(), fill), words + " (" + dte + " DTE, " + detail + ")"));
    }

    /** One order that sells a held call and buys the next (2.6 rule 1). */
    Optional<Candidate> rollInOneOrder(HeldPool pool, List<LotLeg> buys, int dte, String detail) {
        List<LotLeg> sells = closing(pool.legs());
        var both = new ArrayList<>(sells);
        both.addAll(buys);
        PackageQuote quote = PackageQuote.of(both, picture);
        PackageQuote bought = PackageQuote.of(buys, picture);
        Valued valued = Valued.of(buys, picture);
        String words = Words.of(pool.legs(), picture.today()) + " into " + Words.of(buys, picture.today());
        if (!sound(buys, bought, valued, words) || !pool.quote().usable() || !pool.valued().usable()) {
            return Optional.empty();
        }
        String root = buys.get(0).key().root();
        PriceLadder ladder = Ladders.roll(quote, picture.increments(root, 2));
        Usd fees = picture.settings().fees().reserve(root, 2);
        double fill = (quote.mid() + slippage(buys) * quote.half()) * MULTIPLIER + fees.toDouble();
        Usd worst = ladder.last().cost(MULTIPLIER, 1).plus(fees).max(Usd.ZERO);
        Usd proceeds = Usd.floor(pool.quote().bid() * MULTIPLIER);
        CandidateLine line = rollLine(pool, both, valued, bought, fill, worst, dte, quote.size());
        return Optional.of(new Candidate(line, Effect.ROLL, buys, sells, ladder, null, quote, null, fees, proceeds,
                pool, null, screen(valued, pool, fill), words + " (" + dte + " DTE, " + detail + ")"));
    }

    /** A spread's roll: four legs, so a sale first and then a buy that waits for it (3.6). */
    Optional<Candidate> rollInTwoOrders(HeldPool pool, Candidate next) {
        if (!pool.quote().usable() || !pool.valued().usable() || !(pool.quote().bid() > 0)) {
            return Optional.empty();
        }
        String root = pool.legs().get(0).key().root();
        PriceIncrements grid = picture.increments(root, pool.legs().size());
        PriceLadder sale = Ladders.sell(pool.quote(), grid);
        Usd saleFees = picture.settings().fees().reserve(root, pool.legs().size());
        Usd proceeds = sale.last().cost(MULTIPLIER, 1).minus(saleFees).max(Usd.ZERO);
        double brings = (pool.quote().mid() - slippage(pool.legs()) * pool.quote().half()) * MULTIPLIER
                - saleFees.toDouble();
        double fill = next.line().expectedFill() - brings;
        Usd worst = next.line().worstCase().minus(proceeds);
        Valued valued = Valued.of(next.buys(), picture);
        CandidateLine line = rollLine(pool, next.buys(), valued, next.quote(), fill, worst, next.line().dte(),
                next.quote().size());
        return Optional.of(new Candidate(line, Effect.ROLL, next.buys(), closing(pool.legs()), next.ladder(), sale,
                next.quote(), pool.quote(), next.fees(), proceeds, pool, null, screen(valued, pool, fill),
                Words.of(pool.legs(), picture.today()) + " into " + next.words()));
    }

    private CandidateLine rollLine(HeldPool pool, List<LotLeg> legs, Valued bought, PackageQuote quote, double fill,
            Usd worst, int dte, int size) {
        double[] base = bought.base().clone();
        for (int s = 0; s < base.length; s++) {
            base[s] -= pool.valued().base()[s];
        }
        double[] greeks = greeks(bought, quote.mid());
        double[] sold = greeks(pool.valued(), pool.quote().mid());
        for (int g = 0; g < greeks.length; g++) {
            greeks[g] -= sold[g];
        }
        int upper = (int) Math.min(pool.due(), upper(size));
        return new CandidateLine("roll " + pool.key() + " > " + id(pool.layer(), legs), pool.layer(), legs, fill, worst,
                base, base[CALM], upper, pool.lots().stream().map(alvh.planner.ledger.Lot::lotId).toList(), greeks,
                dte);
    }

    private boolean sound(List<LotLeg> legs, PackageQuote quote, Valued valued, String words) {
        Optional<Refusal> wrong = QuoteChecks.of(legs, quote, valued, words, picture);
        wrong.ifPresent(refusals::add);
        return wrong.isEmpty();
    }

    static double width(List<LotLeg> legs) {
        return Math.abs(legs.get(0).key().strike() - legs.get(1).key().strike());
    }

    private double ceiling(List<LotLeg> legs) {
        return switch (legs.get(0).key().underlying()) {
            case "VIX" -> VIX_CEILING;
            default -> SPREAD_CEILING * model.level(legs.get(0).key());
        };
    }

    private static double expectedBuy(PackageQuote quote, PriceIncrements grid, double slippage) {
        return grid.up(Price.of(quote.mid() + slippage * quote.half())).toDouble();
    }

    /** Expected fill of a buy in dollars, slippage inside, fees not. */
    public double fill(PackageQuote quote, List<LotLeg> legs) {
        PriceIncrements grid = picture.increments(legs.get(0).key().root(), legs.size());
        return expectedBuy(quote, grid, slippage(legs)) * MULTIPLIER;
    }

    /**
     * Share of the half-spread that a fill is expected to cost (4.7). Where the forward is only interpolated (F_interp,
     * 5.1), nobody else's price confirms the middle: it is doubled, as the study's harder cost case does (6.3), and still
     * lies under the ask, so that ladder and worst case stay.
     */
    public double slippage(List<LotLeg> legs) {
        for (LotLeg leg : legs) {
            Surface surface = model.surface(leg.key());
            if (surface != null && surface.source() == ForwardSource.INTERPOLATED) {
                return 2 * FIRST;
            }
        }
        return FIRST;
    }

    private static int upper(int size) {
        return Math.min(MOST, Math.max(1, size / 4));
    }

    /** G1 to G4 of a unit. */
    private static double[] greeks(Valued valued, double mid) {
        return new double[]{valued.vega(), valued.stressDelta(), valued.theta(), mid * MULTIPLIER};
    }

    private static double[] less(double[] values, double cost) {
        double[] change = values.clone();
        for (int i = 0; i < change.length; i++) {
            change[i] -= cost;
        }
        return change;
    }

    private static double[] screen(Valued bought, HeldPool pool, double fill) {
        double[] change = less(bought.screen(), fill);
        for (int i = 0; i < change.length; i++) {
            change[i] -= pool.valued().screen()[i];
        }
        return change;
    }

    public static List<LotLeg> closing(List<LotLeg> legs) {
        return legs.stream().map(leg -> new LotLeg(leg.key(), leg.ratio(), leg.side().opposite())).toList();
    }

    static String id(LayerId layer, List<LotLeg> legs) {
        var id = new StringBuilder(layer.code());
        legs.forEach(leg -> id.append(' ').append(leg.side()).append(' ').append(leg.ratio()).append(' ')
                .append(leg.key()));
        return id.toString();
    }
}
