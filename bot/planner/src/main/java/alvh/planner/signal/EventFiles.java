package alvh.planner.signal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;

/** The user's events file (methodology F12) becomes a calendar, or all that is wrong with it, by line. */
public final class EventFiles {

    private static final List<String> COLUMNS = List.of("utc_time", "type", "symbol", "importance", "consensus",
            "actual", "sd");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private EventFiles() {}

    /** What reading gave. */
    public sealed interface Result {

        /** A calendar; perhaps empty. */
        record Read(EventCalendar calendar) implements Result {}

        /** Nothing is used of a file with an error. */
        record Wrong(List<LineError> errors) implements Result {}
    }

    /** One problem: 1-based line, what was found, what was expected. */
    public record LineError(int line, String message) {}

    /**
     * @param text header {@code utc_time,type,symbol,importance,consensus,actual,sd}, then one event a line; symbol and the
     *        last three may be empty or left out; empty lines and lines that begin with {@code #} are skipped
     */
    public static Result parse(String text) {
        List<LineError> errors = new ArrayList<>();
        List<ScheduledEvent> events = new ArrayList<>();
        boolean header = false;
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = (number == 1 && raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            if (header) {
                event(cells, number, events, errors);
            } else {
                header = true;
                header(cells, number, errors);
            }
        }
        if (!header) {
            errors.add(new LineError(1, "the file is empty; expected the header " + String.join(",", COLUMNS)));
        }
        return errors.isEmpty() ? new Result.Read(new EventCalendar(events)) : new Result.Wrong(List.copyOf(errors));
    }

    private static void header(List<String> cells, int line, List<LineError> errors) {
        List<String> names = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        boolean right = names.size() >= 4 && names.size() <= COLUMNS.size()
                && names.equals(COLUMNS.subList(0, names.size()));
        if (!right) {
            errors.add(new LineError(line, "found the header '" + String.join(",", cells) + "', expected '"
                    + String.join(",", COLUMNS) + "'; the last three may be left out"));
        }
    }

    private static void event(List<String> cells, int line, List<ScheduledEvent> events, List<LineError> errors) {
        if (cells.size() < 4 || cells.size() > COLUMNS.size()) {
            errors.add(new LineError(line, cells.size() + " columns, expected 4 to 7: " + String.join(",", COLUMNS)));
            return;
        }
        int before = errors.size();
        Instant at = time(cells.get(0), line, errors);
        Type type = type(cells.get(1), line, errors);
        String symbol = cells.get(2).isEmpty() ? null : cells.get(2).toUpperCase(Locale.ROOT);
        boolean named = type == Type.EARNINGS || type == Type.IPO || type == Type.LOCKUP;
        if (named && symbol == null) {
            errors.add(new LineError(line, type + " needs a symbol in the third column"));
        }
        int importance = importance(cells.get(3), line, errors);
        double consensus = number(cells, 4, line, errors);
        double actual = number(cells, 5, line, errors);
        double sd = number(cells, 6, line, errors);
        if (sd <= 0) {
            errors.add(new LineError(line, "sd '" + cells.get(6) + "' is not above 0"));
        }
        if (errors.size() == before) {
            events.add(new ScheduledEvent(at, type, symbol, importance, consensus, actual, sd));
        }
    }

    private static Instant time(String cell, int line, List<LineError> errors) {
        try {
            return Instant.parse(cell);
        } catch (DateTimeException notATime) {
            errors.add(new LineError(line, "utc_time '" + cell + "' is not a UTC time such as 2026-03-11T12:30:00Z"));
            return null;
        }
    }

    private static Type type(String cell, int line, List<LineError> errors) {
        for (Type type : Type.values()) {
            if (type.name().equalsIgnoreCase(cell)) {
                return type;
            }
        }
        errors.add(new LineError(line, "type '" + cell + "' is none of " + Arrays.toString(Type.values())));
        return null;
    }

    private static int importance(String cell, int line, List<LineError> errors) {
        switch (cell) {
            case "1", "2", "3" -> {
                return Integer.parseInt(cell, 10);
            }
            default -> {
                errors.add(new LineError(line, "importance '" + cell + "' is not 1, 2 or 3"));
                return 0;
            }
        }
    }

    private static double number(List<String> cells, int column, int line, List<LineError> errors) {
        String cell = column < cells.size() ? cells.get(column) : "";
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        if (!cell.matches("[-+]?\\d+(\\.\\d+)?")) {
            errors.add(new LineError(line, COLUMNS.get(column) + " '" + cell
                    + "' is not a decimal number with a point, such as 3.1"));
            return Double.NaN;
        }
        return Double.parseDouble(cell);
    }
}
