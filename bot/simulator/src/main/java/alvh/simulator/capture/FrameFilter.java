package alvh.simulator.capture;

import java.time.Instant;
import java.util.Set;

/**
 * Which items are wanted; null or an empty set wants all.
 *
 * @param messages names of messages; an item that is no frame passes only when none is asked for
 * @param to the first instant that is not wanted
 */
public record FrameFilter(Integer link, Direction direction, Set<String> messages, Instant from, Instant to) {

    boolean wants(Item item) {
        boolean time = item.millis() == 0
                || (from == null || item.millis() >= from.toEpochMilli())
                        && (to == null || item.millis() < to.toEpochMilli());
        return time && (link == null || item.link() == 0 || item.link() == link);
    }

    boolean wants(Direction of) {
        return direction == null || of == null || direction == of;
    }

    boolean wants(String message) {
        return messages.isEmpty() || messages.contains(message);
    }

    /** Whether nothing can be missing for its sake. */
    public boolean wantsAll() {
        return link == null && direction == null && messages.isEmpty() && from == null && to == null;
    }
}
