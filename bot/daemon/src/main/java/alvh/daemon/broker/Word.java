package alvh.daemon.broker;

import java.util.List;

import alvh.planner.market.DailyBars;
import alvh.planner.money.PriceIncrements;

/** One callback of the broker as a value: parsed again at our edge, unset things named, texts never null. */
sealed interface Word {

    /** A word that answers a request by its id. */
    sealed interface Keyed extends Word {
        int reqId();
    }

    record Accounts(List<String> ids) implements Word {}

    record NextId(int orderId) implements Word {}

    /** The broker's clock; {@code exact} when it counts milliseconds. */
    record Time(long millis, boolean exact) implements Word {}

    record Details(int reqId, Facts facts) implements Keyed {}

    record DetailsEnd(int reqId) implements Keyed {}

    /** Chain parameters of one trading class on one exchange; strikes are a union over all expirations. */
    record OptionParams(int reqId, String exchange, String tradingClass, String multiplier, List<String> expirations,
            List<Long> strikesMilli) implements Keyed {}

    record OptionParamsEnd(int reqId) implements Keyed {}

    /** A price tick; NaN when the side is absent (the broker's -1, 0, empty, NaN and infinities). */
    record Price(int reqId, int field, double price) implements Keyed {}

    /** A price that is none, as it came; the word of the absent side follows. */
    record Dropped(int reqId, int field, double raw) implements Word {}

    record Size(int reqId, int field, int size) implements Keyed {}

    /** The broker's model of an option; NaN when it has none. */
    record Model(int reqId, double delta) implements Keyed {}

    /** 1 live, 2 frozen, 3 delayed, 4 delayed and frozen. */
    record DataType(int reqId, int type) implements Keyed {}

    record Bar(int reqId, DailyBars.Bar bar) implements Keyed {}

    /** A bar that is not one: its date or a price could not be read. */
    record BadBar(int reqId, String text) implements Keyed {}

    record BarsEnd(int reqId) implements Keyed {}

    /** {@code quantity} in units; {@code whole} false when it was a fraction or unreadable. */
    record Position(String account, Facts facts, long quantity, boolean whole, double averageCost) implements Word {}

    record PositionEnd() implements Word {}

    record Summary(int reqId, String account, String tag, String value, String currency) implements Keyed {}

    record SummaryEnd(int reqId) implements Keyed {}

    record Rule(int ruleId, List<PriceIncrements.Row> rows) implements Word {}

    /** @param quantity -1 when it cannot be read as whole units */
    record OpenOrder(int orderId, int clientId, long permId, String orderRef, String account, Facts facts, boolean buy,
            long quantity, double limit, String status) implements Word {}

    record OpenOrderEnd() implements Word {}

    record Status(int orderId, int clientId, long permId, String status, long filled, long remaining)
            implements
                Word {}

    record Completed(long permId, String orderRef, String status, String completedStatus, long filled)
            implements
                Word {}

    record CompletedEnd() implements Word {}

    record Execution(int reqId, String execId, int orderId, int clientId, long permId, String orderRef, String account,
            Facts facts, boolean buy, long quantity, double price, String time) implements Keyed {}

    record ExecutionsEnd(int reqId) implements Keyed {}

    /** @param amount NaN when unset or absurd */
    record Commission(String execId, double amount, String currency) implements Word {}

    record Error(int id, int code, String text) implements Word {}

    record Closed() implements Word {}
}
