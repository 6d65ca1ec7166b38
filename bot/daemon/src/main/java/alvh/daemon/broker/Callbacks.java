package alvh.daemon.broker;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

import alvh.planner.market.DailyBars;
import alvh.planner.money.PriceIncrements;
import com.ib.client.Bar;
import com.ib.client.CommissionAndFeesReport;
import com.ib.client.Contract;
import com.ib.client.ContractDetails;
import com.ib.client.Decimal;
import com.ib.client.DefaultEWrapper;
import com.ib.client.Execution;
import com.ib.client.Order;
import com.ib.client.OrderState;
import com.ib.client.PriceIncrement;
import com.ib.client.TickAttrib;

/**
 * Turns callbacks into words. They come on the pump's thread, those of local refusals on the caller's; each is parsed
 * again here and handed on, and nothing else happens.
 */
final class Callbacks extends DefaultEWrapper {
    /** Of the four option computations (bid, ask, last, model) the broker's own model. */
    private static final int MODEL = 13;
    private static final int DELAYED_MODEL = 83;
    private static final long YEAR_2000 = 946_684_800_000L;
    private static final long YEAR_2100 = 4_102_444_800_000L;

    private final Consumer<Word> sink;
    private final Set<Integer> localCodes = new ConcurrentSkipListSet<>();
    private volatile String localWords = "";
    private volatile String lastWords = "";
    private volatile String brokenBy = "";
    private volatile Runnable afterUnknown = () -> {};

    Callbacks(Consumer<Word> sink) {
        this.sink = sink;
    }

    /** Whether the client itself has made this error code. */
    boolean heard(int code) {
        return localCodes.contains(code);
    }

    /** The client's last refusal in words, and forgets it. */
    String takeLocalWords() {
        String words = localWords;
        localWords = "";
        return words;
    }

    /** What the client said of the connection's end, or empty. */
    String lastWords() {
        return lastWords;
    }

    /** The official client leaves the frames behind an unknown message until the next signal. */
    void afterUnknown(Runnable again) {
        afterUnknown = again;
    }

    /** The first one counts: it broke the link, what follows is its consequence. */
    void broken(Throwable by) {
        if (brokenBy.isEmpty()) {
            brokenBy = "with " + by.getClass().getSimpleName() + ": " + Unset.text(by.getMessage());
        }
    }

    /** What ended the pump, or empty. */
    String brokenBy() {
        return brokenBy;
    }

    // ---- the session

    @Override
    public void managedAccounts(String accountsList) {
        sink.accept(new Word.Accounts(
                Arrays.stream(Unset.code(accountsList).split(",")).map(String::trim).filter(a -> !a.isEmpty())
                        .toList()));
    }

    @Override
    public void nextValidId(int orderId) {
        sink.accept(new Word.NextId(orderId));
    }

    @Override
    public void currentTime(long time) {
        time(Math.multiplyExact(time, 1000L), false);
    }

    @Override
    public void currentTimeInMillis(long timeInMillis) {
        time(timeInMillis, true);
    }

    /** A time of no age of ours is no answer: the heart misses it. */
    private void time(long millis, boolean exact) {
        if (millis > YEAR_2000 && millis < YEAR_2100) {
            sink.accept(new Word.Time(millis, exact));
        }
    }

    @Override
    public void connectionClosed() {
        sink.accept(new Word.Closed());
    }

    @Override
    public void error(Exception e) {
        localWords = Unset.text(String.valueOf(e));
        lastWords = "with " + localWords;
    }

    @Override
    public void error(String str) {
        localWords = Unset.text(str);
    }

    @Override
    public void error(int id, long errorTime, int errorCode, String errorMsg, String advancedOrderRejectJson) {
        String text = Unset.text(errorMsg);
        if (ClientCode.made(errorCode)) {
            localCodes.add(errorCode);
            localWords = errorCode + " " + text;
        }
        if (ClientCode.end(errorCode)) {
            lastWords = errorCode == ClientCode.CONNECT_FAILED
                    ? "because the gateway closed it"
                    : "with error " + localWords;
        }
        sink.accept(new Word.Error(id, errorCode, text));
        if (errorCode == ClientCode.UNKNOWN_MESSAGE) {
            afterUnknown.run();
        }
    }

    // ---- contracts

