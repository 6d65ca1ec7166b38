package alvh.planner;

import java.time.LocalDate;
import java.util.Set;

import alvh.planner.layer.Level;
import alvh.planner.market.Right;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;
import alvh.planner.world.Outcomes;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methodology 3.10: the smallest book that each hedge needs. The reference figures are the dossier's, found by a program of
 * its own, and hold for the always-on core too (S15); the synthetic market's strikes and fees differ a little, so a tenth is allowed.
 */
class MinimumBookTest {
    private static final int PREMIUM_OF_ONE = 10;

    @Test
    void baseAloneNeedsAboutThreeHundredAndFifteenDollarsOfPremiumAtVix18() {
        assertThat(least(1, false, 18, 200)).isBetween(283, 347);
    }

    @Test
    void baseAloneNeedsAboutFiveHundredAndTwentyFiveAtVix25() {
        // The dossier does not say its VVIX at a VIX of 25; here it stays where it was, which makes calls cheaper: 15 %.
        assertThat(least(1, false, 25, 400)).isBetween(446, 604);
    }

    @Test
    void allThreeLayersNeedAboutThirteenHundredAndFiftyWithVixCallsAndTwoThousandWithXsp() {
        assertThat(least(3, false, 18, 1_200)).isBetween(1_215, 1_485);
        assertThat(least(3, true, 18, 1_800)).isBetween(1_818, 2_222);
    }

    @Test
    void belowThatTheSentenceSaysTooSmallAndWhatItWouldTake() {
        PlanOutcome outcome = world(25, false, 18).plan();
        assertThat(outcome).isInstanceOf(PlanOutcome.NothingToDo.class);
        Refusal refusal = Outcomes.refusal(outcome, Refusal.Code.BOOK_TOO_SMALL);
        assertThat(refusal.because())
                .startsWith("book too small to hedge in whole contracts: the cheapest Base unit costs "
                        + "up to $")
                .contains("the budget is $50.00").contains("it needs about $3")
                .endsWith("of open eligible premium, there is $250.00");
    }

    /** Dollars of premium, in steps of one spread above what is not yet enough, from which so many layers are bought. */
    private static int least(int layers, boolean spreads, double vix, int tooLittle) {
        assertThat(buys(world(tooLittle / PREMIUM_OF_ONE, spreads, vix), layers, spreads)).isFalse();
        for (int premium = tooLittle; premium <= tooLittle + 600; premium += PREMIUM_OF_ONE) {
            if (buys(world(premium / PREMIUM_OF_ONE, spreads, vix), layers, spreads)) {
                return premium;
            }
        }
        throw new AssertionError("no book up to $" + (tooLittle + 600) + " buys " + layers + " layers");
    }

    private static boolean buys(World world, int layers, boolean spreads) {
        return world.plan() instanceof PlanOutcome.Planned planned
                && planned.plan().orders().stream().map(PlannedOrder::layer).distinct().count() >= layers
                && (layers < 3 || !spreads || planned.plan().orders().get(1).legs().size() == 2);
    }

    private static World world(int size, boolean spreads, double vix) {
        World world = new World().levels(Level.CORE, Level.CORE, Level.CORE);
        world.market.name("KO", 71, 0.30, 1.0);
        world.spread("KO", LocalDate.of(2026, 3, 27), Right.PUT, 70, 66, size, "0.50", "0.40");
        double by = vix / world.market.vix;
        world.market.vix = vix;
        world.market.vix3m *= by;
        for (int i = 0; i < world.market.curve.length; i++) {
            world.market.curve[i] *= by;
        }
        if (!spreads) {
            world.market.withoutClass.addAll(Set.of("XSP", "SPXW"));
        }
        return world;
    }
}
