package alvh.daemon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import alvh.daemon.execution.ExecutionState;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code alvh status} says of the plan that waits. */
class InsideAccessTest {
    private static final HedgePlan OPEN = new HedgePlan("7f3a91c208be" + "0".repeat(52), HedgePlan.Kind.DAILY,
            Instant.parse("2026-03-10T14:15:00Z"), LocalDate.of(2026, 3, 10), List.of(), Usd.of("75.60"));
    private final ExecutionState ready = ExecutionState.start(null);

    @Test
    void aPlanThatWaitsIsVoidWhileKilledAndWaitsAgainAfterwards() {
        assertThat(InsideAccess.plan(OPEN, ready))
                .isEqualTo("waits for an answer: 7f3a-91c2-08be, worst case $75.60");
        ExecutionState killed = ready.apply(new JournalRecord.Killed("anna", "test", List.of()));
        assertThat(InsideAccess.plan(OPEN, killed))
                .isEqualTo("void while killed: 7f3a-91c2-08be, worst case $75.60");
        assertThat(InsideAccess.plan(OPEN, killed.apply(new JournalRecord.Unkilled("anna", "looked"))))
                .startsWith("waits for an answer: ");
    }

    @Test
    void withoutAPlanThereIsNothingToVoid() {
        assertThat(InsideAccess.plan(null, ready.apply(new JournalRecord.Killed("anna", "test", List.of())))).isEmpty();
    }
}