    @Override
    public void contractDetails(int reqId, ContractDetails details) {
        sink.accept(new Word.Details(reqId, facts(details)));
    }

    @Override
    public void contractDetailsEnd(int reqId) {
        sink.accept(new Word.DetailsEnd(reqId));
    }

    @Override
    public void securityDefinitionOptionalParameter(int reqId, String exchange, int underlyingConId,
            String tradingClass, String multiplier, Set<String> expirations, Set<Double> strikes) {
        List<Long> milli = strikes.stream().filter(k -> k != null && k > 0 && k < 100_000)
                .map(k -> Math.round(k * 1000)).sorted().distinct().toList();
        sink.accept(new Word.OptionParams(reqId, Unset.code(exchange), Unset.code(tradingClass),
                Unset.code(multiplier), expirations.stream().sorted().toList(), milli));
    }

    @Override
    public void securityDefinitionOptionalParameterEnd(int reqId) {
        sink.accept(new Word.OptionParamsEnd(reqId));
    }

    @Override
    public void marketRule(int marketRuleId, PriceIncrement[] priceIncrements) {
        List<PriceIncrements.Row> rows = new ArrayList<>();
        for (PriceIncrement row : priceIncrements) {
            long increment = Math.round(row.increment() * 10_000);
            if (increment > 0) {
                rows.add(new PriceIncrements.Row(Math.round(row.lowEdge() * 10_000), increment));
            }
        }
        sink.accept(new Word.Rule(marketRuleId, rows));
    }

    // ---- market data

    @Override
    public void tickPrice(int tickerId, int field, double price, TickAttrib attrib) {
        boolean last = field == 4 || field == 68;
        double kept = last ? Unset.level(price) : Unset.price(price);
        if (Double.isNaN(kept)) {
            sink.accept(new Word.Dropped(tickerId, field, price));
        }
        sink.accept(new Word.Price(tickerId, field, kept));
    }

    @Override
    public void tickSize(int tickerId, int field, Decimal size) {
        BigDecimal value = value(size);
        int units = value == null ? 0 : (int) Math.clamp(value.doubleValue(), 0, 1e9);
        sink.accept(new Word.Size(tickerId, field, units));
    }

    @Override
    public void tickOptionComputation(int tickerId, int field, int tickAttrib, double impliedVol, double delta,
            double optPrice, double pvDividend, double gamma, double vega, double theta, double undPrice) {
        if (field == MODEL || field == DELAYED_MODEL) {
            sink.accept(new Word.Model(tickerId, Unset.delta(delta)));
        }
    }

    @Override
    public void marketDataType(int reqId, int marketDataType) {
        sink.accept(new Word.DataType(reqId, marketDataType));
    }

    @Override
    public void historicalData(int reqId, Bar bar) {
        boolean finite = Double.isFinite(bar.open() + bar.high() + bar.low() + bar.close());
        Optional<Word> word = finite && Math.abs(bar.close()) < 1e9
                ? Unset.date(bar.time()).map(date -> new Word.Bar(reqId,
                        new DailyBars.Bar(date, bar.open(), bar.high(), bar.low(), bar.close())))
                : Optional.empty();
        sink.accept(word.orElseGet(() -> new Word.BadBar(reqId, Unset.text(bar.time()) + " close " + bar.close())));
    }

    @Override
    public void historicalDataEnd(int reqId, String startDateStr, String endDateStr) {
        sink.accept(new Word.BarsEnd(reqId));
    }

    // ---- the account

    @Override
    public void position(String account, Contract contract, Decimal pos, double avgCost) {
        Optional<Long> units = Unset.units(value(pos));
        sink.accept(new Word.Position(Unset.code(account), facts(contract), units.orElse(0L), units.isPresent(),
                Unset.value(avgCost)));
    }

    @Override
    public void positionEnd() {
        sink.accept(new Word.PositionEnd());
    }

    @Override
    public void accountSummary(int reqId, String account, String tag, String value, String currency) {
        sink.accept(new Word.Summary(reqId, Unset.code(account), Unset.code(tag), Unset.code(value),
                Unset.code(currency)));
    }

    @Override
    public void accountSummaryEnd(int reqId) {
        sink.accept(new Word.SummaryEnd(reqId));
    }

    // ---- orders

