package com.ib.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The calls behind the recorded requests, by vector; orders are in {@link RecordedOrders}. */
final class RecordedCalls {

    private static final Map<String, Consumer<EClientSocket>> CALLS = new TreeMap<>();

    private RecordedCalls() {}

    /** A call for every vector that has one. */
    static Map<String, Consumer<EClientSocket>> all() {
        return CALLS;
    }

    private static void on(String vector, Consumer<EClientSocket> call) {
        if (CALLS.put(vector, call) != null) {
            throw new IllegalStateException("two calls for " + vector);
        }
    }

    static Contract vixIndex() {
        Contract c = new Contract();
        c.symbol("VIX");
        c.secType("IND");
        c.exchange("CBOE");
        c.currency("USD");
        return c;
    }

    static Contract vixOption() {
        Contract c = new Contract();
        c.symbol("VIX");
        c.secType("OPT");
        c.lastTradeDateOrContractMonth("20261117");
        c.strike(20);
        c.right("C");
        c.multiplier("100");
        c.exchange("SMART");
        c.currency("USD");
        c.tradingClass("VIX");
        return c;
    }

    static Contract byConId(int conId) {
        Contract c = new Contract();
        c.conid(conId);
        c.exchange(conId == 700000001 ? "SMART" : null);
        return c;
    }

    static Contract option() {
        return byConId(700000001);
    }

    static Contract spread() {
        Contract c = new Contract();
        c.symbol("SPX");
        c.secType("BAG");
        c.exchange("SMART");
        c.currency("USD");
        c.comboLegs().add(new ComboLeg(710000001, 1, "SELL", "SMART", 0));
        c.comboLegs().add(new ComboLeg(710000002, 1, "BUY", "SMART", 0));
        return c;
    }

    static {
        marketData();
        history();
        contracts();
        account();
        session();
        cancels();
        RecordedOrders.all().forEach(RecordedCalls::on);
        versions();
    }

    private static void marketData() {
        on("O-15", c -> c.reqMarketDataType(3));
        on("O-20", c -> c.reqMktData(1001, vixIndex(), "", false, false, null));
        on("O-21", c -> c.reqMktData(1002, vixOption(), "100,101,106", false, false, null));
        on("O-22", c -> c.reqMktData(1003, option(), "", true, false, null));
        on("O-23", c -> c.reqMktData(1004, spread(), "", false, false, List.of()));
        on("O-24", c -> c.reqMktData(1005, vixIndex(), "", false, true,
                List.of(new TagValue("a", "1"), new TagValue("b", "2"))));
        on("O-25", c -> c.cancelMktData(1001));
        on("O-98", c -> c.calculateImpliedVolatility(6001, vixOption(), 0.85, 17.4, null));
        on("O-99", c -> c.cancelCalculateImpliedVolatility(6001));
        on("O-100", c -> c.calculateOptionPrice(6002, vixOption(), 0.95, 17.4, null));
        on("O-101", c -> c.cancelCalculateOptionPrice(6002));
        on("O-102", c -> c.reqTickByTickData(6003, option(), "BidAsk", 0, true));
        on("O-103", c -> c.cancelTickByTickData(6003));
        on("O-109", c -> c.reqMktDepth(6007, option(), 5, true, null));
        on("O-110", c -> c.cancelMktDepth(6007, true));
    }

    private static void history() {
        on("O-90", c -> c.reqHistoricalData(5001, vixIndex(), "", "1 Y", "1 day", "TRADES", 1, 1, false, null));
        on("O-91", c -> c.reqHistoricalData(5002, vixIndex(), "20261002 16:15:00 US/Central", "2 D", "5 mins", "TRADES",
                0, 2, true, List.of()));
        on("O-92", c -> c.reqHistoricalData(5003, spread(), "", "1 D", "1 hour", "MIDPOINT", 1, 1, false, null));
        on("O-93", c -> c.cancelHistoricalData(5001));
        on("O-94", c -> c.reqHeadTimestamp(5004, vixIndex(), "TRADES", 1, 1));
        on("O-95", c -> c.cancelHeadTimestamp(5004));
        on("O-96", c -> c.reqRealTimeBars(5005, vixIndex(), 5, "TRADES", true, null));
        on("O-97", c -> c.cancelRealTimeBars(5005));
        on("O-108", c -> c.reqHistoricalTicks(6006, option(), "20261002 09:30:00 US/Central", "", 100, "BID_ASK", 1,
                true, null));
    }

