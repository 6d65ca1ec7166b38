package alvh.planner;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.risk.OrderShape;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static alvh.planner.world.Outcomes.codes;
import static alvh.planner.world.Outcomes.plan;
import static alvh.planner.world.World.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Plans of an account that holds hedges: harvest, rolls, floors, release. */
class HeldHedgeTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 18);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 19);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 21);

    @Test
    void aSpikeIsHarvestedOnTheFirstRungAndNothingIsBought() {
        World world = spike(book(100).levels(Level.FULL, Level.ARMED, Level.FULL));
        String lot = world.boughtCall(LayerId.BASE, APRIL, 24, 6, "0.80", 10);
        world.kind = HedgePlan.Kind.MARKS;
        PlanOutcome outcome = world.plan();
        PlannedOrder sale = plan(outcome).orders().get(0);
        assertThat(plan(outcome).orders()).as(Show.of(outcome)).hasSize(1);
        assertThat(sale.effect()).isEqualTo(Effect.CLOSE);
        assertThat(sale.closesLots()).containsExactly(lot);
        // the mid is beyond 6 x: two thirds of six
        assertThat(sale.quantity()).isEqualTo(4);
        assertThat(sale.worstCase()).isEqualTo(Usd.ZERO);
        assertThat(sale.ladder().first().toDouble()).isBetween(sale.bid(), sale.ask());
        assertThat(sale.ladder().last().toDouble()).isEqualTo(sale.bid());
        assertThat(OrderShape.check(sale.effect(), sale.legs(), sale.quantity(), 6)).isEmpty();
        assertThat(sale.because()).contains("rung 6.0 x");
    }

    @Test
    void MP11_harvestIsNeverBlockedByLayersGatesOrABrokenBudget() {
        World world = spike(book(1).levels(Level.OFF, Level.OFF, Level.OFF));
        world.boughtCall(LayerId.BASE, APRIL, 24, 6, "0.80", 10);
        world.netLiquidation = null;
        world.market.vvix = 170;
        PlanOutcome outcome = world.plan();
        assertThat(plan(outcome).orders()).as(Show.of(outcome)).extracting(PlannedOrder::effect)
                .containsOnly(Effect.CLOSE);
        assertThat(plan(world.preset(HedgeSettings.Preset.OFF).plan()).orders()).isNotEmpty();
    }

    @Test
    void theLossTableShowsWhatASaleGivesUp() {
        World world = spike(book(100).levels(Level.OFF, Level.OFF, Level.OFF));
        world.boughtCall(LayerId.BASE, APRIL, 24, 6, "0.80", 10);
        PlanReport report = world.plan().report();
        LossTable.Column crash = report.losses().columns().get(2);
        assertThat(crash.heldHedge()).as("six calls before the sale").isPositive();
        assertThat(crash.plannedHedge() / crash.heldHedge()).as("four of the six are sold")
                .isCloseTo(-4.0 / 6, within(1e-4));
    }

    @Test
    void aWideQuoteStopsBuysButNotSales() {
        World world = spike(book(100));
        world.boughtCall(LayerId.BASE, APRIL, 24, 6, "0.80", 10);
        world.market.halfSpread = 2.5;
        PlanOutcome outcome = world.plan();
        assertThat(plan(outcome).orders()).as(Show.of(outcome)).extracting(PlannedOrder::effect)
                .containsOnly(Effect.CLOSE);
    }

    @Test
    void aDueBaseCallIsRolledInOneOrder() {
        World world = book(100);
        String lot = world.boughtCall(LayerId.BASE, MARCH, 22, 2, "0.70", 30);
        PlanOutcome outcome = world.plan();
        PlannedOrder roll = plan(outcome).orders().stream().filter(o -> o.effect() == Effect.ROLL).findFirst()
                .orElseThrow(() -> new AssertionError(Show.of(outcome)));
        assertThat(roll.closesLots()).containsExactly(lot);
        assertThat(roll.quantity()).isEqualTo(2);
        assertThat(roll.legs()).hasSize(2);
        assertThat(roll.legs().get(0).side()).isEqualTo(Side.SELL);
        assertThat(roll.legs().get(1).key().settlementDate()).isEqualTo(APRIL);
        assertThat(roll.legs().get(1).key().strike()).isGreaterThanOrEqualTo(20);
        assertThat(OrderShape.check(roll.effect(), roll.legs(), roll.quantity(), 2)).isEmpty();
        assertThat(roll.ladder().rungs()).hasSizeLessThanOrEqualTo(5);
        assertThat(roll.because()).contains("due");
    }

    @Test
    void MP12_aRollThatBreaksTheFlowTestIsDownsized() {
        // Caps of 300 and 375. Contingency's 126 and Base's 100 leave 74 in the flow test: one roll of about 42, not two.
        World world = book(30).levels(Level.FULL, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, MARCH, 23, 2, "0.50", 30);
        world.boughtCall(LayerId.CONTINGENCY, OCTOBER, 30, 1, "1.25", 30);
        PlanOutcome outcome = world.plan();
        PlannedOrder roll = plan(outcome).orders().stream().filter(o -> o.effect() == Effect.ROLL).findFirst()
                .orElseThrow(() -> new AssertionError(Show.of(outcome)));
        assertThat(roll.quantity()).as(Show.of(outcome)).isEqualTo(1);
        Usd left = outcome.report().budget().available();
        assertThat(plan(outcome).worstCase()).isLessThanOrEqualTo(left);
    }

    @Test
    void aDueSpreadIsSoldFirstAndItsSuccessorWaitsForTheFill() {
        World world = book(400).levels(Level.CORE, Level.FULL, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 24, 1, "0.80", 3);
        LocalDate soon = LocalDate.of(2026, 4, 2);
        String lot = world.bought(LayerId.ACCELERATION, spread(soon, 580, 570), 1, "2.00", 40);
        PlanOutcome outcome = world.plan();
        List<PlannedOrder> orders = plan(outcome).orders();
        PlannedOrder sale = orders.get(0);
        assertThat(sale.effect()).as(Show.of(outcome)).isEqualTo(Effect.CLOSE);
        assertThat(sale.closesLots()).containsExactly(lot);
        // A package is only ever bought: this one for less than nothing, and for less income at each rung.
        assertThat(sale.ladder().first().toDouble()).isBetween(sale.bid(), sale.ask());
        assertThat(sale.ladder().last().toDouble()).isNegative().isEqualTo(sale.ask());
        assertThat(sale.ladder().first()).isLessThanOrEqualTo(sale.ladder().last());
        PlannedOrder buy = orders.stream().filter(o -> o.dependsOn() == sale.step()).findFirst()
                .orElseThrow(() -> new AssertionError(Show.of(outcome)));
        assertThat(buy.effect()).isEqualTo(Effect.OPEN);
        assertThat(buy.layer()).isEqualTo(LayerId.ACCELERATION);
        assertThat(OrderShape.check(buy.effect(), buy.legs(), buy.quantity(), 0)).isEmpty();
    }

    @Test
    void whatIsAboutToStopTradingIsSold() {
        World world = book(100);
        world.market.asOf = World.newYork(LocalDate.of(2026, 3, 16), 10, 15);
        world.boughtCall(LayerId.BASE, MARCH, 19, 2, "0.90", 30);
        PlanOutcome outcome = world.plan();
        assertThat(plan(outcome).orders()).as(Show.of(outcome)).anySatisfy(order -> {
            assertThat(order.effect()).isEqualTo(Effect.CLOSE);
            assertThat(order.because()).contains("last trading day");
        });
    }

    @Test
    void theFiveMinuteRhythmOnlySells() {
        World world = book(100);
        world.kind = HedgePlan.Kind.MARKS;
        world.boughtCall(LayerId.BASE, MARCH, 22, 2, "0.70", 30);
        PlanOutcome outcome = world.plan();
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(outcome.report().lots()).singleElement().satisfies(lot -> {
            assertThat(lot.decision()).isEqualTo("hold");
            assertThat(lot.openQuantity()).isEqualTo(2);
            assertThat(lot.mark()).isPositive();
        });
    }

    @Test
    void buysRestAfterARungWasSold() {
        World world = book(100).levels(Level.FULL, Level.FULL, Level.FULL);
        var memory = world.levels.memory();
        world.levels = new alvh.planner.layer.LayerLevels(world.levels.asOf(), world.levels.levels(),
                new alvh.planner.layer.LayerLevels.Memory(memory.quietCloses(), LocalDate.of(2026, 3, 5), false,
                        memory.regime(), null, 0));
        PlanOutcome outcome = world.plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.NothingToDo.class);
        assertThat(codes(outcome)).contains(Refusal.Code.AFTER_HARVEST_REST);
    }

    @Test
    void halfOfAHarvestedGainMayExtendProtectionBesideTheBudget() {
        World world = book(100).levels(Level.CORE, Level.FULL, Level.CORE);
        String lot = world.boughtCall(LayerId.BASE, APRIL, 24, 4, "0.80", 40);
        InstrumentKey key = InstrumentKey.option("VIX", APRIL, Right.CALL, 24_000);
        world.boughtCall(LayerId.BASE, APRIL, 25, 1, "0.60", 20);
        // Contingency has nearly used the budget up.
        world.boughtCall(LayerId.CONTINGENCY, OCTOBER, 26, 4, "2.20", 20);
        world.soldRung(lot, key, LayerId.BASE, 4, "5.00", 30);
        // Proceeds of 1,996 on a cost of 321: half of the gain is 837.
        PlanOutcome before = world.with(w -> w.levels(Level.CORE, Level.ARMED, Level.CORE)).plan();
        world.levels(Level.CORE, Level.FULL, Level.CORE);
        PlanOutcome outcome = world.plan();
        List<PlannedOrder> extensions = plan(outcome).orders().stream()
                .filter(o -> o.effect() == Effect.OPEN && !o.closesLots().isEmpty()).toList();
        assertThat(extensions).as(Show.of(outcome)).isNotEmpty().allSatisfy(order -> {
            assertThat(order.layer()).isEqualTo(LayerId.ACCELERATION);
            assertThat(order.closesLots()).containsExactly(lot);
            assertThat(order.because()).contains("harvested gains");
        });
        assertThat(extensions.stream().map(PlannedOrder::worstCase).reduce(Usd.ZERO, Usd::plus))
                .isLessThanOrEqualTo(Usd.ofDollars(838));
        assertThat(plan(outcome).worstCase()).isGreaterThan(outcome.report().budget().available());
        assertThat(before).as(Show.of(before)).isInstanceOf(PlanOutcome.NothingToDo.class);
    }

    @Test
    void whatIsHeldCountsAgainstTheLayersShareAndTheOverHedgeRows() {
        World fresh = book(100).levels(Level.FULL, Level.ARMED, Level.CORE);
        World holding = book(100).levels(Level.FULL, Level.ARMED, Level.CORE);
        holding.boughtCall(LayerId.BASE, APRIL, 24, 4, "0.80", 40);
        long freshUnits = units(fresh.plan());
        long more = units(holding.plan());
        assertThat(more).isLessThan(freshUnits);
        assertThat(holding.plan().report().losses().columns().get(2).heldHedge()).isPositive();
    }

    @Test
    void everyLotIsInTheReportAndItsLegsAreWanted() {
        World world = book(100);
        world.boughtCall(LayerId.BASE, MAY, 24, 1, "0.80", 3);
        world.boughtCall(LayerId.CONTINGENCY, OCTOBER, 30, 1, "1.10", 3);
        world.bought(LayerId.ACCELERATION, spread(MAY.plusDays(10), 570, 560), 1, "2.00", 3);
        PlanningInput input = world.input();
        assertThat(world.plan().report().lots()).hasSize(3);
        assertThat(HedgePlanner.wanted(input.levels(), input.account(), input.ledger(), input.market(),
                input.settings()).subList(0, 4)).allMatch(key -> !key.root().equals("KO"));
    }

    /** May is 70 days away, between the windows of Base and the others: only its own lot brings it into the picture. */
    @Test
    void aHeldLotIsPricedOnASmileOfItsOwnExpiryFromTheWantedLinesAlone() {
        for (HedgeSettings.Preset preset : List.of(HedgeSettings.Preset.DEFAULT, HedgeSettings.Preset.OFF)) {
            for (int strike : List.of(16, 20, 24, 30)) {
                World world = book(100).preset(preset);
                world.boughtCall(LayerId.BASE, MAY, strike, 1, "0.80", 3);
                world.bought(LayerId.ACCELERATION, spread(MAY.plusDays(10), 570, 560), 1, "2.00", 3);
                PlanningInput input = narrowed(world.input());
                var picture = alvh.planner.line.Picture.of(input, alvh.planner.market.TradingCalendar.nyse());
                InstrumentKey held = InstrumentKey.option("VIX", MAY, Right.CALL, strike * 1000L);
                assertThat(picture.state().surface(held).smile().shape()).as("%s %d", preset, strike)
                        .isEqualTo(alvh.planner.pricing.Smile.Shape.QUADRATIC);
                assertThat(picture.state().surface(held).smile().points()).isGreaterThanOrEqualTo(5);
            }
        }
    }

    private static PlanningInput narrowed(PlanningInput input) {
        var wanted = HedgePlanner.wanted(input.levels(), input.account(), input.ledger(), input.market(),
                input.settings());
        var all = input.market();
        var quotes = new java.util.TreeMap<>(all.quotes());
        quotes.keySet().retainAll(new java.util.HashSet<>(wanted));
        return new PlanningInput(input.kind(), new alvh.planner.market.MarketSnapshot(all.asOf(), all.takenAt(),
                all.levels(), quotes, all.listings(), all.bars(), all.increments(), all.missing()), input.account(),
                input.ledger(), input.levels(), input.own(), input.past(), input.settings());
    }

    private static long units(PlanOutcome outcome) {
        return plan(outcome).orders().stream().filter(o -> o.layer() == LayerId.BASE)
                .mapToLong(PlannedOrder::quantity).sum();
    }

    private static List<Lot.LotLeg> spread(LocalDate date, int high, int low) {
        return List.of(
                new Lot.LotLeg(InstrumentKey.option("XSP", date, Right.PUT, high * 1000L), 1, Side.BUY),
                new Lot.LotLeg(InstrumentKey.option("XSP", date, Right.PUT, low * 1000L), 1, Side.SELL));
    }

    private static World spike(World world) {
        world.market.vix = 38;
        world.market.vix3m = 33;
        world.market.vvix = 160;
        world.market.spx = 5300;
        world.market.curve = new double[]{33, 31, 29, 27, 26, 25, 24.5, 24.2, 24, 23.8};
        return world;
    }
}
