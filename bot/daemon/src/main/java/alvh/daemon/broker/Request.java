package alvh.daemon.broker;

import java.util.List;

import alvh.daemon.desk.OrderRequest;

/** Everything the room may ask of the broker; the wire thread alone turns it into calls. */
sealed interface Request {

    record Details(int reqId, Query query) implements Request {}

    record OptionParams(int reqId, String symbol, String secType, int conId) implements Request {}

    record Quotes(int reqId, Query query) implements Request {}

    record StopQuotes(int reqId) implements Request {}

    record Bars(int reqId, Query query, String duration, String whatToShow) implements Request {}

    record StopBars(int reqId) implements Request {}

    record Summary(int reqId, String tags) implements Request {}

    record StopSummary(int reqId) implements Request {}

    record Positions() implements Request {}

    record StopPositions() implements Request {}

    record Rule(int ruleId) implements Request {}

    record AllOpenOrders() implements Request {}

    record OpenOrders() implements Request {}

    record CompletedOrders() implements Request {}

    /** @param days how many days back, 0 for the current one */
    record Executions(int reqId, String account, int days) implements Request {}

    record Time(boolean millis) implements Request {}

    /** 1 live, 3 delayed where live is not permitted. */
    record DataType(int type) implements Request {}

    /** @param conIds of the order's legs, in their order */
    record Place(OrderRequest order, List<Integer> conIds) implements Request {}

    record Cancel(int orderId, String orderRef) implements Request {}

    record CancelAll() implements Request {}
}
