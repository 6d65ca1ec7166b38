package alvh.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

import alvh.planner.market.InstrumentKey;

/**
 * The ways out of the desk. Production wires them to the broker session, the database thread and the timers; proof wires
 * them to simulations and to decorators that fail on purpose. No method blocks; answers come back as {@link Event}s.
 */
public interface Ports {

    /** The broker session, on its own threads. */
    interface Broker {

        void send(OrderRequest order);

        void cancel(int orderId, String orderRef);

        void cancelEverything();

        void readTruth(long token);

        void proveQuotes(long token, List<InstrumentKey> keys);

        void takeSnapshot(long token, Event.Job job, Instant asOf);

        /** Closes the gate for order bytes at once, from any thread; cancels still pass. */
        void kill();

        void unkill();

        /** Closes the session for good. */
        void close();
    }

    /** The journal's writer, one thread. */
    interface Journal {

        /** Appends in one transaction, in the order of the calls. */
        void append(List<JournalRecord> records);

        /** Stores texts by hash with the next append: planning inputs and plans. */
        void blob(String hash, String kind, String text);

        void force(long ticket);
    }

    /** Elapsed-time timers. */
    interface Timers {

        void set(String timer, Duration after);

        void stop(String timer);
    }

    /** Where people hear of things. */
    interface People {

        void alert(String code, String text);

        void progress(String intentId, String text);
    }

    /** Exchange time. */
    interface ExchangeTime {

        Instant now();
    }

    /** Elapsed time in nanoseconds from an arbitrary origin. */
    interface Ticker {

        long nanos();
    }

    /** Read-only facts of the journal, for looking verbs and for the restart. */
    interface Archive {

        SortedMap<Long, JournalRecord> records(long fromLsn);
    }
}
