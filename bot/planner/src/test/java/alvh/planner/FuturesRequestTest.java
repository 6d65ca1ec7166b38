package alvh.planner;

import alvh.planner.layer.Level;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.Refusal;
import alvh.planner.world.Show;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Wishes for VIX futures (methodology S16, Q10, Q11, must-pass 13). */
class FuturesRequestTest {

    private static PlanOutcome plan(HedgeSettings.Futures asked) {
        World world = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE);
        world.settings = world.settings.withFutures(asked);
        return world.plan();
    }

    @Test
    void mustPass13_aSteepenerIsRefusedWithTheReasonAndTheRestGoesOn() {
        PlanOutcome outcome = plan(HedgeSettings.Futures.STEEPENER);
        assertThat(outcome.report().rejected()).filteredOn(r -> r.code() == Refusal.Code.STEEPENER).singleElement()
                .satisfies(r -> {
                    assertThat(r.subject()).isEqualTo("layers.futures");
                    assertThat(r.because()).contains("trap of sign").contains("short volatility")
                            .contains("flattener").contains("forbidden");
                });
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.Planned.class);
        assertThat(((PlanOutcome.Planned) outcome).plan().hash())
                .isEqualTo(((PlanOutcome.Planned) plan(HedgeSettings.Futures.NONE)).plan().hash());
    }

    @Test
    void futuresThatAreNotTradedSayWhatTheyWouldNeed() {
        for (HedgeSettings.Futures asked : new HedgeSettings.Futures[]{HedgeSettings.Futures.VXM,
                HedgeSettings.Futures.FLATTENER}) {
            assertThat(plan(asked).report().rejected()).filteredOn(r -> r.code() == Refusal.Code.FUTURES)
                    .singleElement().satisfies(r -> assertThat(r.because()).contains("not traded").contains("margin")
                            .contains("roll-down").contains("CFE"));
        }
        assertThat(plan(HedgeSettings.Futures.NONE).report().rejected()).extracting(Refusal::code)
                .doesNotContain(Refusal.Code.FUTURES, Refusal.Code.STEEPENER);
    }
}
