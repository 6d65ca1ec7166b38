package alvh.simulator.gateway;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts one connection's messages over the last second of exchange time, and over ten those seconds with too many. */
final class Pace {

    /** What to do with the message just counted. */
    enum Verdict {
        FINE, TOO_MANY, CLOSE
    }

    private static final int WARNINGS = 3;
    private static final long FORGOTTEN_MILLIS = 10_000;
    private static final long WINDOW_MILLIS = 1000;
    private final Deque<Long> recent = new ArrayDeque<>();
    /** Beginnings of the seconds that had too many. */
    private final Deque<Long> warned = new ArrayDeque<>();

    /** Counts the message if there is room for it, else leaves it for later. */
    boolean admits(Instant now, int limit) {
        long millis = now.toEpochMilli();
        while (!recent.isEmpty() && recent.peekFirst() <= millis - WINDOW_MILLIS) {
            recent.removeFirst();
        }
        boolean room = recent.size() < limit;
        if (room) {
            recent.addLast(millis);
        }
        return room;
    }

    Verdict count(Instant now, int limit) {
        if (admits(now, limit)) {
            return Verdict.FINE;
        }
        long millis = now.toEpochMilli();
        warned.removeIf(earlier -> earlier <= millis - FORGOTTEN_MILLIS);
        if (warned.isEmpty() || warned.peekLast() <= millis - WINDOW_MILLIS) {
            warned.addLast(millis); // whatever else comes in this second belongs to the same warning
        }
        return warned.size() > WARNINGS ? Verdict.CLOSE : Verdict.TOO_MANY;
    }
}
