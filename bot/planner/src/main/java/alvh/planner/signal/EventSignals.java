package alvh.planner.signal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import alvh.planner.market.TradingCalendar;
import alvh.planner.portfolio.NameExposure;
import alvh.planner.signal.EventCalendar.ScheduledEvent;

/** V7, the blackout and the lock-up windows of methodology F12 and S43, from the user's calendar. */
final class EventSignals {

    private static final int SURPRISE_SESSIONS = 2;
    /** Longer than two sessions ever took; spares counting the sessions since every release of the past. */
    private static final int NEAR_DAYS = 20;
    private static final Duration BEFORE = Duration.ofMinutes(60);
    private static final Duration AFTER = Duration.ofMinutes(15);
    private static final int IMPORTANT = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private EventSignals() {}

    /** A macro surprise of two deviations votes on the session of its release and the next. */
    static Signal surprise(History history, EventCalendar calendar) {
        if (calendar.events().isEmpty()) {
            return Signal.missing(SignalId.EVENT_SURPRISE, "no events file");
        }
        ScheduledEvent greatest = null;
        for (ScheduledEvent event : calendar.events()) {
            boolean counts = event.symbol() == null && !event.at().isAfter(history.moment())
                    && !Double.isNaN(z(event)) && recent(event, history);
            if (counts && (greatest == null || Math.abs(z(event)) > Math.abs(z(greatest)))) {
                greatest = event;
            }
        }
        if (greatest == null) {
            return new Signal(SignalId.EVENT_SURPRISE, 0, 0, "no release with consensus and actual in two sessions",
                    Duration.ZERO, List.of(), null);
        }
        double z = z(greatest);
        return new Signal(SignalId.EVENT_SURPRISE, z, VoteThreshold.EVENT_SURPRISE.vote(Math.abs(z)),
                Words.text("%s surprised by %+.1f deviations, a vote from %.0f", greatest.type(), z,
                        VoteThreshold.EVENT_SURPRISE.one()),
                Duration.between(greatest.at(), history.moment()),
                List.of(new Signal.Input("actual", greatest.actual(), ""),
                        new Signal.Input("consensus", greatest.consensus(), ""),
                        new Signal.Input("sd of surprises", greatest.surpriseSd(), "")),
                null);
    }

    private static double z(ScheduledEvent event) {
        return event.surpriseSd() > 0 ? (event.actual() - event.consensus()) / event.surpriseSd() : Double.NaN;
    }

    /** A release after the close belongs to the next session. */
    private static boolean recent(ScheduledEvent event, History history) {
        ZonedDateTime there = event.at().atZone(TradingCalendar.NEW_YORK);
        LocalDate day = there.toLocalTime().isBefore(LocalTime.of(16, 0))
                ? there.toLocalDate()
                : there.toLocalDate().plusDays(1);
        if (day.isBefore(history.date().minusDays(NEAR_DAYS))) {
            return false;
        }
        LocalDate session = history.calendar().onOrAfter(day);
        int passed = history.calendar().sessionsBetween(session, history.date());
        return passed >= 0 && passed < SURPRISE_SESSIONS;
    }

    /** The next important event, and what it closes. */
    static Signal next(History history, EventCalendar calendar) {
        if (calendar.events().isEmpty()) {
            return Signal.missing(SignalId.EVENTS, "no events file: no windows without buys around releases");
        }
        Instant now = history.moment();
        ScheduledEvent next = calendar.events().stream()
                .filter(e -> e.importance() >= IMPORTANT && e.at().plus(AFTER).isAfter(now)).findFirst().orElse(null);
        if (next == null) {
            return new Signal(SignalId.EVENTS, Double.NaN, 0, "none of importance 3 ahead in the events file",
                    Duration.ZERO, List.of(), null);
        }
        return new Signal(SignalId.EVENTS, Duration.between(now, next.at()).toMinutes() / 60.0, 0,
                words(next) + core(next, history),
                Duration.ZERO, List.of(), null);
    }

    /** The always-on core is to stand one session before (F12): said as long as there is time for it. */
    private static String core(ScheduledEvent event, History history) {
        LocalDate day = event.at().atZone(TradingCalendar.NEW_YORK).toLocalDate();
        LocalDate before = history.calendar().previous(day);
        return before.isBefore(history.date()) ? "" : "; the core is to be held by the close of " + before;
    }

    private static String words(ScheduledEvent event) {
        ZonedDateTime at = event.at().atZone(TradingCalendar.NEW_YORK);
        return name(event) + " " + DAY.format(at) + ": no new buys from " + TIME.format(at.minus(BEFORE)) + " to "
                + TIME.format(at.plus(AFTER));
    }

    private static String name(ScheduledEvent event) {
        return event.symbol() == null ? event.type().name() : event.symbol() + " " + event.type();
    }

    /** Why no new hedge buys at this moment: 60 minutes before to 15 after an event of importance 3; or null. */
    static String blackout(Instant now, EventCalendar calendar) {
        for (ScheduledEvent event : calendar.events()) {
            boolean inside = event.importance() >= IMPORTANT && !now.isBefore(event.at().minus(BEFORE))
                    && now.isBefore(event.at().plus(AFTER));
            if (inside) {
                return words(event);
            }
        }
        return null;
    }

    /** Names of the book inside an IPO or lock-up window of their own or of their sector. */
    static List<String> windows(History history, List<NameExposure> book, EventCalendar calendar,
            UnaryOperator<String> sectors) {
        List<String> windows = new ArrayList<>();
        for (NameExposure name : book) {
            windows.addAll(SupplyWindows.of(name.symbol(), history.date(), calendar, sectors, history.calendar()));
        }
        return windows;
    }
}
