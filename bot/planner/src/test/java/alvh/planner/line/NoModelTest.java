package alvh.planner.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;
import alvh.planner.plan.WhatIf;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static alvh.planner.world.Outcomes.codes;
import static alvh.planner.world.Outcomes.plan;
import static alvh.planner.world.Outcomes.refusal;
import static alvh.planner.world.World.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Methodology 4.5 and S08: a level is missing, and the last good surface is or is not younger than a session. */
class NoModelTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);
    private static final Instant YESTERDAY_AFTERNOON = World.newYork(LocalDate.of(2026, 3, 9), 15, 55);
    private static final Instant YESTERDAY_MORNING = World.newYork(LocalDate.of(2026, 3, 9), 10, 15);

    @Test
    void withoutVvixTheBudgetIsSplitFortyFortyTwenty() {
        PlanOutcome outcome = blind(300, "VVIX", YESTERDAY_AFTERNOON).plan();
        HedgePlan plan = plan(outcome);
        Usd budget = outcome.report().budget().available();
        assertThat(plan.orders()).as(Show.of(outcome)).extracting(PlannedOrder::layer)
                .containsExactly(LayerId.BASE, LayerId.ACCELERATION, LayerId.CONTINGENCY);
        for (PlannedOrder order : plan.orders()) {
            Usd share = budget.share(new java.math.BigDecimal(order.layer() == LayerId.CONTINGENCY ? "0.20" : "0.40"));
            Usd unit = unit(order);
            long fits = share.e4() / unit.e4();
            assertThat(order.quantity()).as(order.words()).isLessThanOrEqualTo(order.layer() == LayerId.BASE
                    ? fits + budget.e4() / unit.e4()
                    : fits);
        }
        // Acceleration: 40 % of 3,000 at FULL is 1,200, of which row (9) leaves 1,500 for all three layers.
        assertThat(plan.worstCase()).isLessThanOrEqualTo(budget.part(1, 2));
        assertThat(plan.orders()).allMatch(order -> order.quantity() >= 1);
        assertThat(outcome.report().notes()).anyMatch(n -> n.startsWith("no model today (missing: VVIX)"));
        assertThat(outcome.report().certificates()).allMatch(Certificate::valid)
                .allSatisfy(c -> assertThat(c.signatures().toString()).contains("without the model greeks are unknown")
                        .contains("by a surface younger than a session"));
    }

    @Test
    void levelsScaleTheDollars() {
        // 200 premium spreads: 2,000; Base at CORE 40 % of a third: 266.67 = three units of 88.60 and 0.87 left.
        World world = blind(200, "VVIX", YESTERDAY_AFTERNOON).levels(Level.CORE, Level.ARMED, Level.CORE);
        PlanOutcome outcome = world.plan();
        assertThat(plan(outcome).orders()).as(Show.of(outcome)).extracting(PlannedOrder::layer)
                .containsExactly(LayerId.BASE, LayerId.CONTINGENCY);
        assertThat(plan(outcome).orders()).extracting(PlannedOrder::quantity).containsExactly(3L, 1L);
    }

    @Test
    void theStrikesAreThoseOfTheWholeModelWhenOnlySpxIsMissing() {
        PlanOutcome whole = book(300).levels(Level.FULL, Level.ARMED, Level.CORE).plan();
        World world = blind(300, "SPX", YESTERDAY_AFTERNOON).levels(Level.FULL, Level.ARMED, Level.CORE);
        world.market.levelOverride.put("XSP", IndexLevel.NONE);
        PlanOutcome outcome = world.plan();
        assertThat(plan(outcome).orders().get(0).words()).as(Show.of(outcome)).contains("VIX 15 Apr 23 call")
                .contains("delta .30");
        assertThat(whole.report().rejected().toString() + plan(whole).orders()).contains("VIX 15 Apr 23 call");
        assertThat(outcome.report().details().whatIf()).isEqualTo(WhatIf.NONE);
        assertThat(outcome.report().shadowPrice()).isNaN();
        assertThat(outcome.report().losses().columns()).allMatch(c -> c.plannedHedge() == 0);
    }

    @Test
    void aSurfaceOfExactlyOneSessionAgoIsTooOld() {
        PlanOutcome outcome = blind(300, "VVIX", YESTERDAY_MORNING).plan();
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.Impossible.class);
        assertThat(refusal(outcome, Refusal.Code.SURFACE_OLD).because()).contains("missing: VVIX")
                .contains("not younger than a session").contains(YESTERDAY_MORNING.toString());
        assertThat(blind(300, "VVIX", YESTERDAY_MORNING.plusSeconds(1)).plan()).isInstanceOf(PlanOutcome.Planned.class);
    }

    @Test
    void overAWeekendASessionIsTheTradingDayBefore() {
        World monday = blind(300, "VVIX", World.newYork(LocalDate.of(2026, 3, 13), 15, 0));
        monday.market.asOf = World.newYork(LocalDate.of(2026, 3, 16), 10, 15);
        monday.levels(Level.FULL, Level.FULL, Level.FULL);
        assertThat(monday.plan()).as(Show.of(monday.plan())).isInstanceOf(PlanOutcome.Planned.class);
    }

    @Test
    void withoutAnyEarlierSurfaceNothingIsBought() {
        PlanOutcome outcome = blind(300, "VVIX", YESTERDAY_AFTERNOON).with(w -> w.past = Past.NONE).plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.Impossible.class);
        assertThat(refusal(outcome, Refusal.Code.DATA_MISSING).because()).contains("no earlier surface is known");
    }

    @Test
    void aSurfaceFromTheFutureIsNone() {
        PlanOutcome outcome = blind(300, "VVIX", World.newYork(World.TUESDAY, 10, 16)).plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.Impossible.class);
    }

    @Test
    void withoutVixTheLayersAreFrozenWhateverTheSurface() {
        PlanOutcome outcome = blind(300, "VIX", YESTERDAY_AFTERNOON).plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.Impossible.class);
        assertThat(refusal(outcome, Refusal.Code.DATA_MISSING).because()).contains("without VIX nothing is bought");
    }

    @Test
    void theContractsOwnQuoteMustBeLiveAndTwoSided() {
        World world = blind(300, "VVIX", YESTERDAY_AFTERNOON);
        world.market.snapshot().quotes().forEach((key, quote) -> {
            if (key.isOption() && key.root().equals("VIX") && key.settlementDate().equals(APRIL)
                    && key.right() == Right.CALL && key.strike() > 21) {
                world.market.overridden.put(key,
                        new Quote(Double.NaN, quote.ask(), 0, 10, quote.at(), quote.quality()));
            }
        });
        PlanOutcome outcome = world.plan();
        assertThat(outcome).as(Show.of(outcome)).isNotInstanceOf(PlanOutcome.Planned.class);
        assertThat(codes(outcome)).contains(Refusal.Code.Q_ONESIDED);
    }

    @Test
    void withoutALiveForwardTheGateCannotBeAskedAndTheLayerStaysClosed() {
        World world = blind(300, "SPX", YESTERDAY_AFTERNOON);
        world.market.levelOverride.put("XSP", IndexLevel.NONE);
        // No future of that date, and calls without puts: no parity either.
        silence(world, key -> key.root().equals("VX")
                || key.isOption() && key.root().equals("VIX") && key.right() == Right.PUT);
        PlanOutcome outcome = world.plan();
        assertThat(outcome).as(Show.of(outcome)).isNotInstanceOf(PlanOutcome.Planned.class);
        assertThat(outcome.report().rejected().toString()).contains("gates cannot be asked");
    }

    @Test
    void parityAloneIsForwardEnough() {
        World world = blind(300, "SPX", YESTERDAY_AFTERNOON);
        world.market.levelOverride.put("XSP", IndexLevel.NONE);
        silence(world, key -> key.root().equals("VX"));
        assertThat(plan(world.plan()).orders().get(0).words()).contains("VIX 15 Apr 23 call");
    }

    @Test
    void theVvixGateIsAskedOfTodaysOwnSmile() {
        World world = blind(300, "VVIX", YESTERDAY_AFTERNOON);
        Picture picture = Picture.of(world.input(), TradingCalendar.nyse());
        // The synthetic market prices VIX options by the default smile of VVIX 96.4.
        assertThat(LastSurfaces.of(picture, world.past).vvix()).isCloseTo(96.4, within(2.5));
        world.market.vvix = 160;
        PlanOutcome outcome = world.plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(codes(outcome)).contains(Refusal.Code.VVIX_ABOVE_140);
    }

    @Test
    void nothingIsRolledAndWhatIsHeldCountsAgainstTheLayersShare() {
        World world = blind(300, "VVIX", YESTERDAY_AFTERNOON);
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 3, 18), 22, 2, "0.70", 30);
        PlanOutcome outcome = world.plan();
        assertThat(plan(outcome).orders()).as(Show.of(outcome))
                .noneMatch(o -> o.effect() == alvh.planner.ledger.BookedEvent.Effect.ROLL);
        assertThat(plan(outcome).worstCase()).isLessThanOrEqualTo(outcome.report().budget().available());
    }

    @Test
    void itIsDeterministicAndNeverAboveTheBudget() {
        for (int size : List.of(20, 40, 80, 160, 320)) {
            PlanOutcome outcome = blind(size, "VVIX", YESTERDAY_AFTERNOON).plan();
            assertThat(outcome.report())
                    .hasToString(blind(size, "VVIX", YESTERDAY_AFTERNOON).plan().report().toString());
            if (outcome instanceof PlanOutcome.Planned planned) {
                assertThat(planned.plan().worstCase()).isLessThanOrEqualTo(outcome.report().budget().available());
            } else {
                assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.NothingToDo.class);
            }
        }
    }

    private static Usd unit(PlannedOrder order) {
        return order.ladder().last().cost(100, 1).plus(order.fees().part(1, order.quantity()));
    }

    private static void silence(World world, java.util.function.Predicate<InstrumentKey> which) {
        world.market.snapshot().quotes().forEach((key, quote) -> {
            if (which.test(key)) {
                world.market.overridden.put(key, Quote.NONE);
            }
        });
    }

    /** A book whose market lacks a level, and the surfaces that a plan of {@code at} left. */
    private static World blind(int size, String level, Instant at) {
        World world = book(size).levels(Level.FULL, Level.FULL, Level.FULL);
        Picture whole = Picture.of(world.input(), TradingCalendar.nyse());
        var surfaces = new ArrayList<Past.SurfaceEntry>();
        whole.state().surfaces().forEach((expiry, surface) -> surfaces.add(new Past.SurfaceEntry(at,
                expiry.tradingClass(), expiry.settlement(), surface.forward(), surface.smile().atm(),
                surface.smile().slopeUp(), surface.smile().curvature())));
        assertThat(surfaces).isNotEmpty();
        world.past = new Past(null, surfaces, List.of());
        world.market.levelOverride.put(level, new IndexLevel(Double.NaN, world.market.asOf.minus(Duration.ofHours(2)),
                Quality.NONE));
        return world;
    }
}
