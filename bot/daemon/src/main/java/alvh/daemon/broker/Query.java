package alvh.daemon.broker;

/**
 * How a contract is named in a request: by conId once known, by symbol, class and date before. Empty texts are left out.
 *
 * @param date YYYYMMDD as the broker gave it, or empty
 * @param right C, P or empty
 */
record Query(int conId, String secType, String symbol, String exchange, String tradingClass, String date,
        String right) {

    static Query stock(String symbol) {
        return new Query(0, "STK", symbol.replace('.', ' '), "SMART", "", "", "");
    }

    static Query index(String symbol) {
        return new Query(0, "IND", symbol, symbol.equals("AD-NYSE") ? "NYSE" : "CBOE", "", "", "");
    }

    /** All listed futures of a class: VIX futures are symbol VIX with class VX, the mini ones symbol VXM. */
    static Query futures(String tradingClass) {
        return new Query(0, "FUT", tradingClass.equals("VXM") ? "VXM" : "VIX", "CFE", tradingClass, "", "");
    }

    static Query chain(String symbol, String tradingClass, String date, String right) {
        return new Query(0, "OPT", symbol, "SMART", tradingClass, date, right);
    }

    static Query byId(int conId, String secType, String symbol, String exchange) {
        return new Query(conId, secType, symbol, exchange, "", "", "");
    }
}
