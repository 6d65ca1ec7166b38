package alvh.simulator.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.simulator.market.MarketLine;

/** Everything that can happen to the exchange. */
public sealed interface ExchangeInput {

    /** Exchange time is now {@code now}: the market moves, orders fill, sessions end, options settle. */
    record Tick(Instant now) implements ExchangeInput {}

    /** A new order, or for a working (clientId, orderId) the change of its limit or quantity. */
    record Place(int clientId, int orderId, Ticket ticket) implements ExchangeInput {}

    record Cancel(int clientId, int orderId) implements ExchangeInput {}

    /** Cancels every working order of the account, whoever wrote it. */
    record CancelAll() implements ExchangeInput {}

    /** Orders are accepted but nothing fills. */
    record HoldFills() implements ExchangeInput {}

    record ReleaseFills() implements ExchangeInput {}

    /** The next fill of a working order takes at most this many units (a forced partial). */
    record FillAtMost(int units) implements ExchangeInput {}

    /**
     * Fills this many units of an order at its limit now, whatever the market; also after it was cancelled (a late fill).
     */
    record ForceFill(long permId, int units) implements ExchangeInput {}

    /** How a refusal is told: with an order that never worked, before or after the code, or by the code alone. */
    enum Manner {
        CODE_LAST, CODE_FIRST, CODE_ONLY
    }

    /** The next order is refused with this code and text; 202 cancels it, as a price band does. */
    record RefuseNext(int code, String text, Manner manner) implements ExchangeInput {

        public RefuseNext(int code, String text) {
            this(code, text, Manner.CODE_LAST);
        }
    }

    /** Fills so many units of one leg of a combo, alone; the combo itself when every leg has as much. */
    record FillLeg(long permId, int leg, int units) implements ExchangeInput {}

    /** From now on a cancel is confirmed only after this time; until then the order may fill. */
    record CancelTakes(Duration time) implements ExchangeInput {}

    /** Whether what ends unfilled by the system (FOK, DAY at the close) ends Inactive without a 202. */
    record EndsInactive(boolean on) implements ExchangeInput {}

    /** A long option is exercised, or told to lapse; {@code override}: also when that makes no sense. */
    record Exercise(int clientId, int orderId, int conId, boolean lapse, int quantity, boolean override)
            implements
                ExchangeInput {}

    /** The next new order has this permId or a greater one. */
    record PermIdsFrom(long first) implements ExchangeInput {}

    /** A person writes a limit order (no price: a market order) in the broker's own window. */
    record Write(InstrumentKey key, Side side, int quantity, Price price) implements ExchangeInput {}

    /** A working order of the broker's own window gets a negative id, by which client 0 can change and cancel it. */
    record Bind(long permId) implements ExchangeInput {}

    /** Replaces an execution (any revision of it) by one with a higher revision; quantity 0 is a bust. */
    record Correct(String execId, int quantity, Price price) implements ExchangeInput {}

    /** A person trades by hand in the same account: fills at once at this price. */
    record HumanTrade(InstrumentKey key, Side side, int quantity, Price price) implements ExchangeInput {}

    /** The broker or a person cancels a working order by hand, for a reason. */
    record HandCancel(long permId, String reason) implements ExchangeInput {}

    /** Settles positions of one class and settlement date at a value, now. */
    record Settle(String tradingClass, LocalDate settlement, double value) implements ExchangeInput {}

    /** A short option is assigned early, in whole. */
    record Assign(InstrumentKey key) implements ExchangeInput {}

    record World(MarketLine line) implements ExchangeInput {}
}
