package alvh.daemon.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Event.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Cron on New York's exchange time: jumps, summer time, weekends, a start inside a window. */
class CronTickerTest {

    private static final Map<Job, String> TEXTS = Map.of(Job.DAILY, "0 15 10 ? * MON-FRI", Job.MARKS,
            "0 0/5 10-15 ? * MON-FRI", Job.END_OF_DAY, "0 20 16 ? * MON-FRI");
    private final CronTicker ticker = new CronTicker(new Crons(TEXTS));

    private List<Event.Fire> fires(List<Command> commands) {
        List<Event.Fire> fires = new ArrayList<>();
        for (Command command : commands) {
            if (command instanceof Command.Post post && post.event() instanceof Event.Fire fire) {
                fires.add(fire);
            }
        }
        return fires;
    }

    private List<Event.Fire> begin(String now) {
        return fires(ticker.on(new Event.SessionUp("DUSIM0001", 200, 1, false, 0), Instant.parse(now)));
    }

    private List<Event.Fire> tick(String now) {
        List<Command> commands = ticker.on(new Event.TimerFired("cron"), Instant.parse(now));
        assertThat(commands).last().isInstanceOf(Command.SetTimer.class);
        return fires(commands);
    }

    private static Event.Fire fire(Job job, String at) {
        return new Event.Fire(job, Instant.parse(at));
    }

    @Test
    void aJobFiresOnceWhenItsSecondHasCome() {
        assertThat(begin("2026-03-10T14:14:58Z")).isEmpty();
        assertThat(tick("2026-03-10T14:14:59.500Z")).isEmpty();
        assertThat(tick("2026-03-10T14:15:00.400Z")).containsExactly(fire(Job.DAILY, "2026-03-10T14:15:00Z"),
                fire(Job.MARKS, "2026-03-10T14:15:00Z"));
        assertThat(tick("2026-03-10T14:15:01.400Z")).isEmpty();
    }

    @Test
    void aJumpFiresEachJobOnceWithItsLastTime() {
        begin("2026-03-10T13:00:00Z");
        assertThat(tick("2026-03-10T20:30:00Z")).containsExactly(fire(Job.DAILY, "2026-03-10T14:15:00Z"),
                fire(Job.MARKS, "2026-03-10T19:55:00Z"), fire(Job.END_OF_DAY, "2026-03-10T20:20:00Z"));
    }

    @Test
    void aClockThatGoesBackwardsFiresNothingTwice() {
        begin("2026-03-10T14:14:00Z");
        assertThat(tick("2026-03-10T14:16:00Z")).hasSize(2);
        assertThat(tick("2026-03-10T14:14:30Z")).isEmpty();
        assertThat(tick("2026-03-10T14:15:30Z")).isEmpty();
        assertThat(tick("2026-03-10T14:20:00Z")).containsExactly(fire(Job.MARKS, "2026-03-10T14:20:00Z"));
    }

    @Test
    void aSecondSessionDoesNotBeginAgain() {
        begin("2026-03-10T14:20:00Z");
        assertThat(begin("2026-03-10T14:30:00Z")).isEmpty();
    }

    @Test
    void nothingHappensBeforeASession() {
        assertThat(ticker.on(new Event.TimerFired("other"), Instant.parse("2026-03-10T14:15:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06T12:00:00Z, 2026-03-09T23:00:00Z, 2026-03-09T14:15:00Z",
            "2026-10-30T12:00:00Z, 2026-11-02T23:00:00Z, 2026-11-02T15:15:00Z"})
    void tenFifteenIsNewYorksBeforeAndAfterTheClocksChange(String from, String to, String due) {
        begin(from);
        assertThat(tick(to)).contains(fire(Job.DAILY, due));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07T04:59:00Z, 2026-03-09T04:00:00Z", "2026-10-31T04:01:00Z, 2026-11-02T05:00:00Z"})
    void weekendsAreQuietAlsoWhenTheClocksChange(String from, String to) {
        begin(from);
        assertThat(tick(to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10T14:14:59Z, ''", "2026-03-10T14:15:00Z, 2026-03-10T14:15:00Z",
            "2026-03-10T14:59:00Z, 2026-03-10T14:15:00Z", "2026-03-10T23:00:00Z, 2026-03-10T14:15:00Z",
            "2026-03-11T03:59:59Z, 2026-03-10T14:15:00Z", "2026-03-11T04:00:00Z, ''", "2026-03-08T16:00:00Z, ''"})
    void aStartMakesUpForTodaysDailyRun(String now, String due) {
        List<Event.Fire> fires = begin(now);
        if (due.isEmpty()) {
            assertThat(fires).isEmpty();
        } else {
            assertThat(fires).containsExactly(fire(Job.DAILY, due));
        }
    }

    @Test
    void anExpressionThatIsNoneIsNamed() {
        assertThat(assertThrows(IllegalArgumentException.class,
                () -> new Crons(Map.of(Job.DAILY, "at ten"))).getMessage()).contains("DAILY").contains("at ten");
    }
}
