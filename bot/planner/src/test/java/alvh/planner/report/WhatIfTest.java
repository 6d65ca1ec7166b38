package alvh.planner.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.WhatIf;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static alvh.planner.world.Outcomes.plan;
import static alvh.planner.world.World.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The same plan at other shares: judged by the planner itself, asked at those shares. */
class WhatIfTest {

    @Test
    void fifteenTwentyAndTwentyFivePercentBesideTheOneThatIsSet() {
        WhatIf usual = demo().plan().report().details().whatIf();
        assertThat(usual.shares()).extracting(s -> s.share().toPlainString()).containsExactly("0.15", "0.20", "0.25");
        assertThat(usual.shares()).extracting(WhatIf.Share::current).containsExactly(false, true, false);
        WhatIf odd = demo().share("0.17").plan().report().details().whatIf();
        assertThat(odd.shares()).extracting(s -> s.share().toPlainString())
                .containsExactly("0.15", "0.17", "0.20", "0.25");
        assertThat(odd.shares()).extracting(WhatIf.Share::current).containsExactly(false, true, false, false);
    }

    @Test
    void theOneThatIsSetIsThePlanItself() {
        PlanOutcome outcome = demo().plan();
        WhatIf.Share set = outcome.report().details().whatIf().shares().get(1);
        assertThat(set.ceiling()).isEqualTo(outcome.report().budget().capTotal());
        assertThat(set.available()).isEqualTo(outcome.report().budget().available());
        assertThat(set.worstCase()).isEqualTo(plan(outcome).worstCase());
        assertThat(set.buys()).hasSameSizeAs(plan(outcome).orders());
        assertThat(set.absorbed()).extracting(WhatIf.Absorbed::name).containsExactly("-10 %", "-20 %", "-30 %");
        for (int i = 0; i < 3; i++) {
            LossTable.Column column = outcome.report().losses().columns().get(2 + i);
            assertThat(set.absorbed().get(i).part()).isEqualTo(column.absorbed());
            assertThat(set.absorbed().get(i).hedge()).isEqualTo(column.heldHedge() + column.plannedHedge());
        }
    }

    @Test
    void theOthersAreWhatThePlannerAnswersAtThoseShares() {
        int different = 0;
        for (int size : List.of(20, 45, 90, 200)) {
            for (WhatIf.Share other : calls(size).plan().report().details().whatIf().shares()) {
                PlanOutcome asked = calls(size).share(other.share().toPlainString()).plan();
                assertThat(other.ceiling()).isEqualTo(asked.report().budget().capTotal());
                assertThat(other.worstCase()).as("%d spreads at %s", size, other.share())
                        .isEqualTo(plan(asked).worstCase());
                assertThat(other.cvar()).isCloseTo(asked.report().details().whatIf().shares().stream()
                        .filter(WhatIf.Share::current).findFirst().orElseThrow().cvar(), within(1e-6));
                assertThat(other.decayAYear()).isPositive();
                different += other.worstCase().equals(plan(calls(size).plan()).worstCase()) ? 0 : 1;
            }
        }
        assertThat(different).isGreaterThan(4);
    }

    @Test
    void aShareBuysTheSpreadsThatItsOwnCeilingPaysFor() {
        int otherLines = 0;
        for (int size : List.of(30, 40, 50, 60, 75)) {
            World world = book(size).levels(Level.CORE, Level.FULL, Level.CORE);
            List<WhatIf.Share> shares = world.plan().report().details().whatIf().shares();
            for (WhatIf.Share other : shares) {
                WhatIf.Share asked = book(size).levels(Level.CORE, Level.FULL, Level.CORE)
                        .share(other.share().toPlainString()).plan().report().details().whatIf().shares().stream()
                        .filter(WhatIf.Share::current).findFirst().orElseThrow();
                assertThat(other.buys()).as("%d spreads at %s", size, other.share()).isEqualTo(asked.buys());
                assertThat(other.worstCase()).isEqualTo(asked.worstCase());
                assertThat(other.cvar()).isCloseTo(asked.cvar(), within(1e-6));
                assertThat(other.absorbed()).isEqualTo(asked.absorbed());
                assertThat(other.decayAYear()).isEqualTo(asked.decayAYear());
            }
            otherLines += spreads(shares).distinct().count() > 1 ? 1 : 0;
        }
        assertThat(otherLines).as("books whose shares buy put spreads of different widths").isGreaterThan(1);
    }

