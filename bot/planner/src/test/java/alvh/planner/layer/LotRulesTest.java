package alvh.planner.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.ledger.Owner;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LotRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private double ratio = 0.88;
    private double vixClose = 18;
    private boolean panicOver;
    private int premiumGone;
    private double flowExcess;
    private double stockExcess;
    private boolean keepCore;
    private boolean holdIntoSoq;
    private boolean salesOnly;
    private double forward = 22;

    /** quantity bought, sold so far, multiple now, expected sale. */
    @ParameterizedTest
    @CsvSource({"1,0,2.9,0", "1,0,3.0,0", "1,0,6.0,1", "2,0,3.0,1", "2,1,3.5,0", "2,1,6.0,0", "3,0,3.0,1", "3,1,6.0,1",
            "4,0,3.0,1", "5,0,3.0,2", "6,0,3.0,2", "6,2,6.0,2", "6,0,6.5,4", "10,0,3.1,3", "10,3,6.0,4"})
    void baseSellsAThirdAtThreeTimesAndTwoThirdsAtSix(long bought, long sold, double multiple, long expected) {
        assertThat(sale(base(bought, sold, multiple, multiple))).isEqualTo(expected);
    }

    @Test
    void baseLeavesAllWhenItFallsThirtyFivePercentBelowAPeakThatSawTheFirstRung() {
        assertThat(sale(base(4, 1, 2.0, 3.2))).isEqualTo(3);
        assertThat(sale(base(4, 1, 2.2, 3.2))).isZero();
        // never saw 3 x: no trailing exit
        assertThat(sale(base(4, 0, 1.0, 2.9))).isZero();
    }

    @Test
    void baseLeavesAllAtAVixCloseOfFiftyOnceTheFirstRungWasSeen() {
        vixClose = 50;
        assertThat(sale(base(4, 1, 4, 4))).isEqualTo(3);
        assertThat(sale(base(4, 0, 2.5, 2.9))).isZero();
    }

    @Test
    void aForwardOfFiftyHarvestsEveryCall() {
        forward = 50;
        assertThat(sale(base(4, 0, 2, 2))).isEqualTo(4);
    }

    @Test
    void lotsOfOneContractArePooledAndTheOldestIsSoldFirst() {
        LotFacts old = call(LayerId.BASE, "H.A", 2, 0, 3.5, 3.5, 40, 30);
        LotFacts young = call(LayerId.BASE, "H.B", 4, 0, 3.5, 3.5, 40, 10);
        List<LotDecision> decisions = LotRules.decide(List.of(young, old), context());
        // q = 6: floor(6/3 + 1/2) = 2, both from the older lot
        assertThat(decisions).filteredOn(d -> d.kind() == LotDecision.Kind.HARVEST)
                .extracting(LotDecision::lotId, LotDecision::quantity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("H.A", 2L));
    }

    @ParameterizedTest
    @CsvSource({"1,0,2.5,1", "2,0,2.5,1", "3,0,2.5,2", "3,2,4.0,1", "4,0,2.4,0"})
    void contingencySellsHalfAtTwoAndAHalfAndTheRestAtFour(long bought, long sold, double multiple, long expected) {
        assertThat(sale(call(LayerId.CONTINGENCY, "H.A", bought, sold, multiple, multiple, 220, 30)))
                .isEqualTo(expected);
    }

    @Test
    void contingencySellsHalfWhenAPanicIsOver() {
        panicOver = true;
        assertThat(sale(call(LayerId.CONTINGENCY, "H.A", 4, 0, 1.4, 2, 220, 30))).isEqualTo(2);
        assertThat(sale(call(LayerId.CONTINGENCY, "H.A", 4, 2, 1.4, 2, 220, 30))).isZero();
    }

    @Test
    void aSpreadClosesAtSixtyPercentOfItsWidthAndHalfAtTwiceItsCost() {
        assertThat(sale(spread(2, 0, 6.0, 6.0, 60))).isEqualTo(2);
        assertThat(sale(spread(2, 0, 4.0, 4.0, 60))).isEqualTo(1);
        assertThat(sale(spread(2, 1, 2.4, 4.0, 60))).isEqualTo(1);
        assertThat(sale(spread(2, 0, 3.9, 3.9, 60))).isZero();
    }

    @Test
    void nothingIsHarvestedWithoutABidOrAMark() {
        LotFacts noBid = facts(lot(LayerId.BASE, "H.A", 3, 0, 9, 30, callLegs()), 9, 0, 40, 20);
        assertThat(sale(noBid)).isZero();
        LotFacts noMark = facts(lot(LayerId.BASE, "H.A", 3, 0, 9, 30, callLegs()), Double.NaN, Double.NaN, 40, 20);
        assertThat(sale(noMark)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"22,0.90,HOLD", "21,0.90,ROLL_DUE", "21,0.95,HOLD", "9,0.95,HOLD", "8,0.95,ROLL_DUE", "21,NaN,HOLD",
            "8,NaN,ROLL_DUE"})
    void baseRollsAtTwentyOneDaysOrAtEightInAnInvertedCurve(int dte, double r, LotDecision.Kind kind) {
        ratio = r;
        assertThat(decide(call(LayerId.BASE, "H.A", 1, 0, 1, 1, dte, 30)).kind()).isEqualTo(kind);
    }

    @Test
    void contingencyRollsAtOneHundredTwentyDaysAndSpreadsAtThirty() {
        assertThat(decide(call(LayerId.CONTINGENCY, "H.A", 1, 0, 1, 1, 120, 30)).kind())
                .isEqualTo(LotDecision.Kind.ROLL_DUE);
        assertThat(decide(spread(1, 0, 1, 1, 31)).kind()).isEqualTo(LotDecision.Kind.HOLD);
        assertThat(decide(spread(1, 0, 1, 1, 30)).kind()).isEqualTo(LotDecision.Kind.ROLL_DUE);
    }

    @Test
    void theFiveMinuteRhythmNeitherRollsNorReleases() {
        salesOnly = true;
        premiumGone = 9;
        assertThat(decide(call(LayerId.BASE, "H.A", 1, 0, 1, 1, 10, 30)).kind()).isEqualTo(LotDecision.Kind.HOLD);
        assertThat(sale(base(3, 0, 3, 3))).isEqualTo(1);
    }

    @Test
    void nothingIsHeldIntoItsLastTradingDayUnlessWanted() {
        LotFacts last = facts(lot(LayerId.BASE, "H.A", 2, 0, 1, 30, callLegs()), 1, 0.9, 2, 1);
        assertThat(decide(last).kind()).isEqualTo(LotDecision.Kind.FLOOR);
        assertThat(decide(last).quantity()).isEqualTo(2);
        holdIntoSoq = true;
        assertThat(decide(last).kind()).isEqualTo(LotDecision.Kind.FLOOR);
        forward = 27;
        assertThat(decide(facts(lot(LayerId.BASE, "H.A", 2, 0, 1, 30, callLegs()), 1, 0.9, 2, 1)).kind())
                .isNotEqualTo(LotDecision.Kind.FLOOR);
    }

    @Test
    void everythingGoesWhenTheBookIsGoneForFiveClosesButContingencyMayBeKept() {
        premiumGone = 5;
        assertThat(decide(call(LayerId.BASE, "H.A", 2, 0, 1, 1, 40, 30)).kind()).isEqualTo(LotDecision.Kind.RELEASE);
        LotFacts contingency = call(LayerId.CONTINGENCY, "H.A", 2, 0, 1, 1, 200, 30);
        assertThat(decide(contingency).kind()).isEqualTo(LotDecision.Kind.RELEASE);
        keepCore = true;
        assertThat(decide(contingency).kind()).isEqualTo(LotDecision.Kind.HOLD);
        premiumGone = 4;
        assertThat(decide(call(LayerId.BASE, "H.A", 2, 0, 1, 1, 40, 30)).kind()).isEqualTo(LotDecision.Kind.HOLD);
    }

    @Test
    void aBrokenBudgetReleasesOnlyWhatIsPastItsRollOrSavesNothing() {
        flowExcess = 500;
        assertThat(decide(call(LayerId.BASE, "H.A", 2, 0, 1, 1, 40, 30)).kind()).isEqualTo(LotDecision.Kind.HOLD);
        assertThat(decide(call(LayerId.BASE, "H.A", 2, 0, 1, 1, 15, 30)).kind())
                .isEqualTo(LotDecision.Kind.RELEASE);
        LotFacts idle = new LotFacts(lot(LayerId.BASE, "H.A", 2, 0, 1, 30, callLegs()), 1, 0.9, 40, 20, 22,
                Double.NaN, -4, Double.NaN, 0.24);
        assertThat(decide(idle).kind()).isEqualTo(LotDecision.Kind.RELEASE);
    }

    private LotFacts idle(LayerId layer, String id, long quantity, double bid, double saved) {
        return new LotFacts(lot(layer, id, quantity, 0, 1, 30, List.of(new Lot.LotLeg(
                InstrumentKey.option("VIX", TODAY.plusDays(id.hashCode() % 7 + 180), Right.CALL, 26_000), 1,
                Side.BUY))),
                bid, bid, 180, 100, 22, Double.NaN, -4, Double.NaN, saved);
    }

    private static long released(List<LotDecision> decisions, String lot) {
        return decisions.stream().filter(d -> d.kind() == LotDecision.Kind.RELEASE && d.lotId().equals(lot))
                .mapToLong(LotDecision::quantity).sum();
    }

    @Test
    void release_b_sellsTheLeastSavingFirstAndOnlyWhatTheTestNeeds() {
        LotFacts least = idle(LayerId.CONTINGENCY, "H.A", 3, 0.50, 0.05);
        LotFacts more = idle(LayerId.CONTINGENCY, "H.B", 4, 0.50, 0.20);
        LotFacts useful = idle(LayerId.CONTINGENCY, "H.C", 4, 0.50, 0.25);
        // Each package brings $50: $220 over the cap is all three of A and two of B.
        flowExcess = 220;
        List<LotDecision> decisions = LotRules.decide(List.of(useful, more, least), context());
        assertThat(released(decisions, "H.A")).isEqualTo(3);
        assertThat(released(decisions, "H.B")).isEqualTo(2);
        assertThat(released(decisions, "H.C")).isZero();
        assertThat(decisions).hasSize(3);
    }

    @Test
    void release_b_countsWhatIsPastItsRollBeforeItSellsAnythingElse() {
        LotFacts due = call(LayerId.BASE, "H.D", 2, 0, 0.5, 1, 15, 30);
        LotFacts idle = idle(LayerId.CONTINGENCY, "H.A", 3, 0.50, 0.05);
        // The two due contracts bring $47.50 each.
        flowExcess = 90;
        List<LotDecision> decisions = LotRules.decide(List.of(idle, due), context());
        assertThat(released(decisions, "H.D")).isEqualTo(2);
        assertThat(released(decisions, "H.A")).isZero();
    }

    @Test
    void release_b_theStockTestForgetsALotThatIsSoldWhole() {
        // Cost $100 a package, $20 of proceeds: two sold leave $260 of three in the stock test, three leave nothing.
        LotFacts idle = idle(LayerId.CONTINGENCY, "H.A", 3, 0.20, 0.05);
        stockExcess = 40;
        assertThat(released(LotRules.decide(List.of(idle), context()), "H.A")).isEqualTo(2);
        stockExcess = 45;
        assertThat(released(LotRules.decide(List.of(idle), context()), "H.A")).isEqualTo(3);
        stockExcess = 0;
        assertThat(released(LotRules.decide(List.of(idle), context()), "H.A")).isZero();
    }

    private LotContext context() {
        return new LotContext(TODAY, ratio, vixClose, panicOver, premiumGone, flowExcess, stockExcess, keepCore,
                holdIntoSoq, false,
                false,
                salesOnly);
    }

    private LotDecision decide(LotFacts facts) {
        return LotRules.decide(List.of(facts), context()).get(0);
    }

    private long sale(LotFacts facts) {
        return LotRules.decide(List.of(facts), context()).stream().filter(d -> d.kind() == LotDecision.Kind.HARVEST)
                .mapToLong(LotDecision::quantity).sum();
    }

    private LotFacts base(long bought, long sold, double multiple, double peak) {
        return call(LayerId.BASE, "H.A", bought, sold, multiple, peak, 40, 30);
    }

    /** A call that cost 1.00 a contract, fees inside. */
    private LotFacts call(LayerId layer, String id, long bought, long sold, double multiple, double peak, int dte,
            int age) {
        return facts(lot(layer, id, bought, sold, peak, age, callLegs()), multiple, multiple * 0.95, dte, 20);
    }

    /** A ten-wide spread that cost 2.00. */
    private LotFacts spread(long bought, long sold, double mark, double peak, int dte) {
        InstrumentKey high = InstrumentKey.option("XSP", TODAY.plusDays(dte), Right.PUT, 570_000);
        InstrumentKey low = InstrumentKey.option("XSP", TODAY.plusDays(dte), Right.PUT, 560_000);
        Lot lot = lot(LayerId.ACCELERATION, "H.A", bought, sold, peak, 30,
                List.of(new Lot.LotLeg(high, 1, Side.BUY), new Lot.LotLeg(low, 1, Side.SELL)));
        Lot dearer = new Lot(lot.lotId(), lot.owner(), lot.layer(), lot.intentId(), lot.source(), lot.opened(),
                lot.legs(), lot.quantity(), lot.openQuantity(), lot.cost().times(2), lot.credited(), lot.proceeds(),
                lot.peak(), lot.rungs(), lot.state());
        return new LotFacts(dearer, mark, mark * 0.95, dte, 20, Double.NaN, 0.2, Double.NaN, 10, Double.NaN);
    }

    private LotFacts facts(Lot lot, double mark, double bid, int dte, int sessions) {
        return new LotFacts(lot, mark, bid, dte, sessions, forward, Double.NaN, forward - 26, Double.NaN, Double.NaN);
    }

    private static List<Lot.LotLeg> callLegs() {
        return List.of(new Lot.LotLeg(InstrumentKey.option("VIX", TODAY.plusDays(40), Right.CALL, 26_000), 1,
                Side.BUY));
    }

    private static Lot lot(LayerId layer, String id, long bought, long sold, double peak, int age,
            List<Lot.LotLeg> legs) {
        Instant opened = TODAY.minusDays(age).atStartOfDay(alvh.planner.market.TradingCalendar.NEW_YORK).toInstant();
        return new Lot(id, Owner.HEDGE, layer, id, Lot.Source.FILL, opened, legs, bought, bought - sold,
                Usd.ofDollars(100).times(bought), Usd.ZERO, Usd.ZERO, Price.of(peak), 0, Lot.State.HOLD);
    }

}
