package alvh.daemon.broker;

import java.util.List;

/**
 * What the broker says about a contract, texts never null. The same record for positions, orders, executions (where
 * fields are missing) and contract details.
 *
 * @param lastTrade date as it came: YYYYMMDD, YYYYMM or empty
 * @param realExpiration settlement date of contract details, else empty
 * @param strike in points, NaN when unset
 * @param right C, P or empty
 * @param liquidHours sessions as contract details give them, in {@code zone}; else empty
 * @param legs of a BAG, else empty
 */
record Facts(int conId, String symbol, String secType, String lastTrade, String realExpiration, double strike,
        String right, String multiplier, String exchange, String currency, String localSymbol, String tradingClass,
        String validExchanges, String marketRuleIds, String liquidHours, String zone, List<Leg> legs) {

    /** One leg of a BAG. */
    record Leg(int conId, int ratio, boolean buy) {}

    Facts {
        legs = List.copyOf(legs);
    }

    boolean bag() {
        return secType.equals("BAG");
    }

    /** The market rule at SMART's position of the valid exchanges, else the first one; 0 when there is none. */
    int ruleId() {
        List<String> exchanges = List.of(validExchanges.split(","));
        List<String> rules = List.of(marketRuleIds.split(","));
        int at = Math.max(0, exchanges.indexOf("SMART"));
        String rule = at < rules.size() ? rules.get(at).trim() : "";
        return rule.matches("\\d{1,9}") ? Integer.parseInt(rule) : 0;
    }
}
