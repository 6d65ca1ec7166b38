package alvh.daemon.execution;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import alvh.planner.ledger.Lot;
import alvh.planner.money.Price;

/**
 * One order at the broker, as the journal knows it.
 *
 * @param epoch the start of the daemon that sent it
 * @param quantity packages
 * @param written bytes as the socket counted them, 0 before SEND_DONE
 * @param permIds the broker's permanent ids seen for it; more than one is a fault
 * @param cancelAsked we asked for its cancellation
 * @param fills by identity, each in its latest revision
 */
public record Attempt(String orderRef, String intentId, int number, int epoch, int orderId, long quantity, Price limit,
        AttemptState state, long written, SortedSet<Long> permIds, boolean cancelAsked, SortedMap<String, Fill> fills,
        Instant sentAt) {

    static Attempt starting(String orderRef, String intentId, int number, int epoch, int orderId, long quantity,
            Price limit, Instant at) {
        return new Attempt(orderRef, intentId, number, epoch, orderId, quantity, limit, AttemptState.SENDING, 0,
                Collections.emptySortedSet(), false, Collections.emptySortedMap(), at);
    }

    Attempt in(AttemptState next) {
        boolean asked = cancelAsked || next == AttemptState.CANCEL_REQ;
        return new Attempt(orderRef, intentId, number, epoch, orderId, quantity, limit, next, written, permIds, asked,
                fills, sentAt);
    }

    Attempt written(long bytes) {
        AttemptState next = state == AttemptState.SENDING ? AttemptState.SENT : state;
        return new Attempt(orderRef, intentId, number, epoch, orderId, quantity, limit, next, bytes, permIds,
                cancelAsked, fills, sentAt);
    }

    Attempt named(long permId) {
        SortedSet<Long> more = new TreeSet<>(permIds);
        more.add(permId);
        more = Collections.unmodifiableSortedSet(more);
        return new Attempt(orderRef, intentId, number, epoch, orderId, quantity, limit, state, written, more,
                cancelAsked, fills, sentAt);
    }

    Attempt filled(Fill fill) {
        Fill before = fills.get(fill.identity());
        boolean newer = before == null || before.revision() < fill.revision();
        SortedMap<String, Fill> more = newer ? Sorted.with(fills, fill.identity(), fill) : fills;
        return new Attempt(orderRef, intentId, number, epoch, orderId, quantity, limit, state, written, permIds,
                cancelAsked, more, sentAt);
    }

    public boolean alive() {
        return !state.terminal();
    }

    /** Contracts executed of one leg. */
    long filledOf(Lot.LotLeg leg) {
        long sum = 0;
        for (Fill fill : fills.values()) {
            if (fill.key().equals(leg.key()) && fill.side() == leg.side()) {
                sum += fill.quantity();
            }
        }
        return sum;
    }

    /** Whole packages executed: the minimum over the legs. */
    public long packages(List<Lot.LotLeg> legs) {
        long least = Long.MAX_VALUE;
        for (Lot.LotLeg leg : legs) {
            least = Math.min(least, filledOf(leg) / leg.ratio());
        }
        return least;
    }

    /** For people: a package whose net price is negative brings money. */
    static String words(Price net) {
        return net.e4() < 0 ? "a credit of " + new Price(-net.e4()).text() : net.text();
    }

    /** Packages that some leg was executed for: more than {@link #packages} while legs are unequal. */
    long touched(List<Lot.LotLeg> legs) {
        long most = 0;
        for (Lot.LotLeg leg : legs) {
            most = Math.max(most, Math.ceilDiv(filledOf(leg), leg.ratio()));
        }
        return most;
    }
}