    private static void contracts() {
        on("O-30", c -> {
            Contract wanted = new Contract();
            wanted.symbol("VIX");
            wanted.secType("OPT");
            wanted.lastTradeDateOrContractMonth("202611");
            wanted.exchange("SMART");
            wanted.currency("USD");
            wanted.tradingClass("VIX");
            c.reqContractDetails(2001, wanted);
        });
        on("O-31", c -> {
            Contract wanted = vixOption();
            wanted.primaryExch("CBOE");
            wanted.includeExpired(true);
            wanted.secIdType("ISIN");
            wanted.secId("US0000000000");
            c.reqContractDetails(2002, wanted);
        });
        on("O-32", c -> c.reqContractDetails(2003, byConId(13455763)));
        on("O-33", c -> c.reqSecDefOptParams(2004, "VIX", "", "IND", 13455763));
        on("O-34", c -> c.reqMatchingSymbols(2005, "VIX"));
        on("O-35", c -> c.reqMarketRule(110));
    }

    private static void account() {
        on("O-70", EClientSocket::reqPositions);
        on("O-71", EClientSocket::cancelPositions);
        on("O-72", c -> c.reqPositionsMulti(4001, "DU1234567", ""));
        on("O-73", c -> c.cancelPositionsMulti(4001));
        on("O-74", c -> c.reqAccountUpdates(true, "DU1234567"));
        on("O-75", c -> c.reqAccountUpdates(false, "DU1234567"));
        on("O-76", c -> c.reqAccountUpdatesMulti(4002, "DU1234567", "", true));
        on("O-77", c -> c.cancelAccountUpdatesMulti(4002));
        on("O-78", c -> c.reqAccountSummary(4003, "All", "NetLiquidation,AvailableFunds,ExcessLiquidity,BuyingPower"));
        on("O-79", c -> c.cancelAccountSummary(4003));
        on("O-80", c -> c.reqPnL(4004, "DU1234567", ""));
        on("O-81", c -> c.cancelPnL(4004));
        on("O-82", c -> c.reqPnLSingle(4005, "DU1234567", "", 700000001));
        on("O-83", c -> c.cancelPnLSingle(4005));
    }

    private static void session() {
        on("O-03", c -> {});
        on("O-10", EClientSocket::reqCurrentTime);
        on("O-11", EClientSocket::reqCurrentTimeInMillis);
        on("O-12", c -> c.reqIds(1));
        on("O-13", EClientSocket::reqManagedAccts);
        on("O-14", c -> c.setServerLogLevel(5));
        on("O-104", c -> c.reqUserInfo(6004));
        on("O-105", c -> c.reqNewsBulletins(true));
        on("O-106", EClientSocket::cancelNewsBulletins);
        on("O-107", c -> c.exerciseOptions(6005, option(), 1, 2, "DU1234567", 0, "", "", false));
    }

    private static void cancels() {
        on("O-60", c -> c.cancelOrder(51, new OrderCancel()));
        on("O-61", c -> c.cancelOrder(51, new OrderCancel("20261005-14:00:00", "op", 1)));
        on("O-62", c -> c.reqGlobalCancel(new OrderCancel()));
        on("O-63", EClientSocket::reqOpenOrders);
        on("O-64", EClientSocket::reqAllOpenOrders);
        on("O-65", c -> c.reqAutoOpenOrders(true));
        on("O-66", c -> c.reqCompletedOrders(true));
        on("O-67", c -> c.reqExecutions(3001, new ExecutionFilter()));
        on("O-68", c -> {
            ExecutionFilter filter = new ExecutionFilter();
            filter.clientId(7);
            filter.acctCode("DU1234567");
            filter.time("20261005-13:30:00");
            filter.symbol("VIX");
            filter.secType("OPT");
            filter.exchange("SMART");
            filter.side("BUY");
            filter.lastNDays(3);
            filter.specificDates(List.of(20261001, 20261002));
            c.reqExecutions(3002, filter);
        });
    }

    /** The calls that were recorded at many server versions. */
    private static void versions() {
        on("G-startApi", c -> {});
        on("G-placeOrder", CALLS.get("O-41"));
        on("G-cancelOrder", CALLS.get("O-60"));
        on("G-reqGlobalCancel", CALLS.get("O-62"));
        on("G-reqExecutions", CALLS.get("O-67"));
        on("G-reqContractDetails", CALLS.get("O-32"));
        on("G-reqHistoricalData", CALLS.get("O-90"));
        on("G-reqCurrentTimeInMillis", CALLS.get("O-11"));
        on("G-manualOrderIndicator", c -> {
            Order order = RecordedOrders.order("BUY", "1", "MKT");
            order.manualOrderIndicator(1);
            c.placeOrder(70, option(), order);
        });
        on("G-customerAccount", c -> {
            Order order = RecordedOrders.order("BUY", "1", "MKT");
            order.customerAccount("CA");
            c.placeOrder(71, option(), order);
        });
    }
}
