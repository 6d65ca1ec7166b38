package alvh.daemon.execution;

import java.util.Optional;

/**
 * Whose order a word of the broker is about: permId, then order reference, then client and order id (reliability 5.4, 10).
 *
 * @param orderRef of our attempt, or null
 * @param fault null when all that was said agrees
 */
record Match(String orderRef, Fault fault) {

    /** What is wrong with a word about an order. */
    enum Fault {
        /** Two of the three names point to different orders of ours. */
        NAMES_DISAGREE,
        /** The reference did not come back as it was sent. */
        ECHO_BROKEN,
        /** In our namespace, and not in our journal. */
        ORPHAN
    }

    private static final Match NOT_OURS = new Match(null, null);

    /** For words that carry a reference: openOrder and executions must echo it byte by byte. */
    static Match of(Books books, int ourClient, long permId, String orderRef, int clientId, int orderId) {
        String byPerm = books.permIds().get(permId);
        String byRef = orderRef != null && books.attempts().containsKey(orderRef) ? orderRef : null;
        String byId = byId(books, ourClient, clientId, orderId).orElse(null);
        if (byRef != null) {
            return byPerm != null && !byPerm.equals(byRef)
                    ? new Match(byRef, Fault.NAMES_DISAGREE)
                    : new Match(byRef, null);
        }
        if (byPerm != null) {
            // Known already, and its echo was proven then; paper statements may lose the reference later.
            return new Match(byPerm, OrderRef.ours(orderRef) ? Fault.ECHO_BROKEN : null);
        }
        if (byId != null) {
            return new Match(byId, Fault.ECHO_BROKEN);
        }
        return OrderRef.ours(orderRef) ? new Match(null, Fault.ORPHAN) : NOT_OURS;
    }

    /** For orderStatus and errors, which carry no reference. */
    static Optional<String> bare(Books books, int ourClient, long permId, int clientId, int orderId) {
        String byPerm = books.permIds().get(permId);
        return byPerm != null ? Optional.of(byPerm) : byId(books, ourClient, clientId, orderId);
    }

    /** Order ids are reused between sessions, so only this start's own orders are found by them, the newest first. */
    static Optional<String> byId(Books books, int ourClient, int clientId, int orderId) {
        boolean named = orderId > 0 && orderId != Integer.MAX_VALUE && clientId == ourClient;
        if (!named) {
            return Optional.empty();
        }
        return books.attempts().values().stream()
                .filter(a -> a.orderId() == orderId && a.epoch() == books.epoch()).map(Attempt::orderRef).findFirst();
    }

    /** 0, negative and the two maxima all mean "not yet". */
    static boolean named(long permId) {
        return permId > 0 && permId != Long.MAX_VALUE && permId != Integer.MAX_VALUE;
    }
}
