package alvh.planner.world;

import java.util.List;

import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/** What a test asks of an outcome: its plan, its reasons, one of them. */
public final class Outcomes {
    private Outcomes() {}

    public static HedgePlan plan(PlanOutcome outcome) {
        assertThat(outcome).as(Show.of(outcome)).isInstanceOf(PlanOutcome.Planned.class);
        return ((PlanOutcome.Planned) outcome).plan();
    }

    public static List<Refusal.Code> codes(PlanOutcome outcome) {
        return outcome.report().rejected().stream().map(Refusal::code).toList();
    }

    public static Refusal refusal(PlanOutcome outcome, Refusal.Code code) {
        return outcome.report().rejected().stream().filter(r -> r.code() == code).findFirst().orElseThrow();
    }
}
