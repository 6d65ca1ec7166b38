package alvh.simulator.market;

import java.time.LocalDate;

import alvh.planner.market.InstrumentKey;

/**
 * Contract facts of one instrument, the exchange's own (never the planner's). Texts are as the wire wants them; what a
 * kind of instrument does not have is empty, 0 or null.
 *
 * @param conId invented, but the same for ever: a function of the key
 * @param secType STK, IND, OPT or FUT
 * @param exchange where it is listed (CBOE, CFE, NYSE, SMART for stocks and their options)
 * @param localSymbol OCC 21 characters for options
 * @param multiplier shares or dollars a point; 0 for stocks and indices
 * @param right C, P or empty
 * @param lastTradeDate last trading day: for AM-settled classes the day before settlement; null for stocks, indices
 * @param settlementDate date in the local symbol, the broker's realExpirationDate; null for stocks and indices
 * @param marketRuleIds comma list parallel to {@code validExchanges}
 * @param contractMonth yyyyMM or empty
 */
public record Listing(int conId, InstrumentKey key, String symbol, String secType, String exchange,
        String primaryExchange,
        String localSymbol, String tradingClass, int multiplier, double strike, String right, LocalDate lastTradeDate,
        LocalDate settlementDate, double minTick, String validExchanges, String marketRuleIds, String longName,
        String marketName, int underConId, String underSymbol, String underSecType, String contractMonth,
        String stockType, String timeZoneId) {

    public boolean isOption() { return secType.equals("OPT"); }

    public boolean isTradable() { return !secType.equals("IND"); }
}
