package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts one connection's requests for small bars and real-time bars (protocol page 6.6). */
final class HistoryPace {

    /** @param whole the request as it is, @param source contract, exchange and kind of data */
    private record Asked(Instant at, String whole, String source, int weight) {}

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration IDENTICAL = Duration.ofSeconds(15);
    private static final Duration SAME_SOURCE = Duration.ofSeconds(2);
    private static final int MOST = 60;
    private static final int MOST_OF_SOURCE = 5;
    private final Deque<Asked> recent = new ArrayDeque<>();

    /** Whether a request for small bars may be answered; a refused one does not count. */
    boolean admits(Instant now, String whole, String source, int weight) {
        forget(now);
        boolean identical = recent.stream()
                .anyMatch(a -> a.whole().equals(whole) && now.isBefore(a.at().plus(IDENTICAL)));
        long same = recent.stream().filter(a -> a.source().equals(source) && now.isBefore(a.at().plus(SAME_SOURCE)))
                .count();
        boolean fine = !identical && same < MOST_OF_SOURCE && weight() + weight <= MOST;
        if (fine) {
            recent.addLast(new Asked(now, whole, source, weight));
        }
        return fine;
    }

    /** Real-time bars count among the same sixty, and nothing else holds for them. */
    boolean admitsStream(Instant now) {
        forget(now);
        boolean fine = weight() < MOST;
        if (fine) {
            recent.addLast(new Asked(now, "", "", 1));
        }
        return fine;
    }

    private int weight() {
        return recent.stream().mapToInt(Asked::weight).sum();
    }

    private void forget(Instant now) {
        while (!recent.isEmpty() && !now.isBefore(recent.peekFirst().at().plus(LONGEST))) {
            recent.removeFirst();
        }
    }
}
