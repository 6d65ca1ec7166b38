package alvh.planner.report;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.Candidate;
import alvh.planner.line.Candidates;
import alvh.planner.line.GainFund;
import alvh.planner.line.Picture;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.plan.Conduct;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;
import alvh.planner.world.Outcomes;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every shift along the expiry axis has its cost line (methodology 2.6 rules 1 to 3 and 5, 3.6); S15, S35 and 2.3. */
class ShiftsTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 18);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 21);

    private static World book(int spreads) {
        return World.book(spreads);
    }

    private static List<Conduct.Shift> shifts(PlanOutcome outcome) {
        return outcome.report().details().conduct().shifts();
    }

    @Test
    void rule5_aForwardRollSaysWhatItCostsAndChanges() {
        World world = book(100);
        world.boughtCall(LayerId.BASE, MARCH, 22, 2, "0.70", 30);
        PlanOutcome outcome = world.plan();
        PlannedOrder roll = Outcomes.plan(outcome).orders().stream().filter(o -> o.effect() == Effect.ROLL)
                .findFirst().orElseThrow(() -> new AssertionError(Show.of(outcome)));
        assertThat(shifts(outcome)).filteredOn(s -> s.what() == Conduct.Shift.Kind.FORWARD).singleElement()
                .satisfies(shift -> {
                    assertThat(shift.step()).isEqualTo(roll.step());
                    // Two calls: cost = price difference at mid + slippage + fees; 2 legs x 0.65 + 2 x 0.60 a unit.
                    assertThat(shift.cost()).isCloseTo(
                            shift.forwardDifference() + shift.volTerm() + shift.slippage() + 2 * 2.50, within(0.05));
                    // The quotes of the two legs in the plan's picture: 35 % of both half-spreads.
                    assertThat(shift.slippage()).isCloseTo(2 * 0.35 * 100 * (roll.ask() - roll.bid()) / 2,
                            within(0.05));
                    assertThat(shift.decayPaid()).isPositive();
                    assertThat(shift.forwardDifference()).isPositive();
                    // Eight days left against thirty-six: the new call decays more slowly, and follows VIX less.
                    assertThat(shift.deltaAfter()).isNotEqualTo(shift.deltaBefore());
                    assertThat(shift.sentence()).contains("forward shift, step " + roll.step()).contains("decay paid $")
                            .contains("forward difference").contains("slippage").contains("vega");
                });
        assertThat(outcome.report().details().conduct().lines()).anyMatch(l -> l.startsWith("forward shift"));
    }

    @Test
    void rule2_anExtensionSaysThatGainsPayForItAndTheThrottleHalvesOrClosesThem() {
        World world = book(100).levels(Level.CORE, Level.FULL, Level.CORE);
        String lot = world.boughtCall(LayerId.BASE, APRIL, 24, 4, "0.80", 40);
        world.boughtCall(LayerId.BASE, APRIL, 25, 1, "0.60", 20);
        world.boughtCall(LayerId.CONTINGENCY, OCTOBER, 26, 4, "2.20", 20);
        world.soldRung(lot, InstrumentKey.option("VIX", APRIL, Right.CALL, 24_000), LayerId.BASE, 4, "5.00", 30);
        PlanOutcome outcome = world.plan();
        assertThat(shifts(outcome)).as(Show.of(outcome)).isNotEmpty().allSatisfy(shift -> {
            assertThat(shift.what()).isEqualTo(Conduct.Shift.Kind.EXTENSION);
            assertThat(shift.decayPaid()).isZero();
            assertThat(shift.deltaBefore()).isZero();
            assertThat(shift.sentence()).contains("harvested gains");
        });
        var charges = alvh.planner.ledger.HedgeCharges.of(world.ledger(), World.TUESDAY,
                alvh.planner.market.TradingCalendar.nyse());
        var whole = GainFund.of(LayerId.ACCELERATION, 29.99, charges, world.ledger()).amount();
        assertThat(GainFund.of(LayerId.ACCELERATION, 30, charges, world.ledger()).amount()).isEqualTo(whole.part(1, 2));
        // A part of Base's gain extends the next longer layer only.
        assertThat(GainFund.of(LayerId.CONTINGENCY, 20, charges, world.ledger()).amount().isPositive()).isFalse();
        world.market.curve = new double[]{55, 54, 53, 52, 51.5, 51.2, 51, 50.9, 50.8, 50.7};
        assertThat(shifts(world.plan())).noneMatch(s -> s.what() == Conduct.Shift.Kind.EXTENSION);
    }

    @Test
    void rule3_aLayerAboveItsShareGetsNoAddInTheWeeklyPlanAndNothingIsSoldForIt() {
        World world = book(400).levels(Level.FULL, Level.ARMED, Level.FULL);
        world.boughtCall(LayerId.BASE, APRIL, 22, 6, "0.95", 10);
        PlanOutcome daily = world.plan();
        world.kind = HedgePlan.Kind.WEEKLY;
        PlanOutcome weekly = world.plan();
        assertThat(orders(daily, LayerId.BASE)).as(Show.of(daily)).isNotEmpty();
        assertThat(orders(weekly, LayerId.BASE)).as(Show.of(weekly)).isEmpty();
        assertThat(weekly.report().rejected()).anySatisfy(r -> {
            assertThat(r.code()).isEqualTo(Refusal.Code.LAYER_CAP);
            assertThat(r.because()).contains("ratio shift of the week").contains("100 %").contains("67 %");
        });
        // The dollars go to the layer below its share, which says so.
        assertThat(shifts(weekly)).filteredOn(s -> s.what() == Conduct.Shift.Kind.RATIO).isNotEmpty()
                .allSatisfy(s -> assertThat(s.sentence()).contains("towards 40/40/20"));
        assertThat(Outcomes.plan(weekly).orders()).noneMatch(o -> o.effect() == Effect.CLOSE);
    }

    @Test
    void rule3_ofTenPointsOrOneHundredAndFiftyDollarsNothingMoves() {
        // Base 2/3 and Contingency 1/3 would be on target; $95 and $1 of commission in Base alone are less than $150 off.
        World world = book(400).levels(Level.FULL, Level.ARMED, Level.FULL);
        world.kind = HedgePlan.Kind.WEEKLY;
        world.boughtCall(LayerId.BASE, APRIL, 22, 1, "0.95", 10);
        PlanOutcome outcome = world.plan();
        assertThat(orders(outcome, LayerId.BASE)).as(Show.of(outcome)).isNotEmpty();
        assertThat(shifts(outcome)).noneMatch(s -> s.what() == Conduct.Shift.Kind.RATIO);
    }

    @Test
    void aDueSpreadMayRollIntoEachSpreadOfTheNewDate() {
        World world = book(400).levels(Level.CORE, Level.FULL, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 24, 1, "0.80", 3);
        LocalDate soon = LocalDate.of(2026, 4, 2);
        world.bought(LayerId.ACCELERATION, List.of(
                new alvh.planner.ledger.Lot.LotLeg(InstrumentKey.option("XSP", soon, Right.PUT, 580_000), 1,
                        alvh.planner.market.Side.BUY),
                new alvh.planner.ledger.Lot.LotLeg(InstrumentKey.option("XSP", soon, Right.PUT, 570_000), 1,
                        alvh.planner.market.Side.SELL)),
                1, "2.00", 40);
        PlanOutcome outcome = world.plan();
        // Narrowest, widest and midway, each offered as a roll: two are not taken, each with its reason.
        assertThat(outcome.report().rejected()).as(Show.of(outcome))
                .filteredOn(r -> r.subject().contains(" into XSP")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(shifts(outcome)).filteredOn(s -> s.what() == Conduct.Shift.Kind.FORWARD).singleElement()
                .satisfies(s -> assertThat(s.layer()).isEqualTo(LayerId.ACCELERATION));
    }

    @Test
    void aRollNeverChasesByMoreThanTwoPoints() {
        World world = book(100);
        world.market.halfSpread = 0.01;
        // The strike nearest to 0.30 delta is 23: three points below what is held.
        world.boughtCall(LayerId.BASE, MARCH, 26, 2, "0.30", 30);
        PlanOutcome outcome = world.plan();
        List<PlannedOrder> rolls = Outcomes.plan(outcome).orders().stream()
                .filter(o -> o.effect() == Effect.ROLL).toList();
        assertThat(rolls).as(Show.of(outcome)).isNotEmpty()
                .allSatisfy(o -> assertThat(o.legs().get(1).key().strike()).isGreaterThanOrEqualTo(24));
    }

    @Test
    void S35_afterTwoBuyOrdersInAWeekALayerAddsNothing() {
        World world = book(400).levels(Level.FULL, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 22, 1, "0.95", 1);
        PlanOutcome one = world.plan();
        assertThat(orders(one, LayerId.BASE)).as(Show.of(one)).hasSize(1);
        world.boughtCall(LayerId.BASE, APRIL, 23, 1, "0.80", 1);
        PlanOutcome two = world.plan();
        assertThat(orders(two, LayerId.BASE)).as(Show.of(two)).isEmpty();
        assertThat(two.report().rejected()).anySatisfy(r -> {
            assertThat(r.code()).isEqualTo(Refusal.Code.WEEKLY_ORDERS);
            assertThat(r.because()).contains("at most 2 buy orders a layer and week");
        });
    }

    @Test
    void aLayerNeverHoldsMoreThanFiftyAndAnOrderNeverBuysMoreThanTen() {
        World world = book(4000).levels(Level.FULL, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 28, 46, "0.40", 10);
        PlanOutcome outcome = world.plan();
        long bought = orders(outcome, LayerId.BASE).stream().mapToLong(PlannedOrder::quantity).sum();
        assertThat(bought).as(Show.of(outcome)).isLessThanOrEqualTo(4);
        World fresh = book(4000).levels(Level.FULL, Level.ARMED, Level.CORE);
        assertThat(orders(fresh.plan(), LayerId.BASE)).allMatch(o -> o.quantity() <= 10);
    }

    @Test
    void S15_theTrancheStrikesAreTheTargetAndTheTwoAboveIt() {
        World world = book(400);
        Picture picture = Picture.of(world.input(), alvh.planner.market.TradingCalendar.nyse());
        List<Candidate> lines = new Candidates(picture, new java.util.ArrayList<>()).buys(LayerId.BASE,
                alvh.planner.money.Usd.ofDollars(1000));
        double target = lines.get(0).buys().get(0).key().strike();
        assertThat(lines).extracting(c -> c.buys().get(0).key().strike()).containsExactly(target, target + 1,
                target + 2);
    }

    private static List<PlannedOrder> orders(PlanOutcome outcome, LayerId layer) {
        return outcome instanceof PlanOutcome.Planned planned
                ? planned.plan().orders().stream().filter(o -> o.layer() == layer && o.worstCase().isPositive())
                        .toList()
                : List.of();
    }
}
