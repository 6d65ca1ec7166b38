package alvh.simulator.exchange;

import java.time.Instant;

import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;
import alvh.simulator.market.MarketLine;

/**
 * What the exchange did. Facts (everything but Notice and WhatIf) are complete: folded in order they give the whole
 * account again, which is what the truth file holds.
 */
public sealed interface ExchangeOutput {

    /** The exchange time at which it happened. */
    Instant at();

    /** A new account was opened: the first fact of a truth file. */
    record Opened(Instant at, String account, long seed) implements ExchangeOutput {}

    /** An order is new or stands differently: openOrder and orderStatus on the wire. */
    record OrderChanged(Instant at, BookedOrder order) implements ExchangeOutput {}

    record Executed(Instant at, Execution execution) implements ExchangeOutput {}

    /** The execution replaces the earlier one with the same stem; quantity 0 is a bust. */
    record Corrected(Instant at, Execution execution) implements ExchangeOutput {}

    /** Follows its execution. @param realisedPnl null unless the execution closed something */
    record CommissionReported(Instant at, String execId, int clientId, Usd commission, Usd realisedPnl)
            implements
                ExchangeOutput {}

    record PositionChanged(Instant at, Position position) implements ExchangeOutput {}

    record CashChanged(Instant at, Usd cash, String why) implements ExchangeOutput {}

    /** Options of one key have settled or were assigned; cash and positions follow in their own facts. */
    record Settled(Instant at, InstrumentKey key, int quantity, double value, Usd cashFlow) implements ExchangeOutput {}

    /** The market was told to do something; replayed at resume. */
    record MarketTold(Instant at, MarketLine line) implements ExchangeOutput {}

    /** The exchange's clock stands this far from the system's. */
    record ClockSet(Instant at, long offsetMillis) implements ExchangeOutput {}

    /** A message with a code for one client's order: 201, 202, 399, 10147, ... No fact: not kept. */
    record Notice(Instant at, int clientId, int orderId, int code, String text) implements ExchangeOutput {}

    /** The answer to a what-if. No fact: not kept. */
    record WhatIf(Instant at, int clientId, int orderId, Ticket ticket, AccountValues before, AccountValues after,
            Usd commission) implements ExchangeOutput {}

    default boolean isFact() { return !(this instanceof Notice || this instanceof WhatIf); }
}
