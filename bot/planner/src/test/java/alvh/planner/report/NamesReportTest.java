package alvh.planner.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import alvh.planner.company.HedgeCredit;
import alvh.planner.decide.Assessment;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Picture;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.GreekConflict;
import alvh.planner.plan.NamesReport;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.plan.SpxGreeks;
import alvh.planner.portfolio.BookTags;
import alvh.planner.signal.EventCalendar;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static alvh.planner.world.Firms.companies;
import static alvh.planner.world.Firms.company;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The names' room: credit, fragility, what a market hedge can reach, greeks in SPX terms. Amounts of shares by hand;
 * greeks of the spread from Black-76 in scipy at 0.30 - 0.35 ln(K/F), the smile of the quotes.
 */
class NamesReportTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 17);

    private static NamesReport report(World world) {
        return world.plan().report().details().names();
    }

    /** Shares of KO at 71 and nothing else. */
    private static World shares(long quantity) {
        World world = new World();
        world.market.name("KO", 71, 0.18, 0.5).withoutBars.add("KO");
        return world.hold(InstrumentKey.of("KO"), quantity, "61");
    }

    @Test
    void sharesLoseByBetaInACrashAndByThemselvesInM() {
        NamesReport report = report(shares(100));
        NamesReport.Name ko = report.names().get(0);
        // Beta unknown: 1.2. F to I are -4, -6, -8.5 and -12 %: 7.625 % on average of 1.2 x 7,100.
        assertThat(ko.marketLoss()).isCloseTo(649.65, within(0.01));
        assertThat(ko.ownLoss()).isCloseTo(1_420, within(0.01));
        assertThat(ko.systemicShare()).isCloseTo(649.65 / 2_069.65, within(1e-6));
        assertThat(ko.countedLoss()).isCloseTo(324.825, within(0.01));
        assertThat(ko.warnings()).doesNotContain(NamesReport.IRRELEVANT);
        assertThat(ko.idiosyncraticShare()).isCloseTo(0.70, within(1e-12));
        assertThat(ko.hedgeableShare()).isCloseTo(1 - Math.sqrt(0.70), within(1e-12));
        assertThat(report.lines()).anyMatch(l -> l.startsWith("KO: even a perfect index hedge removes only 16 % of its "
                + "standard deviation (R2 0.30 assumed, idiosyncratic share 70 %)"));
        NamesReport.Book book = report.book();
        assertThat(book.betaWeightedDelta()).isCloseTo(8_520, within(0.01));
        assertThat(book.betaWeightedPoints()).isCloseTo(1.42, within(1e-5));
        assertThat(book.stressBeta()).isCloseTo(1.2, within(1e-9));
        assertThat(book.book().deltaPerPercent()).isCloseTo(85.20, within(1e-6));
        assertThat(book.book().deltaWithVix()).isCloseTo(85.20, within(1e-6));
        assertThat(book.book().gammaPerPercent()).isCloseTo(0, within(1e-6));
        assertThat(book.systemicShare()).isCloseTo(ko.systemicShare(), within(1e-12));
    }

    @Test
    void below30PercentTheSentenceIsPrintedExactly() {
        NamesReport report = report(shares(100).with(
                w -> w.companies = companies(company("KO", "staples", 300e9, 0.8, 0.5))));
        NamesReport.Name ko = report.names().get(0);
        assertThat(ko.beta()).as("the sector's").isEqualTo(0.5);
        // 0.5 x 7,100 x 7.625 % against 1.15 x 1,420.
        assertThat(ko.systemicShare()).isCloseTo(270.6875 / (270.6875 + 1_633), within(1e-6));
        assertThat(ko.warnings())
                .contains("VIX overlay mostly irrelevant for this name; reduce size or buy its own puts");
        assertThat(report.lines()).contains(
                "KO: VIX overlay mostly irrelevant for this name; reduce size or buy its own puts");
    }

    @Test
    void G7_theBannerCountsFragility() {
        // 5 % of 182,450 is 9,122.50; a fifth of 620 x 71 is 8,804, times 1.15 it is 10,124.60.
        assertThat(report(shares(620)).names().get(0).beyondVix()).isFalse();
        World fragile = shares(620).with(w -> w.companies = companies(company("KO", "x", 300e9, 0.8, Double.NaN)));
        NamesReport.Name ko = report(fragile).names().get(0);
        assertThat(ko.ownLoss()).isCloseTo(10_124.60, within(0.01));
        assertThat(ko.beyondVix()).isTrue();
        assertThat(ko.warnings()).contains("not hedgeable with VIX");
        assertThat(report(fragile).lines()).anyMatch(line -> line.startsWith("KO: alone down 20 % it loses $8,804, "
                + "counted x 1.15 = $10,125 for its fragility, 5.5 % of the account"));
        assertThat(report(fragile).lines()).anyMatch(line -> line.endsWith("of the book's stress loss comes with the "
                + "market, when beside a crash one name, the worst (KO), falls 20 % alone"));
        assertThat(fragile.plan().report().notes()).anyMatch(n -> n.contains("not hedgeable with VIX"));
        assertThat(shares(620).plan().report().notes()).noneMatch(n -> n.contains("not hedgeable with VIX"));
    }

    @Test
    void withoutAFileNoNameIsTierAAndSaysWhatIsUnknown() {
        NamesReport report = report(World.demo());
        assertThat(report.names()).extracting(NamesReport.Name::symbol).containsExactly("AAPL", "JPM", "KO", "NVDA");
        assertThat(report.names()).allSatisfy(name -> {
            assertThat(name.credit().tier()).isEqualTo(name.symbol().equals("KO")
                    ? HedgeCredit.Tier.C
                    : HedgeCredit.Tier.B);
            assertThat(name.credit().missing()).containsExactly("market value");
            assertThat(name.fragility().multiplier()).isEqualTo(1);
            assertThat(name.fragility().unknown()).hasSize(6);
            assertThat(name.figures()).hasSize(6).noneMatch(alvh.planner.company.Figure::known);
            assertThat(name.countedLoss()).isCloseTo(name.credit().credit() * name.marketLoss(), within(1e-9));
            assertThat(name.catalyst()).isEqualTo("none");
        });
        assertThat(report.names().get(2).credit().because()).isEqualTo("R2 0.04 below 0.10");
    }

    @Test
    void greeksOfASpreadInSpxTerms() {
        World world = new World();
        world.market.name("JPM", 200, 0.30, 1.1).withoutBars.add("JPM");
        world.spread("JPM", APRIL, Right.PUT, 190, 180, 5, "4.00", "1.80");
        SpxGreeks book = report(world).book().book();
        assertThat(book.deltaPerPercent()).isCloseTo(158.4976, within(158.4976 * 0.02));
        assertThat(book.vegaPerPoint()).isCloseTo(-31.4665, within(31.4665 * 0.03));
        assertThat(book.thetaPerDay()).isCloseTo(12.5162, within(12.5162 * 0.03));
        assertThat(book.gammaPerPercent()).as("short options lose on both sides").isNegative();
        assertThat(book.deltaWithVix()).as("VIX falls when SPX rises, which a short vega book likes")
                .isGreaterThan(book.deltaPerPercent());
    }

    @Test
    void bookAndHedgePullOppositeWays() {
        World world = World.demo();
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 22, 2, "0.90", 3);
        NamesReport.Book book = report(world).book();
        assertThat(book.book().deltaWithVix()).isPositive();
        assertThat(book.held().deltaWithVix()).isNegative();
        assertThat(book.held().deltaPerPercent()).as("VIX stands").isZero();
        assertThat(book.held().vegaPerPoint()).isPositive();
        assertThat(book.book().vegaPerPoint()).isNegative();
        assertThat(book.held().thetaPerDay()).isNegative();
        assertThat(book.held().gammaPerPercent()).isPositive();
        assertThat(book.leftOut()).isEmpty();
        assertThat(book.conflict().vega()).isBetween(0.0, 1.0);
        assertThat(book.hedge().vegaPerPoint()).isCloseTo(book.held().vegaPerPoint() + book.planned().vegaPerPoint(),
                within(1e-9));
    }

    private static SpxGreeks greeks(double delta, double vega, double theta, double gamma) {
        return new SpxGreeks(0, delta, vega, theta, gamma, 0);
    }

    @Test
    void f16_conflictOfGreeksByHand() {
        GreekConflict fits = GreekConflict.of(List.of(greeks(100, -50, 40, -10)), List.of(greeks(-20, 10, -5, 10)));
        assertThat(fits.delta()).isCloseTo(1 - 80 / 120.0, within(1e-12));
        assertThat(fits.vega()).isCloseTo(1 - 40 / 60.0, within(1e-12));
        assertThat(fits.theta()).isCloseTo(1 - 35 / 45.0, within(1e-12));
        assertThat(fits.gamma()).isCloseTo(1, within(1e-12));
        assertThat(fits.hedgeThetaShare()).isCloseTo(0.125, within(1e-12));
        assertThat(fits.flag()).as("one of four").isFalse();
        List<SpxGreeks> book = List.of(greeks(100, -50, 40, -10));
        assertThat(GreekConflict.of(book, List.of(greeks(-95, 10, -15, 10))).flag()).as("37.5 % of theta").isTrue();
        assertThat(GreekConflict.of(book, List.of(greeks(-95, 10, -14, 10))).flag()).as("35 %").isFalse();
        assertThat(GreekConflict.of(List.of(), List.of())).isEqualTo(GreekConflict.NONE);
    }

    @Test
    void f16_staysBetweenZeroAndOneWhateverTheLines() {
        var random = new java.util.Random(16);
        for (int i = 0; i < 500; i++) {
            List<SpxGreeks> lines = new ArrayList<>();
            for (int k = 0; k <= random.nextInt(6); k++) {
                lines.add(greeks(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(),
                        random.nextGaussian()));
            }
            GreekConflict c = GreekConflict.of(lines.subList(0, 1), lines.subList(1, lines.size()));
            assertThat(List.of(c.delta(), c.vega(), c.theta(), c.gamma())).allSatisfy(
                    x -> assertThat(x).isBetween(0.0, 1.0));
        }
    }

    private static BookRisk risk(World world, Map<String, Double> credits) {
        PlanningInput input = world.input();
        Picture picture = Picture.of(input, TradingCalendar.nyse());
        Assessment assessment = Assessment.of(input, TradingCalendar.nyse(), picture.today());
        return BookRisk.of(assessment.structures(), picture, credits);
    }

    @Test
    void f11_creditScalesWhatTheHedgeMayBeSizedForAndNothingElse() {
        World world = new World();
        world.market.name("JPM", 200, 0.30, 1.1);
        world.spread("JPM", APRIL, Right.PUT, 190, 180, 5, "4.00", "1.80");
        BookRisk whole = risk(world, Map.of("JPM", 1.0));
        BookRisk half = risk(world, Map.of("JPM", 0.5));
        BookRisk none = risk(world, Map.of("JPM", 0.0));
        assertThat(half.base()).isEqualTo(whole.base());
        assertThat(half.shortVega()).isEqualTo(whole.shortVega());
        for (int s = 0; s < whole.base().length; s++) {
            double own = whole.base()[s] - whole.names().get("JPM").market()[s];
            assertThat(whole.sized()[s]).isCloseTo(Math.max(0, -whole.base()[s]), within(1e-9));
            double market = Math.min(0, whole.names().get("JPM").market()[s]);
            double gain = Math.max(0, whole.names().get("JPM").market()[s]);
            assertThat(half.sized()[s]).isCloseTo(Math.max(0, -(market / 2 + gain + own)), within(1e-9));
            assertThat(none.sized()[s]).isCloseTo(Math.max(0, -(gain + own)), within(1e-9));
        }
    }

    @Test
    void f11_moreCreditNeverMeansLessAndNeverMoreThanTheLoss() {
        World world = World.demo();
        double[] credits = {0, 0.5, 1};
        for (double first : credits) {
            for (double second : credits) {
                BookRisk risk = risk(world, Map.of("AAPL", first, "NVDA", second, "JPM", 0.5, "KO", second));
                BookRisk more = risk(world, Map.of("AAPL", 1.0, "NVDA", second, "JPM", 0.5, "KO", 1.0));
                for (int s = 0; s < risk.sized().length; s++) {
                    assertThat(risk.sized()[s]).isBetween(0.0, Math.max(0, -risk.base()[s]) + 1e-9);
                    assertThat(more.sized()[s]).isGreaterThanOrEqualTo(risk.sized()[s] - 1e-9);
                }
            }
        }
    }

    @Test
    void f11_namesOfTierCAloneAreNothingToSizeAHedgeFor() {
        World world = World.demo().with(w -> w.companies = companies(company("AAPL", null, 1e9, 1, Double.NaN),
                company("NVDA", null, 1e9, 1, Double.NaN), company("JPM", null, 1e9, 1, Double.NaN),
                company("KO", null, 1e9, 1, Double.NaN)));
        PlanOutcome outcome = world.plan();
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(outcome.report().rejected()).anyMatch(r -> r.code() == Refusal.Code.OVER_HEDGE);
        assertThat(World.demo().plan()).isInstanceOf(PlanOutcome.Planned.class);
    }

    @Test
    void aTagThatTouchesNothingIsSaid() {
        World world = World.demo();
        world.tags = new BookTags(List.of(new BookTags.Tag("ZZZZ", null, BookTags.Role.NEVER, null, null, null),
                new BookTags.Tag("KO", LocalDate.of(2030, 1, 1), BookTags.Role.NEVER, null, null, null),
                new BookTags.Tag("JPM", null, BookTags.Role.RULES, null, null, null)));
        assertThat(world.plan().report().details().names().warnings())
                .contains("tags that touch nothing in this book: ZZZZ, KO 2030-01-01");
    }

    @Test
    void tagsThesesEventsAndWindowsAreShown() {
        double no = Double.NaN;
        World world = World.demo();
        world.tags = new BookTags(List.of(new BookTags.Tag("NVDA", null, BookTags.Role.RULES, "new chip", "gap was "
                + "overdone", "close below 100")));
        world.calendar = new EventCalendar(List.of(
                new ScheduledEvent(Instant.parse("2026-04-02T20:30:00Z"), Type.EARNINGS, "AAPL", 2, no, no, no),
                new ScheduledEvent(Instant.parse("2026-04-30T20:30:00Z"), Type.EARNINGS, "JPM", 2, no, no, no),
                new ScheduledEvent(Instant.parse("2026-03-12T13:30:00Z"), Type.IPO, "NEWCO", 2, no, no, no)));
        world.companies = companies(company("NVDA", "chips", 3e12, 3, no), company("NEWCO", "chips", no, no, no),
                company("AAPL", "phones", no, no, no));
        NamesReport report = report(world);
        NamesReport.Name apple = report.names().get(0);
        NamesReport.Name nvidia = report.names().get(3);
        assertThat(nvidia.catalyst()).isEqualTo("new chip");
        assertThat(nvidia.theses()).containsExactly("gap was overdone", "proved wrong by close below 100");
        assertThat(nvidia.warnings()).contains("NEWCO IPO of 2026-03-12 (chips, as NVDA)");
        assertThat(nvidia.fragility().multiplier()).isEqualTo(1.1);
        assertThat(apple.fragility().multiplier()).as("earnings before expiry").isEqualTo(1.1);
        assertThat(apple.catalyst()).isEqualTo("earnings on 2026-04-02");
        assertThat(report.names().get(1).fragility().multiplier()).as("JPM's come after expiry").isEqualTo(1);
        assertThat(report.lines()).anyMatch(line -> line.startsWith("KO: fragility")
                && line.contains("earnings before expiry (no earnings date in the events file)"));
        assertThat(world.plan().report().signals()).anyMatch(s -> s.reading().contains("NEWCO IPO"));
    }
}
