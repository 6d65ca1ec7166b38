package alvh.planner.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.Expiries;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.HedgeSettings.Preset;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the presets alvh442, vxth and off buy, hold and cost (methodology N1 to N3, 8 Q1 and Q4, study arms A2 and A3). */
class PresetsTest {
    private static final LocalDate ROLL_DAY = LocalDate.of(2026, 3, 18);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);

    /** {@code contracts} of one put spread, $50 of premium each. */
    private static World book(int contracts, Preset preset) {
        var world = new World();
        world.market.name("KO", 71, 0.30, 1.0);
        world.spread("KO", LocalDate.of(2026, 4, 17), Right.PUT, 68, 65, contracts, "0.80", "0.30");
        return world.levels(Level.FULL, Level.ARMED, Level.CORE).preset(preset);
    }

    private static World vxth(int contracts, LocalDate day) {
        World world = book(contracts, Preset.VXTH);
        world.market.asOf = World.newYork(day, 10, 15);
        return world.levels(Level.CORE, Level.ARMED, Level.CORE);
    }

    private static List<PlannedOrder> orders(PlanOutcome outcome) {
        return outcome instanceof PlanOutcome.Planned planned ? planned.plan().orders() : List.of();
    }

    private static Map<LayerId, Long> units(PlanOutcome outcome) {
        return orders(outcome).stream().collect(Collectors.groupingBy(PlannedOrder::layer, TreeMap::new,
                Collectors.summingLong(PlannedOrder::quantity)));
    }

    private static List<Refusal> refused(PlanOutcome outcome, Refusal.Code code) {
        return outcome.report().rejected().stream().filter(r -> r.code() == code).toList();
    }

    @Test
    void alvh442_buysWholeBundlesInTheRatioFourFourTwo() {
        PlanOutcome outcome = book(400, Preset.ALVH442).plan();
        Map<LayerId, Long> units = units(outcome);
        assertThat(units).as(Show.of(outcome)).containsOnlyKeys(LayerId.values());
        long third = units.get(LayerId.CONTINGENCY);
        assertThat(third).isPositive();
        assertThat(units).containsEntry(LayerId.BASE, 2 * third).containsEntry(LayerId.ACCELERATION, 2 * third);
        assertThat(orders(outcome)).allSatisfy(order -> {
            assertThat(order.legs()).hasSize(1);
            assertThat(order.legs().get(0).key().underlying()).isEqualTo("VIX");
            assertThat(order.words()).containsPattern("delta \\.(4[5-9]|5[0-5])");
        });
        assertThat(((PlanOutcome.Planned) outcome).plan().worstCase())
                .isLessThanOrEqualTo(outcome.report().budget().available());
        assertThat(outcome.report().certificates()).allMatch(Certificate::valid);
        assertThat(outcome.report().layers().get(1).because()).contains("follows Base");
    }

    @Test
    void alvh442_printsItsCostFirst() {
        PlanOutcome outcome = book(400, Preset.ALVH442).plan();
        assertThat(outcome.report().notes().get(0)).startsWith("preset alvh442").contains("4 + 4 + 2 costs about $")
                .contains("a year in an unchanged curve").contains("% of net liquidation");
    }

    @Test
    void alvh442_aBudgetThatPaysForNoBundleBuysNothingAndSaysWhatItNeeds() {
        PlanOutcome outcome = book(100, Preset.ALVH442).plan();
        assertThat(orders(outcome)).as(Show.of(outcome)).isEmpty();
        assertThat(refused(outcome, Refusal.Code.BOOK_TOO_SMALL)).singleElement()
                .satisfies(r -> assertThat(r.because()).contains("2 + 2 + 1 calls").contains("of premium")
                        .contains("layers.preset: default"));
    }

    @Test
    void alvh442_withoutALineInOneLayerThereIsNoBundle() {
        World world = book(400, Preset.ALVH442);
        world.market.curve = new double[]{18.6, 19.2, 19.8, 20.1};
        PlanOutcome outcome = world.plan();
        assertThat(orders(outcome)).as(Show.of(outcome)).isEmpty();
        assertThat(refused(outcome, Refusal.Code.NO_CANDIDATE)).anySatisfy(
                r -> assertThat(r.because()).contains("Contingency has nothing to buy"));
    }

    /** N1 and N2: "one 4/4/2 bundle with VIX near 18 costs about $2,100, and bleeds about $9,000 a year" (dossier). */
    @Test
    void N1_N2_theBundlesCostAndItsDecayAreThoseOfTheDossier() {
        World world = book(400, Preset.ALVH442);
        world.market.vix = 18;
        world.market.vvix = 95;
        world.market.curve = new double[]{18.9, 19.7, 20.3, 20.7, 21.0, 21.2, 21.4, 21.5, 21.6, 21.7};
        String note = world.plan().report().notes().get(0);
        double now = dollars(note, "costs about \\$([0-9,]+) now");
        double year = dollars(note, "by about \\$([0-9,]+) a year");
        assertThat(now).isBetween(2100 * 0.85, 2100 * 1.15);
        assertThat(year).isBetween(5000.0, 13_000.0);
    }

    private static double dollars(String text, String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return Double.parseDouble(matcher.group(1).replace(",", ""));
    }

    @Test
    void vxth_theWeightFollowsTheForwardOfTheMonth() {
        assertThat(Vxth.weight(14.99)).isZero();
        assertThat(Vxth.weight(15)).isZero();
        assertThat(Vxth.weight(15.01)).isEqualTo(0.01);
        assertThat(Vxth.weight(29.99)).isEqualTo(0.01);
        assertThat(Vxth.weight(30)).isEqualTo(0.005);
        assertThat(Vxth.weight(49.99)).isEqualTo(0.005);
        assertThat(Vxth.weight(50)).isZero();
        assertThat(Vxth.weight(Double.NaN)).isZero();
    }

    @Test
    void vxth_rollDaysAreTheSettlementDaysOfTheMonthlies() {
        var expiries = new Expiries(TradingCalendar.nyse());
        assertThat(Vxth.rollDay(ROLL_DAY, expiries)).isEqualTo(ROLL_DAY);
        assertThat(Vxth.rollDay(ROLL_DAY.minusDays(1), expiries)).isEqualTo(LocalDate.of(2026, 2, 18));
        assertThat(Vxth.nextRollDay(ROLL_DAY, expiries)).isEqualTo(APRIL);
    }

    @Test
    void vxth_buysThirtyDeltaCallsOfTheNextMonthForOnePercentOfNetLiquidation() {
        World world = vxth(400, ROLL_DAY);
        world.netLiquidation = Usd.ofDollars(40_000);
        PlanOutcome outcome = world.plan();
        assertThat(orders(outcome)).as(Show.of(outcome)).singleElement().satisfies(order -> {
            assertThat(order.layer()).isEqualTo(LayerId.BASE);
            assertThat(order.effect()).isEqualTo(Effect.OPEN);
            assertThat(order.legs().get(0).key().settlementDate()).isEqualTo(APRIL);
            assertThat(order.words()).containsPattern("delta \\.(2[6-9]|3[0-4])");
            // $400 at the expected fill of the order, to whole contracts.
            double each = order.bid() + 0.675 * (order.ask() - order.bid());
            assertThat(order.quantity()).isEqualTo((long) (400 / (100 * each + 1.6)));
        });
        assertThat(outcome.report().notes().get(0)).startsWith("preset vxth").contains("held to settlement");
    }

    @Test
    void vxth_isBoundedByTheHedgeBudgetOfTheAccount() {
        World world = vxth(30, ROLL_DAY);
        PlanOutcome outcome = world.plan();
        // 1 % of $182,450 would be about 20 calls; the budget of $300 pays for two: 45 % of it in one order.
        assertThat(units(outcome)).as(Show.of(outcome)).containsOnlyKeys(LayerId.BASE);
        assertThat(((PlanOutcome.Planned) outcome).plan().worstCase()).isLessThanOrEqualTo(Usd.ofDollars(135));
    }

    @Test
    void vxth_buysOnTheRollDayOrTheTwoSessionsAfterItAndOnlyOnce() {
        PlanOutcome before = vxth(400, ROLL_DAY.minusDays(1)).plan();
        assertThat(orders(before)).isEmpty();
        assertThat(refused(before, Refusal.Code.NOT_ROLL_DAY)).singleElement()
                .satisfies(r -> assertThat(r.because()).contains("2026-03-18"));
        assertThat(orders(vxth(400, ROLL_DAY.plusDays(2)).plan())).isNotEmpty();
        assertThat(orders(vxth(400, ROLL_DAY.plusDays(5)).plan())).isEmpty();
        World bought = vxth(400, ROLL_DAY.plusDays(1));
        bought.boughtCall(LayerId.BASE, APRIL, 24, 1, "0.90", 1);
        assertThat(refused(bought.plan(), Refusal.Code.NOT_ROLL_DAY)).singleElement()
                .satisfies(r -> assertThat(r.because()).contains("has bought since the roll day 2026-03-18"));
    }

    @Test
    void vxth_buysNothingUpToForwardFifteen() {
        World world = vxth(400, ROLL_DAY);
        world.market.vix = 12;
        world.market.vix3m = 14.2;
        world.market.curve = new double[]{13.2, 14.1, 14.8, 15.2, 15.5, 15.8, 16, 16.2, 16.4, 16.6};
        PlanOutcome outcome = world.plan();
        assertThat(orders(outcome)).as(Show.of(outcome)).isEmpty();
        assertThat(refused(outcome, Refusal.Code.THROTTLE)).anySatisfy(
                r -> assertThat(r.because()).contains("vxth buys above 15"));
    }

    @Test
    void vxth_holdsToSettlementWithoutRungsRollsOrFloors() {
        World world = vxth(400, ROLL_DAY.minusDays(1));
        String lot = world.boughtCall(LayerId.BASE, ROLL_DAY, 15, 3, "0.40", 28);
        PlanOutcome outcome = world.plan();
        assertThat(orders(outcome)).as(Show.of(outcome)).isEmpty();
        assertThat(outcome.report().lots()).singleElement().satisfies(line -> {
            assertThat(line.lotId()).isEqualTo(lot);
            assertThat(line.decision()).isEqualTo("hold");
            assertThat(line.because()).contains("held to its settlement");
        });
        // The same lot under the default preset is harvested or sold before its last trading day.
        assertThat(orders(world.preset(Preset.DEFAULT).plan())).isNotEmpty();
    }

    @Test
    void off_saysSoAndSpendsNothing() {
        PlanOutcome outcome = book(400, Preset.OFF).plan();
        assertThat(orders(outcome)).isEmpty();
        assertThat(outcome.report().notes().get(0)).startsWith("preset off: nothing is bought");
    }

    @Test
    void default_printsWhatItSetsAndWhatOneOfEachCosts() {
        String note = book(400, Preset.DEFAULT).plan().report().notes().get(0);
        assertThat(note).startsWith("preset default").contains("one of each costs about $");
        // Methodology 3.10: about $75 + $195 + $115 at VIX 18.
        assertThat(dollars(note, "costs about \\$([0-9,]+) now")).isBetween(385 * 0.6, 385 * 1.6);
    }
}
