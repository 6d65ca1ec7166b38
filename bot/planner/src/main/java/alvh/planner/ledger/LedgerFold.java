package alvh.planner.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.market.InstrumentKey;

/**
 * Booked events become the ledger (methodology 3.2-3.6, reliability 5.1 g): pure, one result for one history. Each word of
 * the broker is kept once, in its last version, and the lots it touches are computed anew from all words about them;
 * so a late fill, a late commission or a correction ends in the same ledger as if it had come in time.
 */
public final class LedgerFold {
    private LedgerFold() {}

    /** The ledger after one more event; a duplicate or an outdated revision gives the same ledger. */
    public static Ledger apply(Ledger ledger, BookedEvent event) {
        return applyAll(ledger, List.of(event));
    }

    /** The same for many events at once, in their order. */
    public static Ledger applyAll(Ledger ledger, List<BookedEvent> events) {
        Words words = new Words(ledger.memory());
        events.forEach(words::take);
        return words.changed() ? compute(ledger, words) : ledger;
    }

    private static Ledger compute(Ledger before, Words words) {
        SortedMap<String, Lot> lots = new TreeMap<>();
        List<Closing> closings = new ArrayList<>();
        keepUntouched(before, words, lots, closings);
        for (InstrumentKey key : words.touchedBook()) {
            BookFold book = BookFold.of(key, words);
            book.lots().forEach(lot -> lots.put(lot.lotId(), lot));
            closings.addAll(book.closings());
        }
        SortedMap<String, BookedEvent.IntentReserved> reservations = before.reservations();
        Ledger.Memory old = before.memory();
        HedgeFold hedge = null;
        if (words.touchedHedge()) {
            hedge = HedgeFold.of(words);
            hedge.lots().forEach(lot -> lots.put(lot.lotId(), lot));
            closings.addAll(hedge.closings());
            reservations = hedge.reservations();
        }
        closings.sort(Comparator.comparing(Closing::at).thenComparing(Closing::lotId).thenComparing(Closing::by));
        return new Ledger(lots, reservations, words.memory(closings,
                hedge == null ? old.feesHeld() : hedge.feesHeld(),
                hedge == null ? old.unmatched() : hedge.unmatched()));
    }

    private static void keepUntouched(Ledger before, Words words, SortedMap<String, Lot> lots,
            List<Closing> closings) {
        for (Lot lot : before.lots().values()) {
            boolean touched = switch (lot.owner()) {
                case HEDGE -> words.touchedHedge();
                case BOOK -> words.touchedBook().contains(lot.legs().get(0).key());
            };
            if (!touched) {
                lots.put(lot.lotId(), lot);
            }
        }
        for (Closing closing : before.memory().closings()) {
            if (lots.containsKey(closing.lotId())) {
                closings.add(closing);
            }
        }
    }
}
