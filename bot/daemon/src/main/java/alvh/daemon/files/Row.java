package alvh.daemon.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import alvh.daemon.config.Nearest;

/** One line of a table; a cell that cannot be read is a fault and comes back as null or NaN. */
final class Row {

    static final int FIRST_YEAR = 1950;
    static final int LAST_YEAR = 2035;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9.\\-]{1,12}");

    private final int line;
    private final Map<String, String> cells;
    private final Faults faults;
    private int before = -1;

    Row(int line, Map<String, String> cells, Faults faults) {
        this.line = line;
        this.cells = cells;
        this.faults = faults;
    }

    int line() {
        return line;
    }

    /** Nothing wrong was found since the first cell of this line was asked for. */
    boolean clean() {
        return faults.count() == before;
    }

    void fault(String column, String expected) {
        faults.cell(line, column, text(column), expected);
    }

    void twice(String what, int first) {
        faults.twice(line, what, first);
    }

    /** Null when empty. */
    String text(String column) {
        before = before < 0 ? faults.count() : before;
        String cell = cells.getOrDefault(column, "");
        return cell.isEmpty() ? null : cell;
    }

    String needed(String column, String expected) {
        String cell = text(column);
        if (cell == null) {
            fault(column, expected);
        }
        return cell;
    }

    /** In capitals; null when empty and {@code optional}. */
    String symbol(String column, boolean optional) {
        String cell = text(column);
        String symbol = cell == null ? "" : cell.toUpperCase(Locale.ROOT);
        if (cell == null && optional) {
            return null;
        }
        if (!SYMBOL.matcher(symbol).matches()) {
            fault(column, "a symbol such as AAPL or BRK.B");
            return null;
        }
        return symbol;
    }

    /** One of the words, in lower case. */
    String choice(String column, List<String> words) {
        String cell = text(column);
        String word = cell == null ? "" : cell.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
            fault(column, "one of " + String.join(", ", words)
                    + (cell == null ? "" : "; nearest is " + Nearest.to(word, words)));
            return null;
        }
        return word;
    }

    /** From 1950 to the last year of the trading calendar: a year mistyped is a fault, not a far day. */
    LocalDate date(String column, boolean optional) {
        String cell = text(column);
        if (cell == null && optional) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(cell == null ? "" : cell);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Named below, as a day out of range is.
        }
        fault(column, "a day such as 2026-03-11, from " + FIRST_YEAR + " to " + LAST_YEAR);
        return null;
    }

    Instant instant(String column) {
        String cell = text(column);
        try {
            Instant at = Instant.parse(cell == null ? "" : cell);
            int year = at.atZone(ZoneOffset.UTC).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return at;
            }
        } catch (DateTimeException notATime) {
            // Named below, as a time out of range is.
        }
        fault(column, "a UTC time such as 2026-03-11T12:30:00Z, from " + FIRST_YEAR + " to " + LAST_YEAR);
        return null;
    }

    /** From {@code min} to {@code max}, both included; NaN when empty and {@code optional}. */
    double number(String column, double min, double max, boolean optional) {
        String cell = text(column);
        if (cell == null && optional) {
            return Double.NaN;
        }
        boolean number = cell != null && NUMBER.matcher(cell).matches();
        double value = number ? Double.parseDouble(cell) : Double.NaN;
        if (!(value >= min && value <= max)) {
            fault(column, "a number with a decimal point, from " + plain(min) + " to " + plain(max));
            return Double.NaN;
        }
        return value;
    }

    int whole(String column, int min, int max) {
        String cell = text(column);
        boolean number = cell != null && cell.matches("\\d{1,9}");
        int value = number ? Integer.parseInt(cell, 10) : -1;
        if (!number || value < min || value > max) {
            fault(column, "a whole number from " + min + " to " + max);
            return min;
        }
        return value;
    }

    private static String plain(double bound) {
        return java.math.BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
