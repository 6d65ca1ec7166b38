package alvh.simulator.exchange;

import java.time.LocalDate;
import java.util.List;

import alvh.simulator.market.Market;

/**
 * The truth: one account, its orders, fills, positions and cash, on one market. One thread; {@link #step} is the only
 * way in. Facts among the outputs must reach the truth file before any client is told.
 */
public final class Exchange {

    Exchange() {}

    /** A new account with the positions and cash of the market's spec. */
    public static Exchange open(Market market) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The account as the facts left it (oldest first); the market is moved through its told lines as well. */
    public static Exchange resume(Market market, List<ExchangeOutput> facts) {
        throw new UnsupportedOperationException("not filled yet");
    }

    public List<ExchangeOutput> step(ExchangeInput input) {
        throw new UnsupportedOperationException("not filled yet");
    }

    public Market market() {
        throw new UnsupportedOperationException("not filled yet");
    }

    public String account() {
        throw new UnsupportedOperationException("not filled yet");
    }

    public AccountValues values() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** In key order, without flat ones. */
    public List<Position> positions() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Not terminal, in permId order. */
    public List<BookedOrder> openOrders() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Terminal and completed on this New York date, in permId order. */
    public List<BookedOrder> completedOrders(LocalDate day) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Executions of this New York date in order, each in its last revision. */
    public List<Execution> executions(LocalDate day) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The commission reports so far given for executions of this New York date. */
    public List<ExchangeOutput.CommissionReported> commissions(LocalDate day) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The greatest order id this client has used, 0 before its first. */
    public int lastOrderId(int clientId) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
