package alvh.planner.plan;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HedgePlannerTest {

    @Test
    void theDemoBookIsHedged() {
        PlanOutcome outcome = World.demo().plan();
        System.out.println(Show.of(outcome));
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
    }
}
