package alvh.daemon.schedule;

import java.time.Instant;
import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;

/** The daily run of today, when a start falls into its window (methodology S45); the cycle knows if it was done. */
final class StartWindow {

    private StartWindow() {}

    static List<Command> commands(Crons crons, Instant now) {
        Instant due = crons.dueToday(Event.Job.DAILY, now);
        return due == null ? List.of() : List.of(new Command.Post(new Event.Fire(Event.Job.DAILY, due)));
    }
}
