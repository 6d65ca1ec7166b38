package alvh.daemon.broker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The broker's liquid hours of one contract: sessions with exact ends. What cannot be read is no session. */
record LiquidHours(List<Session> sessions) {
    private static final Pattern SESSION = Pattern
            .compile("(\\d{8}):(\\d{4})-(?:(\\d{8}):)?(\\d{4})");

    record Session(Instant open, Instant close) {}

    LiquidHours {
        sessions = List.copyOf(sessions);
    }

    /** @param text e.g. {@code 20260406:0930-20260406:1615;20260411:CLOSED}, also the older form without second date */
    static LiquidHours of(String text, String zone) {
        List<Session> sessions = new ArrayList<>();
        try {
            ZoneId where = ZoneId.of(zone, ZoneId.SHORT_IDS);
            Matcher found = SESSION.matcher(text);
            while (found.find()) {
                String closeDay = found.group(3) == null ? found.group(1) : found.group(3);
                sessions.add(
                        new Session(at(found.group(1), found.group(2), where), at(closeDay, found.group(4), where)));
            }
        } catch (DateTimeException unreadable) {
            return new LiquidHours(List.of());
        }
        return new LiquidHours(sessions);
    }

    /** When the session that {@code now} lies in ends. */
    Optional<Instant> until(Instant now) {
        return sessions.stream().filter(s -> !now.isBefore(s.open()) && now.isBefore(s.close())).map(Session::close)
                .findFirst();
    }

    private static Instant at(String day, String time, ZoneId zone) {
        LocalDate date = Unset.date(day).orElseThrow(() -> new DateTimeException(day));
        LocalTime clock = LocalTime.of(Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(2)));
        return date.atTime(clock).atZone(zone).toInstant();
    }
}
