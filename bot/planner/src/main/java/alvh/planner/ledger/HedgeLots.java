package alvh.planner.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.Settlement;

/** Which hedge lots a sale takes, and which wait for their settlement. */
public final class HedgeLots {
    private HedgeLots() {}

    /**
     * Ids of open hedge lots with these legs, in the order in which a sale takes them: oldest first, or newest first when
     * {@code lifo}. The order goes into the sale's intent, so that a rebuild does not depend on the setting.
     *
     * @param legs the legs of the lot, as it was bought
     */
    public static List<String> toClose(Ledger ledger, List<Lot.LotLeg> legs, boolean lifo) {
        Comparator<Lot> oldestFirst = Comparator.comparing(Lot::opened).thenComparing(Lot::lotId);
        return ledger.openHedgeLots().stream()
                .filter(lot -> lot.state() == Lot.State.HOLD && sameLegs(lot.legs(), legs))
                .sorted(lifo ? oldestFirst.reversed() : oldestFirst).map(Lot::lotId).toList();
    }

    /** The ledger as of a moment: open lots past the settlement instant of a leg are AWAIT_SETTLEMENT. */
    public static Ledger asOf(Ledger ledger, Instant now, Settlement settlement) {
        SortedMap<String, Lot> lots = new TreeMap<>(ledger.lots());
        lots.replaceAll((id, lot) -> lot.open() && past(lot, now, settlement) ? awaiting(lot) : lot);
        return new Ledger(lots, ledger.reservations(), ledger.memory());
    }

    private static boolean past(Lot lot, Instant now, Settlement settlement) {
        return lot.legs().stream().map(Lot.LotLeg::key).filter(key -> switch (key.secType()) {
            case OPTION, FUTURE -> true;
            case STOCK, INDEX -> false;
        }).anyMatch(key -> !now.isBefore(settlement.settlesAt(key)));
    }

    private static Lot awaiting(Lot lot) {
        return new Lot(lot.lotId(), lot.owner(), lot.layer(), lot.intentId(), lot.source(), lot.opened(), lot.legs(),
                lot.quantity(), lot.openQuantity(), lot.cost(), lot.credited(), lot.proceeds(), lot.peak(),
                lot.rungs(), Lot.State.AWAIT_SETTLEMENT);
    }

    private static boolean sameLegs(List<Lot.LotLeg> one, List<Lot.LotLeg> other) {
        return one.size() == other.size() && one.containsAll(other);
    }

    /** Whether an order's closing legs are exactly a lot's legs the other way round. */
    static boolean closes(List<Lot.LotLeg> closing, List<Lot.LotLeg> lotLegs) {
        return sameLegs(closing, lotLegs.stream()
                .map(leg -> new Lot.LotLeg(leg.key(), leg.ratio(), leg.side().opposite())).toList());
    }
}