    @Test
    void aShareWhoseBudgetTestFailsSellsAndBuysAsThePlannerWould() {
        World world = World.demo().levels(Level.FULL, Level.FULL, Level.FULL);
        // 15 % of 2,654 of premium is 398.10, 20 % is 530.80: the lot costs about $450 and breaks the flow test at 15 % alone
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 6, 17), 30, 3, "1.50", 20);
        for (WhatIf.Share other : world.plan().report().details().whatIf().shares()) {
            PlanOutcome asked = world.share(other.share().toPlainString()).plan();
            WhatIf.Share itself = asked.report().details().whatIf().shares().stream().filter(WhatIf.Share::current)
                    .findFirst().orElseThrow();
            assertThat(other.buys()).isEqualTo(itself.buys());
            assertThat(other.available().isPositive()).isEqualTo(!other.share().toPlainString().equals("0.15"));
            assertThat(other.available()).isEqualTo(asked.report().budget().available());
            assertThat(other.absorbed()).isEqualTo(itself.absorbed());
            assertThat(other.decayAYear()).isEqualTo(itself.decayAYear());
        }
    }

    private static Stream<String> spreads(List<WhatIf.Share> shares) {
        return shares.stream().flatMap(s -> s.buys().stream()).filter(words -> words.contains("XSP"))
                .map(words -> words.substring(words.indexOf("XSP")));
    }

    @Test
    void theSentencesSayCeilingBuysCrashesAndCost() {
        PlanOutcome outcome = demo().plan();
        List<String> lines = outcome.report().details().whatIf().lines();
        assertThat(lines).hasSize(4);
        // 15 % of 2,654 of premium
        assertThat(lines.get(0)).startsWith("15 %: ceiling $398.10, $398.10 left; buys 1 VIX")
                .contains("takes of the book's loss at SPX -10 % ").contains("-30 % ")
                .contains(" a year if nothing moves");
        assertThat(lines.get(1)).startsWith("20 % (set): ceiling $530.80");
        assertThat(lines.get(2)).startsWith("25 %: ceiling $663.50");
        assertThat(lines.get(3)).startsWith("one more dollar of budget saves");
        String tooSmall = World.small().levels(Level.CORE, Level.ARMED, Level.CORE).plan().report().details().whatIf()
                .lines().get(0);
        assertThat(tooSmall).startsWith("15 %: ceiling $7.50, $7.50 left; buys nothing;");
    }

    @Test
    void theShadowPriceIsTheCvarThatAHigherCeilingSaves() {
        // A tight budget: the next dollars buy protection worth more than themselves.
        WhatIf tight = calls(20).plan().report().details().whatIf();
        assertThat(tight.shadowPrice()).isPositive();
        assertThat(tight.measuredOver()).isGreaterThan(Usd.ZERO);
        assertThat(tight.lines().getLast())
                .contains(String.format(java.util.Locale.ROOT, "saves $%.2f of CVaR", tight.shadowPrice()))
                .contains(tight.measuredOver().text());
        // With everything held at its limits nothing more can be bought, whatever the budget.
        WhatIf full = calls(20).with(w -> w.netLiquidation = Usd.ofDollars(1_000)).plan().report().details().whatIf();
        assertThat(full.shadowPrice()).isZero();
        assertThat(full.lines().getLast()).contains("saves nothing").contains("other limits bind");
    }

    @Test
    void itIsNotAskedWhereNothingIsSized() {
        World marks = demo();
        marks.kind = HedgePlan.Kind.MARKS;
        assertThat(marks.plan().report().details().whatIf()).isEqualTo(WhatIf.NONE);
        assertThat(new World().plan().report().details().whatIf()).isEqualTo(WhatIf.NONE);
    }

    private static World demo() {
        return World.demo().levels(Level.FULL, Level.TWO_THIRDS, Level.TWO_THIRDS);
    }

    /** Without put spreads the lines on offer do not depend on the share, and the same candidates stand at each. */
    private static World calls(int size) {
        World world = book(size).levels(Level.FULL, Level.FULL, Level.FULL);
        world.market.withoutClass.addAll(Set.of("XSP", "SPXW"));
        assertThat(world.settings.shareOfPremium()).isEqualTo(new BigDecimal("0.20"));
        return world;
    }
}
