package alvh.planner.sizing;

import java.util.Map;

import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static alvh.planner.ledger.LayerId.ACCELERATION;
import static alvh.planner.ledger.LayerId.BASE;
import static alvh.planner.ledger.LayerId.CONTINGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Methodology 4.2 row by row, on problems whose answer can be worked out in the head. */
class ProgramRowsTest {

    @Test
    void objective_isCvarPlusTwiceTheDecayPlusFiveALinePlusOnePercentOfTheCost() {
        // cost 100, worth 90 in the calm and 400 in the crash: 10,000 - 2 x 300 + 2 x (2 x 10) + 5 + 0.01 x 200
        SizingProblem problem = new Small().buy("a", BASE,
                new CandidateLine("a", BASE, java.util.List.of(), 100, Usd.ofDollars(100), new double[]{90, 400}, 90, 9,
                        java.util.List.of(), new double[4], 40))
                .problem();
        assertThat(problem.objective(new int[]{2})).isCloseTo(10_000 - 600 + 40 + 5 + 2, within(1e-9));
    }

    @Test
    void row1_theTailIsTheMeanOfTheWorstFivePercent() {
        SizingProblem problem = new Small().buy("a", BASE, 100, 400, 9).problem();
        assertThat(problem.cvar(new int[]{0})).isCloseTo(10_000, within(1e-9));
        assertThat(problem.cvar(new int[]{3})).isCloseTo(9_100, within(1e-9));
    }

    @Test
    void row2_neitherBudgetTestIsEverExceededByAWorstCase() {
        assertThat(new Small().budget(350, 1_000).buy("a", BASE, 100, 400, 9).best()).isEqualTo(Map.of("a", 3));
        assertThat(new Small().budget(1_000, 450).buy("a", BASE, 100, 400, 9).best()).isEqualTo(Map.of("a", 4));
        assertThat(new Small().budget(99, 1_000).buy("a", BASE, 100, 400, 9).best()).isEmpty();
        // The worst case counts, not the expected fill: 110 a unit at worst.
        assertThat(new Small().budget(220, 1_000).buy("a", BASE, Small.line("a", BASE, 100, 110, 400, 9, 40)).best())
                .isEqualTo(Map.of("a", 2));
        assertThat(new Small().budget(219, 1_000).buy("a", BASE, Small.line("a", BASE, 100, 110, 400, 9, 40)).best())
                .isEqualTo(Map.of("a", 1));
    }

    @Test
    void row3_aLayersShareCapsWhatItHolds() {
        Small held = new Small().layer(BASE, 250, 1, 1_000).buy("a", BASE, 100, 400, 9);
        assertThat(held.best()).isEqualTo(Map.of("a", 2));
        assertThat(new Small().closed(BASE).buy("a", BASE, 100, 400, 9).best()).isEmpty();
    }

    @Test
    void row4_anEmptyLayerMayBuyOneUnitOfItsCheapestLineUpToItsCoreCap() {
        Small empty = new Small().layer(BASE, 50, 0, 100).buy("cheap", BASE, 100, 300, 9)
                .buy("dear", BASE, 120, 900, 9);
        assertThat(empty.best()).isEqualTo(Map.of("cheap", 1));
        assertThat(new Small().layer(BASE, 50, 0, 99).buy("cheap", BASE, 100, 300, 9).best()).isEmpty();
        assertThat(new Small().layer(BASE, 50, 1, 100).buy("cheap", BASE, 100, 300, 9).best()).as("it holds one")
                .isEmpty();
    }

    @Test
    void row4_lotsThatARollSellsCountAsGone() {
        // One unit of 80 is held and due; nothing is left of the share, but it is gone once rolled.
        Small rolled = new Small().layer(BASE, -30, 1, 200).roll("r", BASE, 110, 20, 80, 500, 1);
        assertThat(rolled.best()).isEqualTo(Map.of("r", 1));
    }

