package alvh.proof;

import com.ib.client.Contract;
import com.ib.client.ContractDetails;
import com.ib.client.Decimal;
import com.ib.client.DefaultEWrapper;
import com.ib.client.Execution;
import com.ib.client.Order;
import com.ib.client.OrderState;
import com.ib.client.TickAttrib;

/** Counts the callbacks of the mix and adds up their prices, unset ones left out. */
class SummingWrapper extends DefaultEWrapper {

    private long count;
    private double sum;

    final TwsTimes.Read take() {
        TwsTimes.Read read = new TwsTimes.Read(count, sum);
        count = 0;
        sum = 0;
        return read;
    }

    private void add(double price) {
        count++;
        if (price != Double.MAX_VALUE) {
            sum += price;
        }
    }

    @Override
    public void tickPrice(int tickerId, int field, double price, TickAttrib attrib) {
        add(price);
    }

    @Override
    public void tickSize(int tickerId, int field, Decimal size) {
        add(size.longValue());
    }

    @Override
    public void tickString(int tickerId, int tickType, String value) {
        add(value.length());
    }

    @Override
    public void tickGeneric(int tickerId, int tickType, double value) {
        add(value);
    }

    @Override
    public void tickOptionComputation(int tickerId, int field, int tickAttrib, double impliedVol, double delta,
            double optPrice, double pvDividend, double gamma, double vega, double theta, double undPrice) {
        add(optPrice);
        if (undPrice != Double.MAX_VALUE) {
            sum += undPrice;
        }
    }

    @Override
    public void openOrder(int orderId, Contract contract, Order order, OrderState orderState) {
        add(order.lmtPrice());
    }

    @Override
    public void contractDetails(int reqId, ContractDetails contractDetails) {
        add(contractDetails.contract().strike());
    }

    @Override
    public void position(String account, Contract contract, Decimal pos, double avgCost) {
        add(avgCost);
    }

    @Override
    public void execDetails(int reqId, Contract contract, Execution execution) {
        add(execution.price());
    }
}
