package alvh.planner.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.HedgePlanner;
import alvh.planner.company.CapitalCost;
import alvh.planner.company.Company;
import alvh.planner.company.DividendDiscount;
import alvh.planner.company.Figure;
import alvh.planner.company.HedgeCredit;
import alvh.planner.company.PriceEarnings;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Picture;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.OwnSeries;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.NamesReport;
import alvh.planner.plan.PlanningInput;
import alvh.planner.signal.EventCalendar;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;
import alvh.planner.signal.SignalId;
import alvh.planner.world.Firms;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** File, market and calendar of a name come together in a plan. Reference values: the formulas by hand at the inputs shown. */
class NameFileTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate CLOSE = LocalDate.of(2026, 3, 9);

    /** Apple-like: 15 bn shares, debt 100 bn at 1 %, dividend 1.00 growing 10 % down to 3 % over ten years, EPS 7. */
    private static Company apple(List<Company.Dated> dividends) {
        return new Company("AAPL", "phones", Double.NaN, 15e9, 100e9, 0.01, 0.16, 0.9, 110e9, 1, 0.10, 0.03, 10,
                Double.NaN, Double.NaN, List.of(new Company.Dated(LocalDate.of(2025, 1, 30), 7)), dividends);
    }

    private static DailyBars rate(InstrumentKey key, double then, double now) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2025, 11, 1); !day.isAfter(CLOSE); day = day.plusDays(1)) {
            double value = day.isBefore(LocalDate.of(2026, 1, 15)) ? then : now;
            bars.add(new DailyBars.Bar(day, value, value, value, value));
        }
        return new DailyBars(key, bars);
    }

    private static PlanningInput input(World world, boolean rates) {
        PlanningInput input = world.input();
        SortedMap<InstrumentKey, DailyBars> series = new TreeMap<>();
        if (rates) {
            series.put(OwnSeries.TEN_YEAR, rate(OwnSeries.TEN_YEAR, 0.030, 0.045));
            series.put(OwnSeries.THREE_MONTH, rate(OwnSeries.THREE_MONTH, 0.040, 0.041));
        }
        return new PlanningInput(input.kind(), input.market().withBars(series), input.account(), input.ledger(),
                input.levels(), input.own(), input.past(), input.settings());
    }

    private static NamesReport.Name name(PlanningInput input, String symbol) {
        return HedgePlanner.plan(input).report().details().names().names().stream()
                .filter(n -> n.symbol().equals(symbol)).findFirst().orElseThrow();
    }

    private static Figure figure(NamesReport.Name name, String what) {
        return name.figures().stream().filter(f -> f.name().equals(what)).findFirst().orElseThrow();
    }

    private static World world() {
        return World.demo().with(w -> w.companies = Firms.companies(apple(List.of())));
    }

    @Test
    void capitalCostMovesWithTheRatesOfTheUsersSeries() {
        NamesReport.Name apple = name(input(world(), true), "AAPL");
        Figure wacc = figure(apple, CapitalCost.NAME);
        double equity = 15e9 * 221;
        double share = equity / (equity + 100e9);
        double expected = share * (0.045 + apple.beta() * 0.05) + (1 - share) * 0.055 * 0.84;
        assertThat(wacc.value()).isCloseTo(expected, within(1e-6));
        Figure change = figure(apple, CapitalCost.CHANGE);
        assertThat(change.known()).as(String.valueOf(change.missing())).isTrue();
        assertThat(change.value()).as("150 bp of rate, and what 63 sessions did to its beta").isBetween(100.0, 200.0);
        assertThat(change.flag()).isTrue();
        assertThat(change.input("change of 10-year less 3-month")).isCloseTo(140, within(1e-6));
        Figure worth = figure(apple, DividendDiscount.NAME);
        double r = 0.045 + apple.beta() * 0.05;
        assertThat(worth.value()).isCloseTo(221 / ((1.03 + 5 * 0.07) / (r - 0.03)), within(0.01));
        assertThat(apple.fragility().multiplier()).as("quick 0.15, P/CF 30 0.10, WACC 0.10, DDM 0.10").isEqualTo(1.45);
    }

    @Test
    void withoutTheSeriesTheSettingsRateGivesLevelsAndNoChange() {
        NamesReport.Name apple = name(input(world(), false), "AAPL");
        assertThat(figure(apple, CapitalCost.NAME).input("risk-free rate")).isEqualTo(0.043);
        assertThat(figure(apple, CapitalCost.CHANGE).missing()).contains("no 10-year rate");
        assertThat(apple.fragility().unknown()).contains(CapitalCost.CHANGE);
        assertThat(apple.fragility().multiplier()).isEqualTo(1.35);
    }

    @Test
    void theSignalAndTheFragilitySayTheSame() {
        PlanningInput fresh = input(world(), true);
        SortedMap<InstrumentKey, DailyBars> old = new TreeMap<>();
        for (InstrumentKey key : List.of(OwnSeries.TEN_YEAR, OwnSeries.THREE_MONTH)) {
            List<DailyBars.Bar> bars = fresh.market().bars().get(key).bars();
            // the last value of a month before: more than ten days old today
            old.put(key, new DailyBars(key, bars.subList(0, bars.size() - 25)));
        }
        PlanningInput stale = new PlanningInput(fresh.kind(), fresh.market().withBars(old), fresh.account(),
                fresh.ledger(), fresh.levels(), fresh.own(), fresh.past(), fresh.settings());
        for (PlanningInput each : List.of(fresh, stale, input(world(), false))) {
            NamesReport.Name apple = name(each, "AAPL");
            var signal = HedgePlanner.plan(each).report().signals().stream()
                    .filter(s -> s.id() == SignalId.FUNDAMENTALS).findFirst().orElseThrow();
            Figure change = figure(apple, CapitalCost.CHANGE);
            Figure worth = figure(apple, DividendDiscount.NAME);
            assertThat(change.known()).isEqualTo(each == fresh);
            assertThat(signal.inputs().stream().filter(i -> i.name().equals("WACC change AAPL"))
                    .mapToDouble(alvh.planner.signal.Signal.Input::value).boxed().toList())
                    .isEqualTo(change.known() ? List.of(change.value()) : List.of());
            assertThat(signal.inputs().stream().filter(i -> i.name().equals("price over DDM AAPL"))
                    .mapToDouble(alvh.planner.signal.Signal.Input::value).boxed().toList())
                    .isEqualTo(List.of(worth.value()));
        }
    }

    @Test
    void earningsOfTheEventsFileAreUnknownOnlyWhereItCannotTell() {
        double no = Double.NaN;
        World world = world();
        assertThat(earnings(world)).isEqualTo("UNKNOWN no events file");
        world.calendar = new EventCalendar(List.of(
                new ScheduledEvent(Instant.parse("2026-04-30T20:30:00Z"), Type.EARNINGS, "JPM", 2, no, no, no)));
        assertThat(earnings(world)).isEqualTo("UNKNOWN no earnings date in the events file");
        world.calendar = new EventCalendar(List.of(
                new ScheduledEvent(Instant.parse("2026-01-29T21:30:00Z"), Type.EARNINGS, "AAPL", 2, no, no, no)));
        // 12 weeks after 29 January is 23 April, AAPL's spread expires on 17 April
        assertThat(earnings(world)).isEqualTo("NO the last earnings were on 2026-01-29");
        world.calendar = new EventCalendar(List.of(
                new ScheduledEvent(Instant.parse("2025-10-30T20:30:00Z"), Type.EARNINGS, "AAPL", 2, no, no, no)));
        assertThat(earnings(world)).isEqualTo("UNKNOWN the events file ends with the earnings of 2025-10-30");
    }

    private static String earnings(World world) {
        return name(world.input(), "AAPL").fragility().items().stream()
                .filter(i -> i.name().equals("earnings before expiry")).map(i -> i.answer() + " " + i.because())
                .findFirst().orElseThrow();
    }

    @Test
    void twoYearsOfBarsAreTooFewForFiveYearsOfRatios() {
        assertThat(figure(name(input(world(), false), "AAPL"), PriceEarnings.NAME).missing())
                .isEqualTo("14 months with price and positive earnings, needs 36");
    }

    @Test
    void aLargeLiquidSteadyNameIsTierA() {
        NamesReport.Name apple = name(input(world(), false), "AAPL");
        assertThat(apple.credit().tier()).as(apple.credit().toString()).isEqualTo(HedgeCredit.Tier.A);
        assertThat(apple.countedLoss()).isEqualTo(apple.marketLoss());
    }

    @Test
    void sectorsFallTogetherInScenarioN() {
        World apart = World.demo();
        World together = World.demo().with(w -> w.companies = Firms.companies(
                Firms.company("AAPL", "tech", Double.NaN, Double.NaN, Double.NaN),
                Firms.company("NVDA", "tech", Double.NaN, Double.NaN, Double.NaN)));
        assertThat(inSector(together)).isLessThan(inSector(apart) - 100);
    }

    private static double inSector(World world) {
        PlanningInput input = world.input();
        Picture first = Picture.of(input, NYSE);
        Assessment assessment = Assessment.of(input, NYSE, first.today());
        Picture picture = first.withState(
                first.state().withBetas(assessment.betas(), input.own().companies().sectors()));
        double[] base = BookRisk.of(assessment.structures(), picture).base();
        return base[base.length - 1];
    }

    @Test
    void anIpoInTheSectorOfANameRaisesTheGapFlag() {
        double no = Double.NaN;
        World world = world();
        world.calendar = new EventCalendar(List.of(
                new ScheduledEvent(Instant.parse("2026-03-12T13:30:00Z"), Type.IPO, "NEWCO", 2, no, no, no)));
        Assessment without = Assessment.of(world.input(), NYSE, World.TUESDAY);
        assertThat(without.signals().gapFlag()).isFalse();
        world.companies = Firms.companies(apple(List.of()),
                Firms.company("NEWCO", "phones", no, no, no));
        Assessment with = Assessment.of(world.input(), NYSE, World.TUESDAY);
        assertThat(with.signals().gapFlag()).isTrue();
        assertThat(with.signals().get(SignalId.GAP).reading()).contains("NEWCO IPO");
    }

    @Test
    void dividendsPayForHedgesOnlyWhereTheSettingSaysSo() {
        World world = World.demo();
        world.hold(InstrumentKey.of("AAPL"), 100, "150");
        world.companies = Firms.companies(apple(List.of(new Company.Dated(LocalDate.of(2026, 3, 3), 0.26))));
        Assessment off = Assessment.of(world.input(), NYSE, World.TUESDAY);
        HedgeSettings s = world.settings;
        world.settings = new HedgeSettings(s.shareOfPremium(), s.maxUsd(), s.netLosses(), s.indexStructures(),
                s.preset(), s.keepCore(), s.holdIntoSoq(), s.edrVote(), s.lifo(), s.humanAboveUsd(),
                s.delayedAllowed(), s.ratePerYear(), s.fees(), s.futures(), true, s.ownScenarios());
        Assessment on = Assessment.of(world.input(), NYSE, World.TUESDAY);
        assertThat(on.premium().realised().minus(off.premium().realised())).isEqualTo(Usd.of("26"));
        assertThat(on.budget().flowCap().minus(off.budget().flowCap())).as("a fifth of it").isEqualTo(Usd.of("5.20"));
        assertThat(on.budget().stockCap()).isEqualTo(off.budget().stockCap());
    }

    @Test
    void aShortCallBeforeItsExDateIsWatchedInTheReport() {
        World world = new World();
        world.market.name("AAPL", 221, 0.28, 1.2);
        world.spread("AAPL", LocalDate.of(2026, 3, 20), Right.CALL, 200, 210, 1, "23.00", "14.00");
        world.companies = Firms.companies(apple(List.of(new Company.Dated(LocalDate.of(2026, 3, 13), 1.5))));
        assertThat(name(world.input(), "AAPL").warnings()).anyMatch(w -> w.contains("ex-date 2026-03-13, 1.50 a share")
                && w.contains("assignment the evening before is likely"));
    }
}
