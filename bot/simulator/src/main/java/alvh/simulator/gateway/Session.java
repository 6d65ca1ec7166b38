package alvh.simulator.gateway;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One connected client: who it is, what it has subscribed to. */
final class Session {

    private static final int LIVE = 1;
    final int connection;
    final int version;
    final boolean paced;
    final Pace pace = new Pace();
    final Map<Integer, QuoteStream> quotes = new TreeMap<>();
    final Map<Integer, QuoteDesk.Snapshot> snapshots = new TreeMap<>();
    final Map<Integer, LiveStream> live = new TreeMap<>();
    /** When tick-by-tick data of a contract was last asked for, by conId. */
    final Map<Integer, Instant> tickByTick = new TreeMap<>();
    final HistoryPace historyPace = new HistoryPace();
    final Map<Integer, String> summaries = new TreeMap<>();
    final Map<Integer, BarStream> bars = new TreeMap<>();
    final TreeSet<Integer> positionsMulti = new TreeSet<>();
    final TreeSet<Integer> updatesMulti = new TreeSet<>();
    final TreeSet<Integer> pnl = new TreeSet<>();
    final Map<Integer, Integer> pnlSingle = new TreeMap<>();
    /** Requests of a paced client that came too fast. */
    final Deque<byte[]> waiting = new ArrayDeque<>();
    int clientId = -1;
    int dataType = LIVE;
    boolean positions;
    boolean accountUpdates;
    boolean bulletins;
    /** Client 0 that takes over manual orders. */
    boolean autoBind;

    Session(int connection, int version, boolean paced) {
        this.connection = connection;
        this.version = version;
        this.paced = paced;
    }

    boolean started() {
        return clientId >= 0;
    }

    /** Whether a request of this id is running: one name space for all that carry one. */
    boolean uses(int reqId) {
        return quotes.containsKey(reqId) || snapshots.containsKey(reqId) || live.containsKey(reqId)
                || summaries.containsKey(reqId)
                || bars.containsKey(reqId) || pnl.contains(reqId) || pnlSingle.containsKey(reqId)
                || positionsMulti.contains(reqId) || updatesMulti.contains(reqId);
    }

    /** Ends whatever runs under this id. */
    void forget(int reqId) {
        quotes.remove(reqId);
        snapshots.remove(reqId);
        live.remove(reqId);
        summaries.remove(reqId);
        bars.remove(reqId);
        positionsMulti.remove(reqId);
        updatesMulti.remove(reqId);
        pnl.remove(reqId);
        pnlSingle.remove(reqId);
    }

    void forgetSubscriptions() {
        quotes.clear();
        snapshots.clear();
        live.clear();
        summaries.clear();
        bars.clear();
        positionsMulti.clear();
        updatesMulti.clear();
        pnl.clear();
        pnlSingle.clear();
        positions = false;
        accountUpdates = false;
    }
}