    @Test
    void row3_whatARollFreesOfABrokenShareBuysNothingUntilTheShareHoldsAgain() {
        // Two units of 80 are held, 100 over the share; rolled into units of 40 they are 20 over it: no room for a 30.
        Small over = new Small().layer(BASE, -100, 2, 0).roll("r", BASE, 40, 45, 80, 60, 2)
                .buy("a", BASE, 30, 900, 9);
        assertThat(over.best()).isEqualTo(Map.of("r", 2));
        // 50 over, they are 30 under it: one.
        assertThat(over.layer(BASE, -50, 2, 0).best()).isEqualTo(Map.of("a", 1, "r", 2));
        // Another layer's add is not bound by it.
        assertThat(over.layer(BASE, -100, 2, 0).buy("b", ACCELERATION, 30, 900, 1).best())
                .isEqualTo(Map.of("b", 1, "r", 2));
    }

    @Test
    void row2_whatARollFreesOfABrokenStockTestBuysNothingUntilTheTestHoldsAgain() {
        Small over = new Small().layer(BASE, 500, 2, 0).budget(500, -100).roll("r", BASE, 40, 45, 80, 60, 2)
                .buy("a", ACCELERATION, 30, 900, 9);
        assertThat(over.best()).isEqualTo(Map.of("r", 2));
        assertThat(over.budget(500, -50).best()).isEqualTo(Map.of("a", 1, "r", 2));
    }

    @Test
    void row2_aRollIsChargedItsNewDebitLessWhatTheSaleCredits() {
        // 110 new, sold for 20 at a cost of 80: the flow test takes 90, the stock test 30.
        assertThat(new Small().budget(90, 30).layer(BASE, 500, 1, 200).roll("r", BASE, 110, 20, 80, 500, 1).best())
                .isEqualTo(Map.of("r", 1));
        assertThat(new Small().budget(89, 30).layer(BASE, 500, 1, 200).roll("r", BASE, 110, 20, 80, 500, 1).best())
                .isEmpty();
        assertThat(new Small().budget(90, 29).layer(BASE, 500, 1, 200).roll("r", BASE, 110, 20, 80, 500, 1).best())
                .isEmpty();
        // Proceeds beyond the cost do not make room: sold for 95, credited 80.
        assertThat(new Small().budget(30, 30).layer(BASE, 500, 1, 200).roll("r", BASE, 110, 95, 80, 500, 1).best())
                .isEqualTo(Map.of("r", 1));
        assertThat(new Small().budget(29, 30).layer(BASE, 500, 1, 200).roll("r", BASE, 110, 95, 80, 500, 1).best())
                .isEmpty();
    }

    @Test
    void item12_aRollThatBreaksTheFlowTestIsDownsized() {
        assertThat(new Small().budget(200, 1_000).layer(BASE, 500, 3, 200).roll("r", BASE, 110, 20, 80, 500, 3).best())
                .isEqualTo(Map.of("r", 2));
    }

    @Test
    void rolls_neverSellMoreThanIsHeld() {
        Small two = new Small().layer(BASE, 500, 2, 200).roll("r", BASE, 110, 20, 80, 500, 2)
                .roll("s", BASE, 100, 20, 80, 450, 2);
        assertThat(two.best().values().stream().mapToInt(i -> i).sum()).isEqualTo(2);
    }

    @Test
    void rows5and6_aLinearLimitBindsAndABrokenOneForbidsOnlyWhatWorsensIt() {
        assertThat(new Small().limit("G1", 25).buy("a", BASE, 100, 400, 9, 10).best()).isEqualTo(Map.of("a", 2));
        // Broken by 40 at x = 0: what uses it is out, what eases or ignores it stays allowed.
        assertThat(new Small().limit("G1", -40).buy("worse", BASE, 100, 900, 9, 10).buy("free", BASE, 100, 300, 2, 0)
                .best()).isEqualTo(Map.of("free", 2));
        assertThat(
                new Small().limit("G1", -40).buy("worse", BASE, 100, 900, 1, 10).buy("easing", BASE, 100, 300, 1, -10)
                        .best())
                .isEqualTo(Map.of("easing", 1, "worse", 1));
    }

