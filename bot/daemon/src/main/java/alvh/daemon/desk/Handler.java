package alvh.daemon.desk;

import java.time.Instant;
import java.util.List;

/** A room that listens to the desk. Called on the desk's one thread, in the order in which Wiring lists the rooms. */
public interface Handler {

    /**
     * @param now exchange time
     * @return what to do, in this order
     */
    List<Command> on(Event event, Instant now);

    /** Another room, or a request, appended these records. Whoever keeps a fold of the journal takes them in. */
    default void written(List<JournalRecord> records) {}
}
