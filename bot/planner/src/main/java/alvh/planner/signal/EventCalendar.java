package alvh.planner.signal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Scheduled events (methodology F12), from the user's files; an empty list means "no calendar", which is shown. */
public record EventCalendar(List<ScheduledEvent> events) {

    public static final EventCalendar NONE = new EventCalendar(List.of());

    /** Kinds of events; EARNINGS, IPO and LOCKUP carry a symbol. */
    public enum Type {
        FOMC, CPI, PPI, GDP, IPO, LOCKUP, EARNINGS, OTHER
    }

    /**
     * @param symbol null for macro events
     * @param importance 1 to 3; 3 closes the window for new buys around it
     * @param consensus NaN when not given, like {@code actual} and {@code surpriseSd}
     */
    public record ScheduledEvent(Instant at, Type type, String symbol, int importance, double consensus, double actual,
            double surpriseSd) {}

    public EventCalendar {
        events = events.stream().sorted(Comparator.comparing(ScheduledEvent::at)).toList();
    }
}
