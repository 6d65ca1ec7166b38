package alvh.daemon.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Handler;

/** Looks for the KILL file twice a second: a switch that works when nothing else does. The desk's thread. */
public final class KillWatch implements Handler {

    private static final String TIMER = "kill-file";
    private static final Duration STEP = Duration.ofMillis(500);

    private final KillFile file;
    private final BooleanSupplier killed;
    private boolean told;

    /** @param killed whether the journal knows of an active kill */
    public KillWatch(KillFile file, BooleanSupplier killed) {
        this.file = file;
        this.killed = killed;
    }

    /** The first look; Wiring carries it out before anything else happens. */
    public List<Command> begin() {
        return look();
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        return switch (event) {
            case Event.TimerFired t when t.timer().equals(TIMER) -> look();
            default -> List.of();
        };
    }

    private List<Command> look() {
        Command again = new Command.SetTimer(TIMER, STEP);
        boolean there = file.present();
        boolean tell = there && !told && !killed.getAsBoolean();
        told = there;
        return tell
                ? List.of(new Command.CloseGate(), new Command.Post(new Event.Kill("KILL file", file.text())), again)
                : List.of(again);
    }
}
