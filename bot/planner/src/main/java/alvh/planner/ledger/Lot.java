package alvh.planner.ledger;

import java.time.Instant;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/**
 * What one decision bought or sold: a HEDGE lot is what one intent bought (a put spread is one lot with two legs); a
 * BOOK lot is one fill, or at first sight one holding at the broker's average cost. Money is for the whole lot.
 *
 * @param layer the hedge layer, null for BOOK
 * @param intentId the intent that bought it, null for BOOK
 * @param opened null when unknown (seeded from a holding)
 * @param quantity packages at the start, always positive; the legs say which side
 * @param openQuantity packages still open
 * @param cost what opening it cost, fees inside: positive for a debit, negative for a credit
 * @param credited sale proceeds credited so far, at most the cost of what was sold (methodology 3.5); HEDGE only
 * @param proceeds net cash of all closings so far: received positive, paid negative
 * @param peak highest mark per package seen since it was opened, for the trailing exit; zero before the first mark
 * @param rungs how many harvest rungs have been sold
 */
public record Lot(String lotId, Owner owner, LayerId layer, String intentId, Source source, Instant opened,
        List<LotLeg> legs, long quantity, long openQuantity, Usd cost, Usd credited, Usd proceeds, Price peak,
        int rungs,
        State state) {

    /** One leg of a package; {@code ratio} contracts per package on {@code side}. */
    public record LotLeg(InstrumentKey key, int ratio, Side side) {}

    /** Where the lot's cost comes from (methodology 3.2). */
    public enum Source {
        FILL, IMPORT, AVGCOST
    }

    /** Methodology 2.2: the open ones are the first; the last three have ended. */
    public enum State {
        HOLD, AWAIT_SETTLEMENT, SOLD, EXPIRED, SETTLED
    }

    public Lot {
        legs = List.copyOf(legs);
        if (legs.isEmpty() || quantity <= 0 || openQuantity < 0 || openQuantity > quantity) {
            throw new IllegalArgumentException("impossible lot " + lotId + ": " + openQuantity + " of " + quantity);
        }
    }

    public boolean open() {
        return openQuantity > 0 && (state == State.HOLD || state == State.AWAIT_SETTLEMENT);
    }

    /** Cost of the packages still open, rounded up against us. */
    public Usd openCost() {
        return new Usd(Math.ceilDiv(Math.multiplyExact(cost.e4(), openQuantity), quantity));
    }
}
