package alvh.daemon.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Event.Job;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Quartz only posts, with the time that was due, and not before a session stands. */
class QuartzScheduleTest {

    private static final Event UP = new Event.SessionUp("DU1", 200, 1, false, 0);

    @Test
    void itPostsTheScheduledSecond() throws InterruptedException {
        BlockingQueue<Event> posted = new LinkedBlockingQueue<>();
        try (QuartzSchedule quartz = new QuartzSchedule(
                new Crons(Map.of(Job.MARKS, "* * * ? * *", Job.DAILY, "0 15 10 ? * MON-FRI")), posted::add)) {
            quartz.on(UP, Instant.parse("2026-03-10T14:14:00Z"));
            Event.Fire first = (Event.Fire) posted.poll(20, TimeUnit.SECONDS);
            Event.Fire second = (Event.Fire) posted.poll(20, TimeUnit.SECONDS);
            assertThat(first.job()).isEqualTo(Job.MARKS);
            assertThat(first.scheduled().getNano()).isZero();
            assertThat(second.scheduled()).isAfter(first.scheduled());
        }
    }

    @Test
    void aStartInsideTheWindowIsMadeUpForOnce() {
        try (QuartzSchedule quartz = new QuartzSchedule(new Crons(Map.of(Job.DAILY, "0 15 10 ? * MON-FRI")),
                event -> {})) {
            Instant now = Instant.parse("2026-03-10T14:30:00Z");
            assertThat(quartz.on(new Event.FarmLink(1102, ""), now)).isEmpty();
            List<Command> made = quartz.on(UP, now);
            assertThat(made).containsExactly(
                    new Command.Post(new Event.Fire(Job.DAILY, Instant.parse("2026-03-10T14:15:00Z"))));
            assertThat(quartz.on(UP, now)).isEmpty();
        }
    }
}
