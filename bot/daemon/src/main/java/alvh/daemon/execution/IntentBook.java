package alvh.daemon.execution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.market.TradingCalendar;

/**
 * One order step with its reservation: RESERVED before its first attempt, WORKING, then CLOSED.
 *
 * @param epoch the start of the daemon that made it; another start never continues it
 * @param closedBecause null while it is open
 * @param attempts order references, oldest first
 */
public record IntentBook(JournalRecord.Intent intent, int epoch, String closedBecause, List<String> attempts) {

    /** The states of an intent. */
    public enum Phase {
        RESERVED, WORKING, CLOSED
    }

    public Phase phase() {
        if (closedBecause != null) {
            return Phase.CLOSED;
        }
        return attempts.isEmpty() ? Phase.RESERVED : Phase.WORKING;
    }

    public boolean open() {
        return closedBecause == null;
    }

    public boolean buys() {
        return intent.effect() != Effect.CLOSE;
    }

    public LocalDate tradeDate() {
        return intent.at().atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }

    IntentBook with(String orderRef) {
        List<String> more = new ArrayList<>(attempts);
        more.add(orderRef);
        return new IntentBook(intent, epoch, closedBecause, List.copyOf(more));
    }

    IntentBook closed(String because) {
        return new IntentBook(intent, epoch, because, attempts);
    }
}
