package alvh.daemon.broker;

import java.time.LocalDate;

import alvh.planner.market.InstrumentKey;

/**
 * A row of table {@code instrument}: the broker's name for a key, as its contract details stated it. Kept for ever.
 *
 * @param lastTrade the last day it trades, null for stocks and indices
 * @param ruleId the market rule at SMART's position, 0 when unknown
 */
public record KnownInstrument(int conId, InstrumentKey key, String tradingClass, LocalDate lastTrade, int multiplier,
        int ruleId) {}
