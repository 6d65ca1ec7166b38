package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** F8 through both processes: the gateway sends AD-NYSE as bid and ask, the daemon writes the day down near the close. */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class BreadthRecordedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @TempDir
    Path home;

    private List<JournalRecord.Breadth> day(String... more) throws IOException {
        Path scenario = Files.writeString(home.resolve("close.scenario"), String.join("\n",
                List.of("title Near the close", "about The daemon comes up ten minutes before the close.",
                        "market demo", "start 2026-03-10 15:50"))
                + "\n" + String.join("\n", more) + "\n");
        try (GatewayProcess gateway = GatewayProcess.start(home, "--scenario", scenario.toString())) {
            Homes.write(home,
                    "account:\n  id: %s\ngateway:\n  port: %d\n".formatted(gateway.account(), gateway.port()));
            try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
                DaemonProcess.ready(daemon);
                gateway.play("advance 16:19:58");
                daemon.until("the end of the day", () -> daemon.out().contains("End of " + DAY));
                DaemonProcess.stop(daemon);
            }
        }
        return JournalView.of(home).all(JournalRecord.Breadth.class);
    }

    @Test
    void theDayIsInTheJournal() throws IOException {
        List<JournalRecord.Breadth> recorded = day();
        assertThat(recorded).isNotEmpty().allSatisfy(breadth -> {
            assertThat(breadth.date()).isEqualTo(DAY);
            assertThat(breadth.advances()).isPositive();
            assertThat(breadth.advances() + breadth.declines()).isBetween(2_849, 2_851);
        });
        assertThat(JournalView.of(home).damage()).isNull();
    }

    @Test
    void withoutTheRightToTheDataTheDayEndsAllTheSame() throws IOException {
        assertThat(day("permission AD-NYSE 354")).isEmpty();
        assertThat(JournalView.of(home).all(JournalRecord.Skip.class)).extracting(JournalRecord.Skip::job)
                .contains("BREADTH");
    }
}
