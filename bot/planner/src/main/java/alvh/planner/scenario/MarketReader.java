package alvh.planner.scenario;

import java.util.TreeMap;

import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;

final class MarketReader {
    private final MarketSnapshot snapshot;
    private final TradingCalendar calendar;
    private final double rate;

    MarketReader(MarketSnapshot snapshot, TradingCalendar calendar, double rate, MarketState.QuotePolicy policy) {
        this.snapshot = snapshot;
        this.calendar = calendar;
        this.rate = rate;
    }

    MarketState read() {
        return new MarketState(snapshot.asOf(), calendar, rate, snapshot.level("SPX").last(),
                snapshot.level("VIX").last(), snapshot.level("VVIX").last(), null, new TreeMap<>(), new TreeMap<>(),
                new TreeMap<>());
    }
}
