package alvh.planner.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.HeldLots;
import alvh.planner.line.Picture;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.Refusal;
import alvh.planner.risk.PreTrade;
import alvh.planner.sizing.CandidateLine;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static alvh.planner.world.Outcomes.codes;
import static alvh.planner.world.Outcomes.plan;
import static alvh.planner.world.World.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Methodology 4.6, G1 to G8: what each limit leaves, by hand, and what a plan does about it. */
class LimitsTest {

    @Test
    void G1_vegaUpToTheBooksOwnOrOneAndAHalfPercentOfThePremium() {
        assertThat(row("G1 vega", book(200, 0, 0), hedge(30, 0, 0, 0, 0))).isCloseTo(170, within(1e-9));
        // 1.5 % of 20,000 is more than the book's 200.
        assertThat(left(rows(book(200, 0, 0), hedge(30, 0, 0, 0, 0), 20_000), "G1 vega")).isCloseTo(270, within(1e-9));
        assertThat(use("G1 vega")).isEqualTo(13);
    }

    @Test
    void G2_deltaBetweenNothingAndTheBooksStressDelta() {
        assertThat(row("G2 delta", book(0, 150, 0), hedge(0, -40, 0, 0, 0))).isCloseTo(110, within(1e-9));
        assertThat(row("G2 delta", book(0, -5, 0), hedge(0, -40, 0, 0, 0))).as("the book gains in a fall")
                .isCloseTo(-40, within(1e-9));
        assertThat(row("G2 delta above zero", book(0, 150, 0), hedge(0, -40, 0, 0, 0))).isCloseTo(40, within(1e-9));
        assertThat(use("G2 delta")).isEqualTo(19);
        assertThat(use("G2 delta above zero")).isEqualTo(-19);
    }

    @Test
    void G3_thetaUpToAThirdOfTheBooksOrAQuarterPercentOfThePremiumADay() {
        assertThat(row("G3 theta", book(0, 0, 100), hedge(0, 0, 12, 0, 0))).isCloseTo(23, within(1e-9));
        assertThat(row("G3 theta", book(0, 0, 10), hedge(0, 0, 12, 0, 0))).as("0.25 % of 10,000")
                .isCloseTo(13, within(1e-9));
        assertThat(use("G3 theta")).isEqualTo(2.5);
    }

    @Test
    void G4_marketValueThreePercentAndFiveWhatGainsLiftedIt() {
        // Net liquidation 100,000; bought for 1,000 and worth 800: 2,200 more.
        assertThat(row("G4 market value", book(0, 0, 0), hedge(0, 0, 0, 800, 1_000))).isCloseTo(2_200, within(1e-9));
        // Worth 4,500 by gains on 1,000: 3 % of cost leaves 2,000, 5 % of value leaves 500.
        assertThat(row("G4 market value", book(0, 0, 0), hedge(0, 0, 0, 4_500, 1_000))).isCloseTo(2_000, within(1e-9));
        assertThat(row("G4 market value after gains", book(0, 0, 0), hedge(0, 0, 0, 4_500, 1_000)))
                .isCloseTo(500, within(1e-9));
        assertThat(use("G4 market value")).isEqualTo(85);
    }

    @Test
    void G5_buyingPowerOfATenth() {
        assertThat(row("G5 buying power", book(0, 0, 0), hedge(0, 0, 0, 800, 1_000))).isCloseTo(9_200, within(1e-9));
        assertThat(use("G5 buying power")).isEqualTo(88.60);
        World world = World.book(100);
        world.netLiquidation = Usd.ofDollars(2_000);
        assertThat(PreTrade.account(Usd.ofDollars(201), world.account())).extracting(b -> b.limit().toString())
                .containsExactly("BUYING_POWER");
    }

