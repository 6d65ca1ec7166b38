package alvh.planner.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/**
 * The account's lots and reservations: the fold of all booked events so far. Immutable.
 *
 * @param lots by lot id, ended ones stay for the 63-session epoch and the reports
 * @param reservations by intent id, for intents not yet closed; {@code reserved} is what is still set aside after the
 *        fills so far, {@code quantity} stays the intent's
 * @param memory what the fold itself needs; readers use lots, reservations and the views of this package
 */
public record Ledger(SortedMap<String, Lot> lots, SortedMap<String, BookedEvent.IntentReserved> reservations,
        Memory memory) {

    public Ledger {
        lots = Collections.unmodifiableSortedMap(lots);
        reservations = Collections.unmodifiableSortedMap(reservations);
    }

    public static final Ledger EMPTY = new Ledger(new TreeMap<>(), new TreeMap<>(),
            new Memory(0, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>(),
                    new TreeMap<>(), List.of(), new TreeMap<>(), new TreeMap<>()));

    /**
     * The words of the broker so far, each kept once in its last version, from which lots are computed; and what was
     * computed beside the lots.
     *
     * @param sequence events taken so far; breaks ties between executions of one second
     * @param executions by base, key, side and permId
     * @param commissions by base and key
     * @param intents by id, closed ones too
     * @param holdings every seed and re-base
     * @param settlements the last word on each settled instrument
     * @param marks peak and rungs by lot id
     * @param closings every closing of a lot, oldest first
     * @param feesHeld fees reserved for executions whose commission has not come, by intent
     * @param unmatched signed contracts of ours that belong to no whole package and no lot, by instrument
     */
    public record Memory(long sequence, SortedMap<String, Applied> executions,
            SortedMap<String, BookedEvent.Commission> commissions, SortedMap<String, Intent> intents,
            List<BookedEvent.HoldingSeeded> holdings, SortedMap<InstrumentKey, BookedEvent.Settled> settlements,
            SortedMap<String, BookedEvent.Marked> marks, List<Closing> closings, SortedMap<String, Usd> feesHeld,
            SortedMap<InstrumentKey, Long> unmatched) {

        public Memory {
            executions = Collections.unmodifiableSortedMap(executions);
            commissions = Collections.unmodifiableSortedMap(commissions);
            intents = Collections.unmodifiableSortedMap(intents);
            holdings = List.copyOf(holdings);
            settlements = Collections.unmodifiableSortedMap(settlements);
            marks = Collections.unmodifiableSortedMap(marks);
            closings = List.copyOf(closings);
            feesHeld = Collections.unmodifiableSortedMap(feesHeld);
            unmatched = Collections.unmodifiableSortedMap(unmatched);
        }
    }

    /** One execution in its last revision, and when it was first taken. */
    public record Applied(long sequence, BookedEvent.Executed execution) {}

    /** One intent, and whether its reservation has ended. */
    public record Intent(long sequence, BookedEvent.IntentReserved reserved, boolean closed) {}

    /**
     * One closing of a part of a lot: a sale intent, an execution of somebody else, or a settlement.
     *
     * @param by intent id, execution id or "settlement"
     * @param quantity packages closed
     * @param cash net of commissions, received positive
     * @param cost what these packages had cost, by the lot's cost (rounded down; for a short lot negative)
     */
    public record Closing(String lotId, Instant at, String by, long quantity, Usd cash, Usd cost) {}

    /** HEDGE lots still open, oldest first by id of the map. */
    public List<Lot> openHedgeLots() {
        return lots.values().stream().filter(l -> l.owner() == Owner.HEDGE && l.open()).toList();
    }

    /** BOOK lots still open. */
    public List<Lot> openBookLots() {
        return lots.values().stream().filter(l -> l.owner() == Owner.BOOK && l.open()).toList();
    }

    /** What is set aside: for open intents, and for fees of executions without a commission report. */
    public Usd reserved() {
        Usd sum = Usd.ZERO;
        for (BookedEvent.IntentReserved open : reservations.values()) {
            sum = sum.plus(open.reserved());
        }
        for (Usd held : memory.feesHeld().values()) {
            sum = sum.plus(held);
        }
        return sum;
    }

    /** Signed contracts or shares by instrument that these lots, and legs outside whole packages, add up to. */
    public SortedMap<InstrumentKey, Long> positions() {
        SortedMap<InstrumentKey, Long> sums = new TreeMap<>(memory.unmatched());
        for (Lot lot : lots.values()) {
            if (lot.open()) {
                for (Lot.LotLeg leg : lot.legs()) {
                    sums.merge(leg.key(), leg.side().sign() * leg.ratio() * lot.openQuantity(), Long::sum);
                }
            }
        }
        sums.values().removeIf(q -> q == 0);
        return sums;
    }
}
