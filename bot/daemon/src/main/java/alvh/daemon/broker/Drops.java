package alvh.daemon.broker;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import alvh.daemon.desk.Event;

/**
 * Counts what the session threw away because it is no value (reliability 8.2). The first of each kind is told with what it
 * was, the counts when the session ends. Owned by the loop.
 */
final class Drops {
    /** How a broker says that there is no bid, ask or last: counted, not worth a word of its own. */
    private static final String NO_PRICE = "no price (-1 or 0)";
    private static final String PRICE = "price that is none";

    private final Consumer<Event> desk;
    private final Map<String, Integer> counts = new TreeMap<>();

    Drops(Consumer<Event> desk) {
        this.desk = desk;
    }

    void price(Word.Dropped word) {
        if (word.raw() == -1 || word.raw() == 0) {
            counts.merge(NO_PRICE, 1, Integer::sum);
        } else {
            count(PRICE, "tick " + word.field() + " of line " + word.reqId() + " = " + word.raw());
        }
    }

    /** @param what kind of value it should have been; {@code first} says where and what it was */
    void count(String what, String first) {
        if (counts.merge(what, 1, Integer::sum) == 1) {
            desk.accept(new Event.Noticed("dropped", what + ": " + first + "; not used, and counted from here", false));
        }
    }

    /** The session is over: says the counts, if there was more than the ordinary, and begins anew. */
    void end() {
        boolean odd = counts.keySet().stream().anyMatch(what -> !what.equals(NO_PRICE));
        if (odd) {
            desk.accept(new Event.Noticed("dropped", "in the whole session: " + counts.entrySet().stream()
                    .map(e -> e.getValue() + " x " + e.getKey()).collect(Collectors.joining(", ")), false));
        }
        counts.clear();
    }
}
