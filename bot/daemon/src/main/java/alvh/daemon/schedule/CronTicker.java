package alvh.daemon.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Event.Job;
import alvh.daemon.desk.Handler;

/**
 * Steps the cron expressions on exchange time, for simulated accounts, replays and proof. Each second what has become due
 * since the last look is fired, of several missed fires of one job only the last. The desk's thread.
 */
public final class CronTicker implements Handler {

    private static final String TIMER = "cron";
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Crons crons;
    private Instant seen;

    public CronTicker(Crons crons) {
        this.crons = crons;
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        return switch (event) {
            case Event.SessionUp up -> begin(now);
            case Event.TimerFired t when t.timer().equals(TIMER) -> tick(now);
            default -> List.of();
        };
    }

    private List<Command> begin(Instant now) {
        if (seen != null) {
            return List.of();
        }
        seen = now;
        List<Command> commands = new ArrayList<>(StartWindow.commands(crons, now));
        commands.add(new Command.SetTimer(TIMER, STEP));
        return commands;
    }

    private List<Command> tick(Instant now) {
        List<Command> commands = new ArrayList<>();
        for (Job job : crons.expressions().keySet()) {
            Instant due = crons.lastDue(job, seen, now);
            if (due != null) {
                commands.add(new Command.Post(new Event.Fire(job, due)));
            }
        }
        seen = now.isAfter(seen) ? now : seen;
        commands.add(new Command.SetTimer(TIMER, STEP));
        return commands;
    }
}
