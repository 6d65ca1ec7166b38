package alvh.simulator.market;

import alvh.planner.money.PriceIncrements;

/**
 * What the exchange knows of one class of contracts.
 *
 * @param number place in conIds, never reused
 * @param root trading class, or the root of a future
 * @param underlying symbol at the broker: VIX for VIXW and VX
 * @param amSettled settles on the opening quotation of the settlement date; the last trading day is the session before
 * @param index index product: trades to 16:15, Chicago time in its hours
 * @param strikeUnit smallest step a strike can have, in points
 */
record Product(int number, String root, String underlying, String secType, int multiplier, boolean amSettled,
        boolean index, double strikeUnit, String validExchanges, String ruleIds, PriceIncrements grid, double minTick) {

    boolean isFuture() { return secType.equals("FUT"); }

    /** Exchange on which it is listed first. */
    String home() {
        return isFuture() ? "CFE" : index ? "CBOE" : "SMART";
    }

    String zone() {
        return index ? "US/Central" : "US/Eastern";
    }
}
