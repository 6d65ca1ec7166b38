package alvh.planner.signal;

import java.util.List;

/** The user's events file (methodology F12) becomes a calendar, or all that is wrong with it, by line. */
public final class EventFiles {
    private EventFiles() {}

    /** What reading gave. */
    public sealed interface Result {
        record Read(EventCalendar calendar) implements Result {}

        record Wrong(List<LineError> errors) implements Result {}
    }

    /** One problem: 1-based line, what was found, what was expected. */
    public record LineError(int line, String message) {}

    /** @param text header {@code utc_time,type,symbol,importance,consensus,actual,sd}, then one event a line */
    public static Result parse(String text) {
        throw new UnsupportedOperationException("being built");
    }
}