    @Override
    public void openOrder(int orderId, Contract contract, Order order, OrderState orderState) {
        sink.accept(new Word.OpenOrder(Unset.orderId(orderId), order.clientId(), Unset.permId(order.permId()),
                Unset.code(order.orderRef()), Unset.code(order.account()), facts(contract),
                "BUY".equals(order.getAction()), units(order.totalQuantity()), Unset.value(order.lmtPrice()),
                Unset.text(orderState.getStatus())));
    }

    @Override
    public void openOrderEnd() {
        sink.accept(new Word.OpenOrderEnd());
    }

    @Override
    public void orderStatus(int orderId, String status, Decimal filled, Decimal remaining, double avgFillPrice,
            long permId, int parentId, double lastFillPrice, int clientId, String whyHeld, double mktCapPrice) {
        sink.accept(new Word.Status(Unset.orderId(orderId), clientId, Unset.permId(permId), Unset.text(status),
                units(filled), units(remaining)));
    }

    @Override
    public void completedOrder(Contract contract, Order order, OrderState orderState) {
        sink.accept(new Word.Completed(Unset.permId(order.permId()), Unset.code(order.orderRef()),
                Unset.text(orderState.getStatus()), Unset.text(orderState.completedStatus()),
                units(order.filledQuantity())));
    }

    @Override
    public void completedOrdersEnd() {
        sink.accept(new Word.CompletedEnd());
    }

    @Override
    public void execDetails(int reqId, Contract contract, Execution execution) {
        sink.accept(new Word.Execution(reqId, Unset.code(execution.execId()), Unset.orderId(execution.orderId()),
                execution.clientId(), Unset.permId(execution.permId()), Unset.code(execution.orderRef()),
                Unset.code(execution.acctNumber()), facts(contract), "BOT".equals(execution.side()),
                units(execution.shares()), Unset.value(execution.price()), Unset.code(execution.time())));
    }

    @Override
    public void execDetailsEnd(int reqId) {
        sink.accept(new Word.ExecutionsEnd(reqId));
    }

    @Override
    public void commissionAndFeesReport(CommissionAndFeesReport report) {
        double amount = report.commissionAndFees();
        sink.accept(new Word.Commission(Unset.code(report.execId()), amount >= 0 ? Unset.value(amount) : Double.NaN,
                Unset.code(report.currency())));
    }

    // ---- values

    /** Whole units, or -1 when they cannot be read as such. */
    private static long units(Decimal raw) {
        return Unset.units(value(raw)).orElse(-1L);
    }

    private static BigDecimal value(Decimal raw) {
        return raw == null || !raw.isValid() ? null : raw.value();
    }

    private static Facts facts(ContractDetails details) {
        Facts plain = facts(details.contract());
        return new Facts(plain.conId(), plain.symbol(), plain.secType(), plain.lastTrade(),
                Unset.code(details.realExpirationDate()), plain.strike(), plain.right(), plain.multiplier(),
                plain.exchange(), plain.currency(), plain.localSymbol(), plain.tradingClass(),
                Unset.code(details.validExchanges()), Unset.code(details.marketRuleIds()),
                Unset.code(details.liquidHours()), Unset.code(details.timeZoneId()), List.of());
    }

    private static Facts facts(Contract contract) {
        List<Facts.Leg> legs = new ArrayList<>();
        if (contract.comboLegs() != null) {
            contract.comboLegs().forEach(
                    leg -> legs.add(new Facts.Leg(leg.conid(), leg.ratio(), "BUY".equals(leg.getAction()))));
        }
        return new Facts(contract.conid(), Unset.code(contract.symbol()), Unset.code(contract.getSecType()),
                Unset.code(contract.lastTradeDateOrContractMonth()), "", Unset.price(contract.strike()),
                right(contract.getRight()), Unset.code(contract.multiplier()), Unset.code(contract.exchange()),
                Unset.code(contract.currency()), Unset.code(contract.localSymbol()),
                Unset.code(contract.tradingClass()), "", "", "", "", legs);
    }

    /** C or P; {@code 0}, {@code ?} and empty for what is no option. */
    private static String right(String raw) {
        String text = Unset.code(raw);
        return text.startsWith("C") || text.startsWith("P") ? text.substring(0, 1) : "";
    }
}
