package alvh.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import alvh.planner.market.InstrumentKey;

/** Everything the pure rooms may ask for. The desk carries commands out through the {@link Ports}, in order. */
public sealed interface Command {

    /** Append these records in one transaction; the projections change in the same one. */
    record Append(List<JournalRecord> records) implements Command {

        public Append {
            records = List.copyOf(records);
        }
    }

    /**
     * Answer with {@link Event.Forced} of exactly this ticket once everything appended so far is on stable storage. The
     * order truth counts its tickets and tokens from 1; other rooms count theirs from 2^40 up.
     */
    record Force(long ticket) implements Command {}

    /** Write this order to the wire; answered by OrderWritten or OrderNotWritten. */
    record Send(OrderRequest order) implements Command {}

    record Cancel(int orderId, String orderRef) implements Command {}

    /** Cancel everything of the account, foreign orders too (kill level 2). */
    record CancelEverything() implements Command {}

    /** Read open orders, completed orders, executions and positions. */
    record ReadTruth(long token) implements Command {}

    /** Prove that these legs have live quotes and that the link answers within a second. */
    record ProveQuotes(long token, List<InstrumentKey> keys) implements Command {}

    /** Collect a market and account snapshot for planning. */
    record TakeSnapshot(long token, Event.Job job, Instant asOf) implements Command {}

    record SetTimer(String timer, Duration after) implements Command {}

    record StopTimer(String timer) implements Command {}

    /** Tell people, at once and loudly. {@code code} is stable, e.g. {@code E-REF-ECHO}. */
    record Alert(String code, String text) implements Command {}

    /** Something worth a line on the screen: progress of orders, state of the session. */
    record Progress(String intentId, String text) implements Command {}

    /** Close the wire's gate for order bytes (kill switch active at a restart); cancels still pass. */
    record CloseGate() implements Command {}

    /** Open the gate again: a person resumed. */
    record OpenGate() implements Command {}

    /** Put this event at the end of the desk's own queue: how one room tells the others. */
    record Post(Event event) implements Command {}

    /** End the process with this code, once the journal is closed. */
    record Exit(int code, String because) implements Command {}
}
