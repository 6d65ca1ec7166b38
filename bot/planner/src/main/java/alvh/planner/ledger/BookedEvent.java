package alvh.planner.ledger;

import java.time.Instant;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/**
 * Everything that changes the ledger, in the order in which it was booked. The ledger is the fold of these events:
 * live, in a rebuild and in the study.
 */
public sealed interface BookedEvent {

    /** When it happened at the broker or was decided (exchange time). */
    Instant at();

    /**
     * A holding at the very first start, or one re-based because executions do not explain it.
     *
     * @param quantity signed contracts or shares
     * @param averageCost dollars per contract, positive
     */
    record HoldingSeeded(Instant at, InstrumentKey key, long quantity, Usd averageCost) implements BookedEvent {}

    /**
     * Money set aside before a byte of an order leaves.
     *
     * @param reserved last rung x quantity x multiplier + fees; zero for sales
     * @param fees the fees inside it, held until commissions are reported; zero when not known
     * @param closesLots lots that a CLOSE or ROLL sells from, in this order (in a ROLL the SELL legs close and the BUY
     *        legs open). On an OPEN: the harvested lots whose gain pays for it, an extension (methodology 2.6 rule 2)
     */
    record IntentReserved(Instant at, String intentId, LayerId layer, Effect effect, List<Lot.LotLeg> legs,
            long quantity, Usd reserved, Usd fees, List<String> closesLots) implements BookedEvent {

        public IntentReserved {
            legs = List.copyOf(legs);
            closesLots = List.copyOf(closesLots);
        }

        public IntentReserved(Instant at, String intentId, LayerId layer, Effect effect, List<Lot.LotLeg> legs,
                long quantity, Usd reserved, List<String> closesLots) {
            this(at, intentId, layer, effect, legs, quantity, reserved, Usd.ZERO, closesLots);
        }
    }

    /** The reservation ends with its intent, and only with it. */
    record IntentClosed(Instant at, String intentId) implements BookedEvent {}

    /**
     * One execution of one leg (a combo's own BAG execution is never booked).
     *
     * @param execBase execution id without its last part; {@code revision} is the last part as a number: a higher one
     *        of the same base, key, side and permId replaces the lower
     * @param intentId our intent, or null for a trade of somebody else in the same account
     * @param quantity contracts, positive
     */
    record Executed(Instant at, String execBase, int revision, String intentId, long permId, InstrumentKey key,
            Side side,
            long quantity, Price price, int multiplier) implements BookedEvent {}

    /** The commission of one execution, replacing what was reserved for it. */
    record Commission(Instant at, String execBase, int revision, InstrumentKey key,
            Usd amount) implements BookedEvent {}

    /**
     * An instrument ended by settlement, expiry or assignment: every open lot of it is closed at this value per contract
     * (intrinsic x multiplier, zero for worthless). A later word on the same instrument replaces an earlier one.
     */
    record Settled(Instant at, InstrumentKey key, Usd valuePerContract) implements BookedEvent {}

    /** A new highest mark, or a harvest rung sold. */
    record Marked(Instant at, String lotId, Price peak, int rungs) implements BookedEvent {}

    /** What an order does to the hedge. */
    enum Effect {
        OPEN, CLOSE, ROLL
    }
}
