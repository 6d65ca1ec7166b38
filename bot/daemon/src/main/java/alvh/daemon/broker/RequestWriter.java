package alvh.daemon.broker;

import com.ib.client.Contract;
import com.ib.client.EClientSocket;
import com.ib.client.ExecutionFilter;
import com.ib.client.OrderCancel;

/** Turns every request but an order into the client's call. Wire thread only. */
final class RequestWriter {
    private RequestWriter() {}

    static void write(EClientSocket client, Request request) {
        switch (request) {
            case Request.Details r -> client.reqContractDetails(r.reqId(), contract(r.query()));
            case Request.OptionParams r ->
                client.reqSecDefOptParams(r.reqId(), r.symbol(), "", r.secType(), r.conId());
            case Request.Quotes r -> client.reqMktData(r.reqId(), contract(r.query()), "", false, false, null);
            case Request.StopQuotes r -> client.cancelMktData(r.reqId());
            case Request.Bars r -> client.reqHistoricalData(r.reqId(), contract(r.query()), "", r.duration(), "1 day",
                    r.whatToShow(), 1, 1, false, null);
            case Request.StopBars r -> client.cancelHistoricalData(r.reqId());
            case Request.Summary r -> client.reqAccountSummary(r.reqId(), "All", r.tags());
            case Request.StopSummary r -> client.cancelAccountSummary(r.reqId());
            case Request.Positions r -> client.reqPositions();
            case Request.StopPositions r -> client.cancelPositions();
            case Request.Rule r -> client.reqMarketRule(r.ruleId());
            case Request.AllOpenOrders r -> client.reqAllOpenOrders();
            case Request.OpenOrders r -> client.reqOpenOrders();
            case Request.CompletedOrders r -> client.reqCompletedOrders(false);
            case Request.Executions r -> client.reqExecutions(r.reqId(), filter(r));
            case Request.Time r when r.millis() -> client.reqCurrentTimeInMillis();
            case Request.Time r -> client.reqCurrentTime();
            case Request.DataType r -> client.reqMarketDataType(r.type());
            case Request.Cancel r -> client.cancelOrder(r.orderId(), new OrderCancel());
            case Request.CancelAll r -> client.reqGlobalCancel(new OrderCancel());
            case Request.Place r -> throw new IllegalArgumentException("orders go through OrderWriter: " + r);
        }
    }

    private static ExecutionFilter filter(Request.Executions request) {
        var filter = new ExecutionFilter();
        filter.acctCode(request.account());
        if (request.days() > 0) {
            filter.lastNDays(request.days());
        }
        return filter;
    }

    private static Contract contract(Query query) {
        var contract = new Contract();
        contract.symbol(query.symbol());
        contract.secType(query.secType());
        contract.exchange(query.exchange());
        contract.currency("USD");
        if (query.conId() > 0) {
            contract.conid(query.conId());
        }
        if (!query.tradingClass().isEmpty()) {
            contract.tradingClass(query.tradingClass());
        }
        if (!query.date().isEmpty()) {
            contract.lastTradeDateOrContractMonth(query.date());
        }
        if (!query.right().isEmpty()) {
            contract.right(query.right());
        }
        return contract;
    }
}
