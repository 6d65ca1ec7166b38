package alvh.proof;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanningInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** Two trading days of one daemon: what the close of the first leaves is in the plan of the second, and replays. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
class NextDayTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 10);

    @TempDir
    Path home;

    private String alvh(String... verb) {
        DaemonProcess.Ended ended = DaemonProcess.run(home, verb);
        assertThat(ended.exit()).as(ended.text()).isZero();
        return ended.out();
    }

    @Test
    void P26_aCloseIsRememberedByTheNextDaysPlanAndReplays() {
        try (GatewayProcess gateway = GatewayProcess.start(home)) {
            Homes.simulated(home, gateway.port());
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                alvh("approve", DaemonProcess.offered(daemon));
                daemon.until("the run's end",
                        () -> alvh("audit", "list", "--type", "OUTCOME", "--json").contains("WEEKLY"));
                gateway.play("advance 16:19:50");
                daemon.until("the close", () -> alvh("audit", "list", "--type", "DAY").contains("DAY"));
                gateway.play("advance 2026-03-11 10:14:50");
                daemon.until("Wednesday's plan",
                        () -> alvh("audit", "list", "--type", "OUTCOME", "--json").contains("DAILY"));
                DaemonProcess.stop(daemon);
            }
        }
        JournalView journal = JournalView.of(home);
        Past.DayEntry day = journal.all(JournalRecord.Memory.Day.class).getFirst().entry();
        assertThat(day).as(String.valueOf(journal)).isNotNull();
        assertThat(day.date()).isEqualTo(TUESDAY);
        assertThat(day.hedgeValue().isPositive()).isTrue();
        assertThat(day.hedgeFlow().isPositive()).isTrue();
        PlanningInput wednesday = JournalView.input(home,
                journal.all(JournalRecord.Plan.class).getLast().inputHash());
        assertThat(wednesday.past().days()).containsExactly(day);
        assertThat(wednesday.past().surfaces()).as("the close's surfaces").isNotEmpty();
        assertThat(wednesday.past().lastWeek().date()).isEqualTo(TUESDAY);
        assertThat(alvh("audit", "replay")).contains("same plan again");
        assertThat(alvh("audit", "verify")).contains("verified");
        assertThat(alvh("audit", "decisions")).contains("THIRD", "journal debt: ");
        assertThat(alvh("measures")).contains("week of 2026-03-10: budget used");
        assertThat(alvh("ladder")).contains("rung: simulated", "2 of 20 sessions");
        assertThat(List.of(alvh("measures", "--json"), alvh("ladder", "--json"), alvh("audit", "decisions", "--json")))
                .allSatisfy(json -> assertThat(json.strip()).startsWith("{").endsWith("}"));
    }
}