    @Test
    void G6_theRowsOfFToIAreStrictWhereTheBookLosesMoreThanAFewPercent() {
        double[] base = new double[14];
        base[5] = -300;
        base[6] = -1_000;
        BookRisk losing = new BookRisk(base, new double[6], 0, 0, 0, "", 0, List.of());
        // s0 is 5 % of 10,000: in F the book loses less than that, in G more.
        assertThat(row("over-hedge in F", losing, hedge(0, 0, 0, 0, 0))).isCloseTo(800, within(1e-9));
        assertThat(row("over-hedge in G", losing, hedge(0, 0, 0, 0, 0))).isCloseTo(1_000, within(1e-9));
        assertThat(row("over-hedge in D", losing, hedge(0, 0, 0, 0, 0))).isCloseTo(500, within(1e-9));
        assertThat(rows(losing, hedge(0, 0, 0, 0, 0), 10_000)).extracting(Limits.Row::name)
                .filteredOn(name -> name.startsWith("over-hedge"))
                .containsExactly("over-hedge in D", "over-hedge in E", "over-hedge in F", "over-hedge in G",
                        "over-hedge in H", "over-hedge in I", "over-hedge in L", "over-hedge in N");
    }

    @Test
    void aLayerHoldsAtMostFiftyPackages() {
        World world = World.book(100);
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 24, 48, "0.70", 3);
        List<Limits.Row> rows = Limits.of(book(0, 0, 0), hedge(0, 0, 0, 0, 0), held(world), Usd.ofDollars(10_000),
                Usd.ofDollars(100_000), picture(world));
        assertThat(left(rows, "50 packages in Base")).isEqualTo(2);
        assertThat(rows).noneMatch(row -> row.name().equals("50 packages in Contingency"));
    }

    @Test
    void planG2_refusesBuysForABookThatHasNoCrashToHedge() {
        PlanOutcome outcome = putSpreads(3, 50, 45).plan();
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(reasons(outcome, Refusal.Code.GREEK_LIMIT)).isNotEmpty().allMatch(b -> b.startsWith("G2 delta"));
    }

    @Test
    void planG3_stopsAddingWhereTheDecayWouldEatTheBooksIncome() {
        World world = new World();
        world.hold(InstrumentKey.option("XSP", LocalDate.of(2026, 3, 20), Right.PUT, 700_000), -1, "101.00");
        world.share("0.25").levels(Level.FULL, Level.ARMED, Level.CORE);
        PlanOutcome outcome = world.plan();
        assertThat(plan(outcome).orders().get(0).quantity()).as(Show.of(outcome)).isEqualTo(9);
        assertThat(reasons(outcome, Refusal.Code.GREEK_LIMIT)).isNotEmpty().allMatch(b -> b.startsWith("G3 theta"));
    }

    @Test
    void planG4_stopsAtThreePercentOfASmallAccount() {
        PlanOutcome outcome = World.book(100).levels(Level.FULL, Level.FULL, Level.FULL)
                .with(w -> w.netLiquidation = Usd.ofDollars(5_000)).plan();
        double value = plan(outcome).orders().stream()
                .mapToDouble(o -> o.quantity() * 100 * (o.bid() + o.ask()) / 2).sum();
        assertThat(value).as(Show.of(outcome)).isLessThanOrEqualTo(150);
        assertThat(reasons(outcome, Refusal.Code.GREEK_LIMIT)).isNotEmpty()
                .allMatch(b -> b.startsWith("G4 market value"));
    }

    @Test
    void planG6_refusesAboveTheBooksLossAndWarnsWhereAlmostNothingIsTaken() {
        PlanOutcome most = putSpreads(10, 60, 55).plan();
        assertThat(reasons(most, Refusal.Code.OVER_HEDGE)).as(Show.of(most)).isNotEmpty();
        PlanOutcome least = World.book(100).levels(Level.FULL, Level.FULL, Level.FULL).plan();
        assertThat(least).isInstanceOf(PlanOutcome.Planned.class);
        assertThat(least.report().notes()).anyMatch(n -> n.contains("% of the book's loss in crashes, less than"));
        PlanOutcome wild = World.book(100).levels(Level.FULL, Level.FULL, Level.FULL)
                .with(w -> w.market.vix = 25.1).plan();
        assertThat(wild.report().notes()).as("VIX is not below 25")
                .noneMatch(n -> n.contains("% of the book's loss in crashes, less than"));
    }

    @Test
    void planG7_warnsOfANameThatNoIndexHedgeReachesAndStillBuys() {
        PlanOutcome outcome = World.book(100).levels(Level.FULL, Level.FULL, Level.FULL).plan();
        assertThat(plan(outcome).orders()).isNotEmpty();
        assertThat(outcome.report().notes()).anyMatch(n -> n.startsWith("KO alone would lose")
                && n.endsWith("not hedgeable with VIX"));
        PlanOutcome rich = World.book(100).levels(Level.FULL, Level.FULL, Level.FULL)
                .with(w -> w.netLiquidation = Usd.ofDollars(1_000_000)).with(w -> w.excess = Usd.ofDollars(900_000))
                .plan();
        assertThat(rich.report().notes()).noneMatch(n -> n.contains("not hedgeable with VIX"));
    }

    @Test
    void planG8_refusesWithoutARateWithoutMarginOrBeyondTheCash() {
        assertThat(codes(demo().with(w -> w.netLiquidation = null).plan())).contains(Refusal.Code.NO_EXCHANGE_RATE);
        assertThat(codes(demo().with(w -> w.excess = Usd.ofDollars(18_000)).plan())).contains(Refusal.Code.MARGIN_LOW);
        // A tenth of 182,450 is 18,245: 255 may be spent.
        PlanOutcome tight = demo().with(w -> w.excess = Usd.ofDollars(18_500)).plan();
        assertThat(plan(tight).worstCase()).isLessThanOrEqualTo(Usd.ofDollars(255));
        PlanOutcome cash = demo().with(w -> w.cashAccount = true).with(w -> w.cash = Usd.ofDollars(150)).plan();
        assertThat(plan(cash).worstCase()).isLessThanOrEqualTo(Usd.ofDollars(150));
    }

    private static World demo() {
        return World.demo().levels(Level.FULL, Level.TWO_THIRDS, Level.TWO_THIRDS);
    }

    private static World putSpreads(int days, int sold, int bought) {
        World world = new World();
        world.market.name("KO", 71, 0.30, 1.0);
        world.spread("KO", World.TUESDAY.plusDays(days), Right.PUT, sold, bought, 60, "0.90", "0.40");
        return world.levels(Level.FULL, Level.FULL, Level.FULL);
    }

    private static List<String> reasons(PlanOutcome outcome, Refusal.Code code) {
        return outcome.report().rejected().stream().filter(r -> r.code() == code).map(Refusal::because).toList();
    }

    private static BookRisk book(double shortVega, double stressDelta, double theta) {
        return new BookRisk(new double[14], new double[6], shortVega, stressDelta, theta, "", 0, List.of());
    }

    private static HedgeNow hedge(double vega, double stressDelta, double theta, double value, double cost) {
        return new HedgeNow(new double[14], new double[6], new double[6], vega, stressDelta, theta, value, cost, 0);
    }

    private static double row(String name, BookRisk book, HedgeNow hedge) {
        return left(rows(book, hedge, 10_000), name);
    }

    private static List<Limits.Row> rows(BookRisk book, HedgeNow hedge, int premium) {
        World world = World.demo();
        return Limits.of(book, hedge, held(world), Usd.ofDollars(premium), Usd.ofDollars(100_000), picture(world));
    }

    private static double left(List<Limits.Row> rows, String name) {
        return rows.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow().left();
    }

    /** What one call uses of a row: vega 13, stress delta -19, theta -2.50, market value 85, worst case 88.60. */
    private static double use(String name) {
        var line = new CandidateLine("call", LayerId.BASE, List.of(), 87, Usd.of("88.60"), new double[14], 80, 5,
                List.of(),
                new double[]{13, -19, -2.5, 85}, 40);
        var call = new Candidate(line, null, List.of(), List.of(), null, null, null, null, Usd.ZERO, Usd.ZERO, null,
                null,
                new double[6], "");
        return rows(book(0, 0, 0), hedge(0, 0, 0, 0, 0), 10_000).stream().filter(r -> r.name().equals(name)).findFirst()
                .orElseThrow().coefficient().of(call);
    }

    private static Picture picture(World world) {
        return Picture.of(world.input(), TradingCalendar.nyse());
    }

    static HeldLots held(World world) {
        Picture picture = picture(world);
        var context = new alvh.planner.layer.LotContext(picture.today(), 0.9, 18, false, 0, 0, 0, false, false, false,
                false, true);
        return HeldLots.of(world.ledger(), picture, context, new TreeMap<>(Map.of()));
    }
}
