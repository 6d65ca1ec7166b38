package alvh.daemon.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;

/**
 * Scheduled events (methodology F12), one a line: utc_time, type, symbol, importance and, for surprises, consensus, actual
 * and sd. EARNINGS, IPO and LOCKUP need a symbol.
 */
final class EventsCsv {

    static final List<String> TYPES = Arrays.stream(Type.values()).map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
    private static final double MOST = 1e9;

    private EventsCsv() {}

    static boolean named(Type type) {
        return type == Type.EARNINGS || type == Type.IPO || type == Type.LOCKUP;
    }

    static List<ScheduledEvent> read(String text, Faults faults) {
        List<ScheduledEvent> events = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : CsvTable.read(text, List.of("utc_time", "type", "symbol", "importance"),
                List.of("consensus", "actual", "sd"), faults)) {
            Instant at = row.instant("utc_time");
            String word = row.choice("type", TYPES);
            Type type = word == null ? Type.OTHER : Type.valueOf(word.toUpperCase(Locale.ROOT));
            String symbol = row.symbol("symbol", !named(type));
            int importance = row.whole("importance", 1, 3);
            double consensus = row.number("consensus", -MOST, MOST, true);
            double actual = row.number("actual", -MOST, MOST, true);
            double sd = row.number("sd", 1e-9, MOST, true);
            Integer first = row.clean() ? lines.putIfAbsent(at + " " + type + " " + symbol, row.line()) : null;
            if (first != null) {
                row.twice("the " + type + " of " + at + (symbol == null ? "" : " for " + symbol), first);
            } else if (row.clean()) {
                events.add(new ScheduledEvent(at, type, symbol, importance, consensus, actual, sd));
            }
        }
        return events;
    }
}
