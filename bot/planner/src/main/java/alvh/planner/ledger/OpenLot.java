package alvh.planner.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/** A lot while it is being computed. */
final class OpenLot {

    private final Lot start;
    private final List<Closing> closings = new ArrayList<>();
    private long closed;
    private Usd proceeds = Usd.ZERO;
    private Usd credited = Usd.ZERO;
    private Lot.State state = Lot.State.HOLD;

    /** @param start the lot as it was opened, nothing closed */
    OpenLot(Lot start) {
        this.start = start;
    }

    static OpenLot hedge(Ledger.Intent intent, List<Lot.LotLeg> legs, long packages, Usd cost, Instant opened) {
        BookedEvent.IntentReserved reserved = intent.reserved();
        return new OpenLot(new Lot("H." + reserved.intentId(), Owner.HEDGE, reserved.layer(), reserved.intentId(),
                Lot.Source.FILL, opened, legs, packages, packages, cost, Usd.ZERO, Usd.ZERO, new Price(0), 0,
                Lot.State.HOLD));
    }

    static OpenLot book(String lotId, Lot.Source source, Instant opened, Lot.LotLeg leg, long quantity, Usd cost) {
        return new OpenLot(new Lot(lotId, Owner.BOOK, null, null, source, opened, List.of(leg), quantity, quantity,
                cost, Usd.ZERO, Usd.ZERO, new Price(0), 0, Lot.State.HOLD));
    }

    Lot start() {
        return start;
    }

    long open() {
        return start.quantity() - closed;
    }

    List<Closing> closings() {
        return closings;
    }

    /** Closes some packages; a credit never exceeds what they had cost (methodology 3.5). */
    void close(Instant at, String by, long packages, Usd cash, Lot.State ending) {
        Usd cost = closedCost(closed + packages).minus(closedCost(closed));
        closed += packages;
        proceeds = proceeds.plus(cash);
        credited = credited.plus(cash.min(cost));
        closings.add(new Closing(start.lotId(), at, by, packages, cash, cost));
        if (open() == 0) {
            state = ending;
        }
    }

    private Usd closedCost(long packages) {
        return start.cost().part(packages, start.quantity());
    }

    Lot lot(Price peak, int rungs) {
        return new Lot(start.lotId(), start.owner(), start.layer(), start.intentId(), start.source(), start.opened(),
                start.legs(), start.quantity(), open(), start.cost(),
                start.owner() == Owner.HEDGE ? credited : Usd.ZERO, proceeds, peak, rungs, state);
    }

    /** What is left of a BOOK lot when its holding is re-based: the closed part alone, or null. */
    Lot closedPart() {
        if (closed == 0) {
            return null;
        }
        return new Lot(start.lotId(), start.owner(), null, null, start.source(), start.opened(), start.legs(), closed,
                0,
                closedCost(closed), Usd.ZERO, proceeds, start.peak(), 0,
                open() == 0 ? state : Lot.State.SOLD);
    }
}
