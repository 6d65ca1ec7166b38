package alvh.daemon.ops;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Handler;

/**
 * A live account's dated consent is asked for again at each release: a daemon that runs past the consent's last day, or whose
 * consent file was taken away, sends nothing more until it is started again. Stands before the order truth at the desk.
 */
public final class ConsentWatch implements Handler {

    private final Function<Instant, String> missing;

    /** @param missing what is missing of the consent at a moment, or null: {@link LiveConsent#missing} */
    public ConsentWatch(Function<Instant, String> missing) {
        this.missing = missing;
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        if (!(event instanceof Event.Release)) {
            return List.of();
        }
        String why = missing.apply(now);
        return why == null
                ? List.of()
                : List.of(new Command.CloseGate(), new Command.Alert("W-LIVE-CONSENT",
                        why + " · no order leaves any more: renew the consent and start the daemon again"));
    }
}
