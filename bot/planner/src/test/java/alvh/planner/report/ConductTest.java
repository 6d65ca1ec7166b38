package alvh.planner.report;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.Conduct;
import alvh.planner.plan.DecisionPoint;
import alvh.planner.portfolio.BookTags;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Steward or promoter, complexity, and the decision points of a plan (methodology 1.3, S05, S32, S35). */
class ConductTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 18);
    private int serial;

    private static Conduct conduct(World world) {
        return world.plan().report().details().conduct();
    }

    private void byHand(World world, InstrumentKey key, Side side, long quantity, String price, int daysAgo) {
        var at = world.market.asOf().minusSeconds(86_400L * daysAgo);
        world.events.add(new BookedEvent.Executed(at, "HAND" + ++serial, 1, null, 9000 + serial, key, side, quantity,
                Price.of(price), 100));
        world.events.add(new BookedEvent.Commission(at, "HAND" + serial, 1, key, Usd.of("1.00")));
        world.market.also(key);
    }

    private static InstrumentKey vixCall(int strike) {
        return InstrumentKey.option("VIX", APRIL, Right.CALL, strike * 1000L);
    }

    private static InstrumentKey xspPut(int strike) {
        return InstrumentKey.option("XSP", LocalDate.of(2026, 5, 29), Right.PUT, strike * 1000L);
    }

    @Test
    void S32_engineLotsAreBackedAndCallsBoughtByHandAreNot() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 24, 4, "1.00", 20);
        // 4 x 100 + 1.00 of commission, backed; then 1 x 100 + 1.00 by hand: 101 of 502 is 20.1 %.
        byHand(world, vixCall(26), Side.BUY, 1, "1.00", 10);
        Conduct.Audit audit = conduct(world).audit();
        assertThat(audit.spent()).isEqualTo(Usd.of("502.00"));
        assertThat(audit.unbacked()).isEqualTo(Usd.of("101.00"));
        assertThat(audit.index()).isBetween(0.2011, 0.2013);
        assertThat(audit.alert()).isTrue();
        assertThat(conduct(world).lines().get(0)).contains("PROMOTER ALERT").contains("20 %");
    }

    @Test
    void S32_aPutSpreadBoughtByHandCountsNetAndAfterNinetyDaysNoMore() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 24, 4, "1.00", 20);
        byHand(world, xspPut(570), Side.BUY, 1, "5.00", 10);
        byHand(world, xspPut(560), Side.SELL, 1, "4.40", 10);
        byHand(world, vixCall(26), Side.BUY, 9, "1.00", 90);
        Conduct.Audit audit = conduct(world).audit();
        // 501 - 439 = 62 of 463: 13 %.
        assertThat(audit.unbacked()).isEqualTo(Usd.of("62.00"));
        assertThat(audit.spent()).isEqualTo(Usd.of("463.00"));
        assertThat(audit.alert()).isFalse();
        assertThat(conduct(world).lines().get(0)).contains("steward");
    }

    @Test
    void S32_theWingOfACreditSpreadIsNoHedge() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        byHand(world, xspPut(570), Side.SELL, 1, "5.00", 10);
        byHand(world, xspPut(560), Side.BUY, 1, "4.40", 10);
        assertThat(conduct(world).audit().spent()).isEqualTo(Usd.ZERO);
        assertThat(conduct(world).audit().index()).isNaN();
    }

    @Test
    void S35_buyOrdersOfTheWeekAreCountedByLayerFromMonday() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        // The plan is made on a Tuesday: one day ago is Monday, four days ago is last week.
        world.boughtCall(LayerId.BASE, APRIL, 24, 1, "1.00", 1);
        world.boughtCall(LayerId.BASE, APRIL, 25, 1, "1.00", 4);
        assertThat(conduct(world).buysThisWeek()).containsEntry(LayerId.BASE, 1)
                .containsEntry(LayerId.ACCELERATION, 0).containsEntry(LayerId.CONTINGENCY, 0);
    }

    @Test
    void S05_theComplexityMeterCountsLinesOrdersAndFees() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 24, 1, "1.00", 1);
        world.boughtCall(LayerId.BASE, APRIL, 25, 1, "1.00", 4);
        Conduct.Meter meter = conduct(world).meter();
        assertThat(meter.hedgeLines()).isEqualTo(2);
        assertThat(meter.bookLines()).isEqualTo(4);
        assertThat(meter.ordersThisWeek()).isEqualTo(1);
        assertThat(meter.feesThisWeek()).isEqualTo(Usd.of("1.00"));
    }

    @Test
    void aTestedShortStrikeIsADecisionPointWithTheUsersFrozenThesis() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        world.market.name("AAPL", 204, 0.28, 1.2);
        world.market.name("JPM", 224, 0.26, 1.1);
        world.tags = new BookTags(List.of(new BookTags.Tag("AAPL", null, BookTags.Role.RULES, null,
                "oversold after earnings", "closes below 190")));
        Conduct conduct = conduct(world);
        List<DecisionPoint> tested = conduct.decisions().stream()
                .filter(d -> d.kind() == DecisionPoint.Kind.TESTED_STRIKE).toList();
        assertThat(tested).hasSize(2);
        DecisionPoint apple = tested.stream().filter(d -> d.subject().startsWith("AAPL")).findFirst().orElseThrow();
        assertThat(apple.thesis()).isEqualTo("oversold after earnings");
        assertThat(apple.invalidation()).isEqualTo("closes below 190");
        assertThat(apple.reason()).contains("204.00").contains("at or below its short put 205");
        assertThat(apple.evidence().vix()).isEqualTo(17.92);
        assertThat(apple.evidence().profit()).isNegative();
        // The plan buys its core beside the book and leaves the structure alone.
        assertThat(apple.choice()).isEqualTo(DecisionPoint.Choice.THIRD);
        assertThat(conduct.journalDebt()).isEqualTo(1);
        assertThat(conduct.lines()).anyMatch(line -> line.contains("1 without a frozen thesis"));
    }

    @Test
    void aDueRollIsMotionAndAStepOfALevelThatBuysIsTheThirdWay() {
        World world = World.demo().levels(Level.ARMED, Level.ARMED, Level.ARMED);
        String lot = world.boughtCall(LayerId.BASE, MARCH, 22, 1, "0.70", 30);
        List<DecisionPoint> decisions = conduct(world).decisions();
        DecisionPoint roll = decisions.stream().filter(d -> d.kind() == DecisionPoint.Kind.ROLL).findFirst()
                .orElseThrow();
        assertThat(roll.ids()).containsExactly(lot);
        assertThat(roll.choice()).isEqualTo(DecisionPoint.Choice.MOTION);
        assertThat(roll.debt()).isFalse();
        assertThat(roll.question()).isEqualTo("ROLL VIX 18 Mar 22 call");
        assertThat(decisions).anySatisfy(d -> {
            assertThat(d.kind()).isEqualTo(DecisionPoint.Kind.TRIGGER);
            assertThat(d.subject()).isEqualTo("Contingency CORE");
            assertThat(d.choice()).isEqualTo(DecisionPoint.Choice.THIRD);
        });
        assertThat(decisions).extracting(DecisionPoint::id).doesNotHaveDuplicates();
    }

    @Test
    void aHedgeBoughtByHandYesterdayIsAnOverrideWithoutThesis() {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        byHand(world, vixCall(26), Side.BUY, 1, "1.00", 1);
        byHand(world, vixCall(27), Side.BUY, 1, "1.00", 6);
        assertThat(conduct(world).decisions()).filteredOn(d -> d.kind() == DecisionPoint.Kind.OVERRIDE)
                .singleElement().satisfies(d -> {
                    assertThat(d.choice()).isEqualTo(DecisionPoint.Choice.THIRD);
                    assertThat(d.debt()).isTrue();
                    assertThat(d.reason()).contains("by hand").contains("101.00");
                });
    }

    @Test
    void aBrokenBudgetIsADecisionPointThatHoldsWhenNothingIsReleased() {
        World world = World.small().levels(Level.CORE, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, APRIL, 24, 4, "1.00", 3);
        DecisionPoint breach = conduct(world).decisions().stream()
                .filter(d -> d.kind() == DecisionPoint.Kind.BUDGET_BREACH).findFirst().orElseThrow();
        assertThat(breach.reason()).contains("401.00");
        boolean released = breach.reason().contains("released");
        assertThat(breach.choice()).isEqualTo(released ? DecisionPoint.Choice.MOTION : DecisionPoint.Choice.LOYALTY);
    }
}
