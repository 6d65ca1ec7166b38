package alvh.daemon.execution;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import static alvh.daemon.execution.AttemptState.ACKED;
import static alvh.daemon.execution.AttemptState.CANCELLED;
import static alvh.daemon.execution.AttemptState.CANCEL_REQ;
import static alvh.daemon.execution.AttemptState.DENIED;
import static alvh.daemon.execution.AttemptState.EXPIRED;
import static alvh.daemon.execution.AttemptState.FILLED;
import static alvh.daemon.execution.AttemptState.INACTIVE;
import static alvh.daemon.execution.AttemptState.PARTIAL;
import static alvh.daemon.execution.AttemptState.REJECTED;
import static alvh.daemon.execution.AttemptState.SENDING;
import static alvh.daemon.execution.AttemptState.SENT;
import static alvh.daemon.execution.AttemptState.UNKNOWN;
import static alvh.daemon.execution.AttemptState.UNVERIFIED;
import static alvh.daemon.execution.AttemptState.WORKING;

/**
 * The one transition table of attempts. A word of the broker may lead forwards from any live state; one that goes
 * backwards is noted and changes nothing. Our own moves outside the table are faults of ours.
 */
final class AttemptMoves {

    /** Whose move it is. */
    enum By {
        BROKER, OURSELVES
    }

    private static final Set<AttemptState> ENDS = EnumSet.of(FILLED, CANCELLED, REJECTED, EXPIRED);
    private static final Map<AttemptState, Set<AttemptState>> BROKER = new EnumMap<>(AttemptState.class);
    private static final Map<AttemptState, Set<AttemptState>> OWN = new EnumMap<>(AttemptState.class);

    static {
        broker(SENDING, ACKED, WORKING, PARTIAL, INACTIVE, UNVERIFIED);
        broker(SENT, ACKED, WORKING, PARTIAL, INACTIVE, UNVERIFIED);
        broker(ACKED, WORKING, PARTIAL, INACTIVE, UNVERIFIED);
        broker(WORKING, PARTIAL, INACTIVE, UNVERIFIED);
        broker(PARTIAL, INACTIVE, UNVERIFIED);
        broker(CANCEL_REQ, INACTIVE, UNVERIFIED);
        broker(INACTIVE, ACKED, WORKING, PARTIAL, UNVERIFIED);
        broker(UNVERIFIED);
        broker(UNKNOWN, ACKED, WORKING, PARTIAL, INACTIVE, UNVERIFIED);
        own(SENDING, SENT, UNKNOWN, DENIED, CANCEL_REQ);
        own(SENT, UNKNOWN, CANCEL_REQ);
        own(ACKED, UNKNOWN, CANCEL_REQ);
        own(WORKING, UNKNOWN, CANCEL_REQ);
        own(PARTIAL, UNKNOWN, CANCEL_REQ);
        own(CANCEL_REQ, UNKNOWN, DENIED);
        own(INACTIVE, UNKNOWN, CANCEL_REQ);
        own(UNVERIFIED, UNKNOWN, CANCEL_REQ);
        // A person may declare an unknown order dead; the close of its trade date does so by proof.
        own(UNKNOWN, CANCELLED, EXPIRED, CANCEL_REQ);
    }

    private AttemptMoves() {}

    private static void broker(AttemptState from, AttemptState... to) {
        Set<AttemptState> all = EnumSet.copyOf(ENDS);
        all.addAll(Set.of(to));
        BROKER.put(from, all);
    }

    private static void own(AttemptState from, AttemptState... to) {
        OWN.put(from, EnumSet.copyOf(Set.of(to)));
    }

    static boolean allowed(AttemptState from, AttemptState to, By by) {
        Map<AttemptState, Set<AttemptState>> table = switch (by) {
            case BROKER -> BROKER;
            case OURSELVES -> OWN;
        };
        return table.getOrDefault(from, Set.of()).contains(to);
    }
}
