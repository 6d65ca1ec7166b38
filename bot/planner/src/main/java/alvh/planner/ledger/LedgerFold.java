package alvh.planner.ledger;

import java.util.List;

/** Booked events become the ledger (methodology 3.2-3.6, reliability 5.1 g): pure, one result for one history. */
public final class LedgerFold {
    private LedgerFold() {}

    /** The ledger after one more event; a duplicate or an outdated revision gives the same ledger. */
    public static Ledger apply(Ledger ledger, BookedEvent event) {
        return applyAll(ledger, List.of(event));
    }

    /** The same for many events at once, in their order. */
    public static Ledger applyAll(Ledger ledger, List<BookedEvent> events) {
        throw new UnsupportedOperationException("being built");
    }
}
