package alvh.planner.signal;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.portfolio.NameExposure;

/** All signals from one picture of the market: of now, and of past closes without look-ahead. */
public final class SignalBoard {

    private final MarketSnapshot market;

    private SignalBoard(MarketSnapshot market) {
        this.market = market;
    }

    /**
     * @param book today's names and weights; they stand for past closes too
     * @param edrVote the expected range votes (setting layers.edr_vote)
     */
    public static SignalBoard of(MarketSnapshot market, List<NameExposure> book, EventCalendar events,
            TradingCalendar calendar, boolean edrVote) {
        return new SignalBoard(market);
    }

    /** Signals now: daily closes up to yesterday's; live values stand for today's close in V4 to V6. */
    public Signals now() {
        throw new UnsupportedOperationException("being built" + market);
    }

    /** Dates of the last {@code count} SPX closes before today, oldest first. */
    public List<LocalDate> closes(int count) {
        throw new UnsupportedOperationException("being built");
    }

    /** Signals as they were known at the close of a date: only bars up to and with it, only events before its end. */
    public Signals atClose(LocalDate date) {
        throw new UnsupportedOperationException("being built");
    }
}
