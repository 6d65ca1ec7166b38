import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.util.List;
import java.util.Set;

import com.ib.client.Bar;
import com.ib.client.ComboLeg;
import com.ib.client.CommissionAndFeesReport;
import com.ib.client.Contract;
import com.ib.client.ContractDetails;
import com.ib.client.Decimal;
import com.ib.client.DefaultEWrapper;
import com.ib.client.EClientSocket;
import com.ib.client.EJavaSignal;
import com.ib.client.EReader;
import com.ib.client.Execution;
import com.ib.client.ExecutionFilter;
import com.ib.client.Order;
import com.ib.client.OrderCancel;
import com.ib.client.OrderState;
import com.ib.client.PriceIncrement;
import com.ib.client.TagValue;
import com.ib.client.TickAttrib;

/**
 * Every class and member of com.ib.client that the daemon uses. scripts/install-tws-api compiles it against a jar before it
 * installs that jar; it is never run. InstallTwsApiTest holds it to what the daemon's classes call.
 */
final class TwsApiProbe extends DefaultEWrapper {

    static void session(Socket socket, EClientSocket client, EJavaSignal signal) throws IOException {
        new EClientSocket(new TwsApiProbe(), signal).eConnect(socket, 1);
        boolean connected = client.isConnected();
        int version = client.serverVersion();
        EReader reader = new EReader(client, signal) {
            @Override
            public void run() {
                super.run();
            }
        };
        reader.setDaemon(connected && version > 0);
        reader.setName("probe");
        reader.start();
        reader.processMsgs();
        try {
            reader.join(1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        new EJavaSignal().issueSignal();
        signal.waitForSignal();
    }

    static void requests(EClientSocket client, Contract contract, Order order) {
        client.placeOrder(1, contract, order);
        client.cancelOrder(1, new OrderCancel());
        client.reqGlobalCancel(new OrderCancel());
        client.reqContractDetails(1, contract);
        client.reqSecDefOptParams(1, "", "", "", 1);
        client.reqMktData(1, contract, "", false, false, null);
        client.cancelMktData(1);
        client.reqHistoricalData(1, contract, "", "", "", "", 1, 1, false, null);
        client.cancelHistoricalData(1);
        client.reqAccountSummary(1, "", "");
        client.cancelAccountSummary(1);
        client.reqPositions();
        client.cancelPositions();
        client.reqMarketRule(1);
        client.reqAllOpenOrders();
        client.reqOpenOrders();
        client.reqCompletedOrders(false);
        ExecutionFilter filter = new ExecutionFilter();
        filter.acctCode("");
        filter.lastNDays(1);
        client.reqExecutions(1, filter);
        client.reqCurrentTimeInMillis();
        client.reqCurrentTime();
        client.reqMarketDataType(1);
    }

    static Order order() {
        Order order = new Order();
        order.action("BUY");
        order.orderType("LMT");
        order.tif("DAY");
        order.totalQuantity(Decimal.get(1L));
        order.lmtPrice(1.0);
        order.account("");
        order.orderRef("");
        order.transmit(true);
        order.outsideRth(false);
        List<TagValue> params = new java.util.ArrayList<>();
        params.add(new TagValue("NonGuaranteed", "0"));
        order.smartComboRoutingParams(params);
        return order;
    }

    static Contract contract() {
        Contract contract = new Contract();
        contract.symbol("");
        contract.currency("");
        contract.exchange("");
        contract.conid(1);
        contract.secType("OPT");
        contract.tradingClass("");
        contract.lastTradeDateOrContractMonth("");
        contract.right("C");
        ComboLeg leg = new ComboLeg();
        leg.conid(1);
        leg.ratio(1);
        leg.action("BUY");
        leg.exchange("");
        List<ComboLeg> legs = new java.util.ArrayList<>();
        legs.add(leg);
        contract.comboLegs(legs);
        return contract;
    }

    static String read(Contract contract) {
        String text = contract.symbol() + contract.getSecType() + contract.lastTradeDateOrContractMonth() + contract.getRight()
                + contract.multiplier() + contract.exchange() + contract.currency() + contract.localSymbol()
                + contract.tradingClass();
        double strike = contract.strike();
        int id = contract.conid();
        for (ComboLeg leg : contract.comboLegs()) {
            id += leg.conid() + leg.ratio() + leg.getAction().length();
        }
        return text + strike + id;
    }

    static BigDecimal read(Decimal value) {
        return value.isValid() ? value.value() : null;
    }

    @Override
    public void managedAccounts(String accountsList) {}

    @Override
    public void nextValidId(int orderId) {}

    @Override
    public void currentTime(long time) {}

    @Override
    public void currentTimeInMillis(long timeInMillis) {}

    @Override
    public void connectionClosed() {}

    @Override
    public void error(Exception e) {}

    @Override
    public void error(String str) {}

    @Override
    public void error(int id, long errorTime, int errorCode, String errorMsg, String advancedOrderRejectJson) {}

    @Override
    public void contractDetails(int reqId, ContractDetails details) {
        String text = read(details.contract()) + details.realExpirationDate() + details.validExchanges()
                + details.marketRuleIds() + details.liquidHours() + details.timeZoneId();
        error(text);
    }

    @Override
    public void contractDetailsEnd(int reqId) {}

    @Override
    public void securityDefinitionOptionalParameter(int reqId, String exchange, int underlyingConId,
            String tradingClass, String multiplier, Set<String> expirations, Set<Double> strikes) {}

    @Override
    public void securityDefinitionOptionalParameterEnd(int reqId) {}

    @Override
    public void marketRule(int marketRuleId, PriceIncrement[] priceIncrements) {
        double sum = priceIncrements[0].increment() + priceIncrements[0].lowEdge();
        error(String.valueOf(sum));
    }

    @Override
    public void tickPrice(int tickerId, int field, double price, TickAttrib attrib) {}

    @Override
    public void tickSize(int tickerId, int field, Decimal size) {}

    @Override
    public void tickOptionComputation(int tickerId, int field, int tickAttrib, double impliedVol, double delta,
            double optPrice, double pvDividend, double gamma, double vega, double theta, double undPrice) {}

    @Override
    public void marketDataType(int reqId, int marketDataType) {}

    @Override
    public void historicalData(int reqId, Bar bar) {
        double sum = bar.open() + bar.high() + bar.low() + bar.close();
        String time = bar.time();
        error(time + sum);
    }

    @Override
    public void historicalDataEnd(int reqId, String startDateStr, String endDateStr) {}

    @Override
    public void position(String account, Contract contract, Decimal pos, double avgCost) {}

    @Override
    public void positionEnd() {}

    @Override
    public void accountSummary(int reqId, String account, String tag, String value, String currency) {}

    @Override
    public void accountSummaryEnd(int reqId) {}

    @Override
    public void openOrder(int orderId, Contract contract, Order order, OrderState orderState) {
        int client = order.clientId();
        long perm = order.permId();
        String text = order.orderRef() + order.account() + order.getAction() + orderState.getStatus();
        double limit = order.lmtPrice();
        BigDecimal quantity = read(order.totalQuantity());
        error(text + client + perm + limit + quantity);
    }

    @Override
    public void openOrderEnd() {}

    @Override
    public void orderStatus(int orderId, String status, Decimal filled, Decimal remaining, double avgFillPrice,
            long permId, int parentId, double lastFillPrice, int clientId, String whyHeld, double mktCapPrice) {}

    @Override
    public void completedOrder(Contract contract, Order order, OrderState orderState) {
        BigDecimal filled = read(order.filledQuantity());
        error(orderState.completedStatus() + filled);
    }

    @Override
    public void completedOrdersEnd() {}

    @Override
    public void execDetails(int reqId, Contract contract, Execution execution) {
        long ids = execution.orderId() + execution.clientId() + execution.permId();
        String text = execution.execId() + execution.orderRef() + execution.acctNumber() + execution.side() + execution.time();
        double price = execution.price();
        BigDecimal shares = read(execution.shares());
        error(text + ids + price + shares);
    }

    @Override
    public void execDetailsEnd(int reqId) {}

    @Override
    public void commissionAndFeesReport(CommissionAndFeesReport report) {
        double amount = report.commissionAndFees();
        error(report.execId() + amount + report.currency());
    }
}