    @Test
    void row7_atMostFourLines() {
        Small five = new Small();
        for (int i = 0; i < 5; i++) {
            five.buy("line " + i, BASE, 100, 400 + 10 * i, 1);
        }
        assertThat(five.best().keySet()).containsExactly("line 1", "line 2", "line 3", "line 4");
    }

    @Test
    void row7_aLineMustSaveMoreThanItsFiveDollars() {
        assertThat(new Small().layer(BASE, 500, 1, 0).buy("a", BASE, 100, 105, 1).best()).as("saves 5, costs 5 + 1")
                .isEmpty();
        assertThat(new Small().layer(BASE, 500, 1, 0).buy("a", BASE, 100, 107, 1).best()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void row8_noMoreThanTheLineAllows() {
        assertThat(new Small().buy("a", BASE, 100, 400, 2).best()).isEqualTo(Map.of("a", 2));
    }

    @Test
    void row9_halfOfTheCeilingInFiveSessionsButOneUnitALayerAlwaysPasses() {
        assertThat(new Small().pacing(250).buy("a", BASE, 100, 400, 9).best()).isEqualTo(Map.of("a", 2));
        assertThat(new Small().pacing(50).buy("a", BASE, 100, 400, 9).best()).isEqualTo(Map.of("a", 1));
        assertThat(new Small().pacing(50).layer(BASE, 500, 1, 0).buy("a", BASE, 100, 400, 9).best())
                .as("the layer holds something").isEmpty();
        assertThat(new Small().pacing(-10).buy("a", BASE, 100, 400, 9).buy("b", ACCELERATION, 200, 700, 9)
                .buy("c", CONTINGENCY, 150, 300, 9).best()).isEqualTo(Map.of("a", 1, "b", 1, "c", 1));
    }

    @Test
    void row9_doesNotSeeWhatHarvestedGainsPay() {
        Small mixed = new Small().pacing(50).fund("gains", 500).buy("a", BASE, 100, 400, 9)
                .extension("e", ACCELERATION, 120, 500, 4, "gains");
        assertThat(mixed.best()).isEqualTo(Map.of("a", 1, "e", 4));
    }

    @Test
    void row10_accelerationAndContingencyNeedAUnitOfBase() {
        assertThat(new Small().buy("b", ACCELERATION, 100, 400, 9).buy("c", CONTINGENCY, 100, 400, 9).best()).isEmpty();
        assertThat(new Small().layer(BASE, 0, 1, 0).buy("b", ACCELERATION, 100, 400, 1).best())
                .isEqualTo(Map.of("b", 1));
        // Base is bought although it saves nothing, because the always-on core comes first.
        assertThat(new Small().buy("a", BASE, 100, 0, 9).buy("b", ACCELERATION, 100, 400, 1).best())
                .isEqualTo(Map.of("a", 1, "b", 1));
    }

    @Test
    void row10_contingencysFirstUnitIsExceptedWhenBaseHasNoChain() {
        Small stuck = new Small().deadlock().buy("b", ACCELERATION, 100, 400, 9).buy("c", CONTINGENCY, 100, 400, 9);
        assertThat(stuck.best()).isEqualTo(Map.of("c", 1));
        assertThat(new Small().deadlock().layer(CONTINGENCY, 500, 1, 0).buy("c", CONTINGENCY, 100, 400, 9).best())
                .as("it is not the first unit").isEmpty();
    }

    @Test
    void extensions_haveOneRowInPlaceOfBudgetAndPacing() {
        Small funded = new Small().budget(0, 0).pacing(0).layer(BASE, 0, 1, 0).fund("gains", 250)
                .extension("e", ACCELERATION, 100, 400, 9, "gains");
        assertThat(funded.best()).isEqualTo(Map.of("e", 2));
        assertThat(funded.layer(ACCELERATION, 100, 1, 0).best()).as("the layer's share binds them too")
                .isEqualTo(Map.of("e", 1));
    }

    @Test
    void order_dueRollsComeBeforeTheFirstUnitsOfEmptyLayers() {
        Small both = new Small().budget(100, 1_000).layer(ACCELERATION, 500, 1, 200)
                .roll("r", ACCELERATION, 110, 20, 80, 120, 1).buy("a", BASE, 95, 900, 1).layer(BASE, 500, 0, 500);
        // Base is empty: without it Acceleration may not roll (10); together they cost 185.
        assertThat(both.best()).isEqualTo(Map.of("a", 1));
        assertThat(both.layer(BASE, 500, 1, 500).best()).as("Base holds one: the roll comes first")
                .isEqualTo(Map.of("r", 1));
    }

    @Test
    void order_theFirstUnitsOfEmptyLayersComeInTheirOrderAndBeforeTheObjective() {
        Small poor = new Small().budget(300, 300).buy("a", BASE, 100, 100, 9).buy("b", ACCELERATION, 150, 100, 9)
                .buy("c", CONTINGENCY, 60, 900, 9);
        // The objective alone would spend everything on c.
        assertThat(poor.best()).isEqualTo(Map.of("a", 1, "b", 1));
        assertThat(poor.budget(310, 310).best()).isEqualTo(Map.of("a", 1, "b", 1, "c", 1));
    }

    @Test
    void tieBreak_lowerCostThenFewerLinesThenLongerThenTheLowerKey() {
        // Equal objectives: what is 10 dearer pays 10.1 more, the tenth being its turn.
        assertThat(new Small().layer(BASE, 500, 1, 0).budget(110, 110).buy("x", BASE,
                Small.line("x", BASE, 110, 110, 310.1, 1, 40))
                .buy("y", BASE, Small.line("y", BASE, 100, 100, 300, 1, 40))
                .best()).isEqualTo(Map.of("y", 1));
        assertThat(new Small().layer(BASE, 500, 1, 0).budget(100, 100).buy("short", BASE,
                Small.line("short", BASE, 100, 100, 300, 1, 40)).buy("very long", BASE,
                        Small.line("very long", BASE, 100, 100, 300, 1, 60))
                .best()).isEqualTo(Map.of("very long", 1));
        assertThat(new Small().layer(BASE, 500, 1, 0).budget(100, 100).buy("q", BASE, 100, 300, 1)
                .buy("p", BASE, 100, 300, 1).best()).isEqualTo(Map.of("p", 1));
    }

    @Test
    void tieBreak_fewerLinesAtTheSameCost() {
        // One line of two units saves 5 less than two lines of one each, which cost 5 more as a line.
        Small even = new Small().layer(BASE, 500, 1, 0).budget(200, 200)
                .buy("a", BASE, Small.line("a", BASE, 100, 100, 300, 2, 40))
                .buy("b", BASE, Small.line("b", BASE, 100, 100, 305, 1, 40));
        assertThat(even.best()).isEqualTo(Map.of("a", 2));
    }

    @Test
    void itIsDeterministic_sameProblemSamePlanWhateverTheOrderOfItsLines() {
        for (long seed = 0; seed < 100; seed++) {
            SizingProblem problem = new SizingInstances(seed, 9, 6, 14).next(2);
            var shuffled = new java.util.ArrayList<>(problem.lines());
            java.util.Collections.shuffle(shuffled, new java.util.Random(seed));
            SizingProblem other = new SizingProblem(problem.weights(), problem.baseLoss(), shuffled,
                    problem.flowSlack(), problem.stockSlack(), problem.pacingLeft(), problem.layers(),
                    problem.rowNames(), problem.rowLimits(), problem.rollCapacity(), problem.funds(),
                    problem.deadlock());
            assertThat(ExactSizer.solve(other).units()).containsExactly(ExactSizer.solve(problem).units());
        }
    }

    @Test
    void buyingNothingIsAlwaysAPlanHoweverBrokenTheLimitsAre() {
        SizingProblem broken = new Small().budget(-500, -500).pacing(-100).layer(BASE, -400, 3, 0).limit("G4", -1e6)
                .buy("a", BASE, 100, 400, 9, 10).problem();
        assertThat(new Tally(broken).feasible()).isTrue();
        assertThat(ExactSizer.solve(broken).buysNothing()).isTrue();
    }
}
