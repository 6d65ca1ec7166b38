package alvh.daemon.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import alvh.daemon.files.IcsLines.Line;
import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.EventCalendar.ScheduledEvent;

/**
 * Events of an iCalendar file: VEVENT with DTSTART, SUMMARY and CATEGORIES; what they mean is {@link IcsMeaning}. A time
 * without zone is New York's. An all-day event stands at its usual hour; a FOMC meeting of several days on its last.
 * Cancelled events are left out; repeating ones are refused, one VEVENT each is expected.
 */
final class EventsIcs {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private final Faults faults;
    private final List<ScheduledEvent> events = new ArrayList<>();
    private Map<String, Line> event;
    private int alarms;

    private EventsIcs(Faults faults) {
        this.faults = faults;
    }

    static List<ScheduledEvent> read(String text, Faults faults) {
        var reader = new EventsIcs(faults);
        List<Line> lines = IcsLines.of(text);
        boolean calendar = !lines.isEmpty() && lines.get(0).name().equals("BEGIN")
                && lines.get(0).value().equalsIgnoreCase("VCALENDAR");
        if (!calendar) {
            faults.add("E-FILE-FORM", 1, "", "not an iCalendar file", null, "BEGIN:VCALENDAR in its first line");
            return List.of();
        }
        lines.forEach(reader::take);
        if (reader.event != null) {
            faults.add("E-FILE-FORM", lines.get(lines.size() - 1).number(), "", "an event does not end", null,
                    "END:VEVENT");
        }
        return reader.events;
    }

    private void take(Line line) {
        boolean begins = line.name().equals("BEGIN");
        boolean ends = line.name().equals("END");
        if (begins && line.value().equalsIgnoreCase("VEVENT")) {
            event = new LinkedHashMap<>();
            event.put("BEGIN", line);
        } else if (ends && line.value().equalsIgnoreCase("VEVENT") && event != null) {
            end();
            event = null;
        } else if (event != null && (begins || ends)) {
            alarms += begins ? 1 : -1;
        } else if (event != null && alarms == 0) {
            event.putIfAbsent(line.name(), line);
        }
    }

    private void end() {
        Line status = event.get("STATUS");
        if (status != null && status.value().equalsIgnoreCase("CANCELLED")) {
            return;
        }
        Line repeats = event.getOrDefault("RRULE", event.get("RDATE"));
        if (repeats != null) {
            faults.add("E-FILE-VALUE", repeats.number(), repeats.name(), "a repeating event", repeats.value(),
                    "one VEVENT for each time");
        }
        Line start = event.get("DTSTART");
        if (start == null) {
            faults.add("E-FILE-VALUE", event.get("BEGIN").number(), "DTSTART", "a value is missing", null,
                    "DTSTART, such as DTSTART:20260311T123000Z");
            return;
        }
        IcsMeaning meaning = IcsMeaning.of(event, faults);
        instant(start, meaning).filter(at -> inRange(at, start)).ifPresent(at -> {
            if (repeats == null && meaning.usable()) {
                events.add(new ScheduledEvent(at, meaning.type(), meaning.symbol(), meaning.importance(),
                        meaning.number("X-ALVH-CONSENSUS"), meaning.number("X-ALVH-ACTUAL"),
                        meaning.number("X-ALVH-SD")));
            }
        });
    }

    private boolean inRange(Instant at, Line start) {
        int year = at.atZone(TradingCalendar.NEW_YORK).getYear();
        boolean inside = year >= Row.FIRST_YEAR && year <= Row.LAST_YEAR;
        if (!inside) {
            faults.cell(start.number(), "DTSTART", start.value(),
                    "a day from " + Row.FIRST_YEAR + " to " + Row.LAST_YEAR);
        }
        return inside;
    }

    private Optional<Instant> instant(Line start, IcsMeaning meaning) {
        String text = start.value().toUpperCase(Locale.ROOT);
        try {
            if (text.length() == 8) {
                LocalDate day = meaning.lastDay() ? lastDay(LocalDate.parse(text, DAY)) : LocalDate.parse(text, DAY);
                LocalTime hour = meaning.usualHour();
                return Optional.of(day.atTime(hour).atZone(TradingCalendar.NEW_YORK).toInstant());
            }
            boolean utc = text.endsWith("Z");
            LocalDateTime local = LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME);
            ZoneId zone = utc ? ZoneId.of("UTC") : zone(start.parameters().get("TZID"));
            return Optional.of(local.atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            String zone = start.parameters().getOrDefault("TZID", "");
            faults.add("E-FILE-VALUE", start.number(), "DTSTART", "a value cannot be used",
                    (zone.isEmpty() ? "" : zone + " ") + start.value(),
                    "20260311T123000Z, 20260311, or a time with a TZID such as America/New_York");
            return Optional.empty();
        }
    }

    /** DTEND of an all-day event is the day after. */
    private LocalDate lastDay(LocalDate first) {
        Line end = event.get("DTEND");
        boolean day = end != null && end.value().length() == 8;
        LocalDate last = day ? LocalDate.parse(end.value(), DAY).minusDays(1) : first;
        return last.isAfter(first) ? last : first;
    }

    /** Some calendars put a path before the zone's name. */
    private static ZoneId zone(String id) {
        if (id == null || id.isEmpty()) {
            return TradingCalendar.NEW_YORK;
        }
        String[] parts = id.split("/");
        boolean path = id.startsWith("/") && parts.length > 2;
        return ZoneId.of(path ? parts[parts.length - 2] + "/" + parts[parts.length - 1] : id);
    }
}
