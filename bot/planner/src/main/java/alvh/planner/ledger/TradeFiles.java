package alvh.planner.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.SecType;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/** Past trades from a CSV text: {@code utc_time,exec_id,instrument,side,quantity,price,commission}. */
public final class TradeFiles {

    private static final String HEADER = "utc_time,exec_id,instrument,side,quantity,price,commission";

    private static final String IMPORTED = "import.";

    private TradeFiles() {}

    /** Whether a trade came from such a file and not from the broker's own report. */
    static boolean imported(BookedEvent.Executed execution) {
        return execution.execBase().startsWith(IMPORTED);
    }

    /**
     * The events of a file without those of trades that the broker itself has reported: its execution id has the
     * reported one's base and a revision.
     */
    public static List<BookedEvent> unknown(Ledger ledger, List<BookedEvent> events) {
        Set<String> reported = new TreeSet<>();
        ledger.memory().executions().values().stream().map(Ledger.Applied::execution).filter(e -> !imported(e))
                .forEach(e -> reported.add(e.execBase() + "|" + e.key().text()));
        Set<String> known = new TreeSet<>();
        for (BookedEvent event : events) {
            if (event instanceof BookedEvent.Executed e && reported(reported, e)) {
                known.add(e.execBase() + "|" + e.key().text());
            }
        }
        return events.stream().filter(event -> switch (event) {
            case BookedEvent.Executed e -> !known.contains(e.execBase() + "|" + e.key().text());
            case BookedEvent.Commission c -> !known.contains(c.execBase() + "|" + c.key().text());
            case BookedEvent.HoldingSeeded h -> true;
            case BookedEvent.IntentReserved r -> true;
            case BookedEvent.IntentClosed c -> true;
            case BookedEvent.Settled s -> true;
            case BookedEvent.Marked m -> true;
        }).toList();
    }

    private static boolean reported(Set<String> reported, BookedEvent.Executed trade) {
        String id = trade.execBase().substring(IMPORTED.length());
        int dot = id.lastIndexOf('.');
        boolean revised = dot > 0 && id.substring(dot + 1).matches("\\d{1,6}");
        return reported.contains(id + "|" + trade.key().text())
                || revised && reported.contains(id.substring(0, dot) + "|" + trade.key().text());
    }

    /** One wrong line (1-based): what was found and what was expected. */
    public record LineError(int line, String message) {}

    /** The booked events of {@code trades} good lines; with errors nothing should be booked. */
    public record Result(List<BookedEvent> events, int trades, List<LineError> errors) {}

    public static Result parse(String text) {
        List<BookedEvent> events = new ArrayList<>();
        List<LineError> errors = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equalsIgnoreCase(HEADER)) {
            errors.add(new LineError(1, "the first line must be " + HEADER));
            return new Result(List.of(), 0, errors);
        }
        int trades = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    trade(lines.get(i).split(",", -1), events);
                    trades++;
                } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
                    errors.add(new LineError(i + 1, e.getMessage() + "; expected " + HEADER));
                }
            }
        }
        return new Result(List.copyOf(events), trades, List.copyOf(errors));
    }

    private static void trade(String[] cells, List<BookedEvent> events) {
        if (cells.length != 7) {
            throw new IllegalArgumentException("got " + cells.length + " cells");
        }
        Instant at = Instant.parse(cells[0].strip());
        String id = cells[1].strip();
        if (id.isEmpty()) {
            throw new IllegalArgumentException("the exec_id is empty");
        }
        InstrumentKey key = InstrumentKey.of(cells[2].stripTrailing().toUpperCase(Locale.ROOT));
        Side side = Side.valueOf(cells[3].strip().toUpperCase(Locale.ROOT));
        long quantity = new BigDecimal(cells[4].strip()).longValueExact();
        if (quantity <= 0) {
            throw new IllegalArgumentException(
                    "quantity " + quantity + " is not positive; the side says the direction");
        }
        int multiplier = key.secType() == SecType.OPTION ? 100 : 1;
        String base = IMPORTED + id;
        events.add(new BookedEvent.Executed(at, base, 1, null, 0, key, side, quantity, Price.of(cells[5].strip()),
                multiplier));
        events.add(new BookedEvent.Commission(at, base, 1, key, Usd.of(cells[6].strip())));
    }
}
