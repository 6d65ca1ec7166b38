package alvh.planner.signal;

import java.time.LocalDate;

import alvh.planner.market.DailyBars;
import alvh.planner.market.Quote;

/**
 * Advancing and declining issues of the NYSE (methodology F8). The feed AD-NYSE sends advances as the bid and declines as
 * the ask, and no last price; so a "crossed" quote is the normal case here.
 */
public record AdvanceDecline(int advances, int declines) {

    public static final String SYMBOL = "AD-NYSE";

    private static final int LEAST = 1_500;
    /** Issues, on one side or both, that are still believed. */
    public static final int MOST = 4_500;

    /** What a quote of AD-NYSE says, or null when it says nothing sane (both sides, 1,500 to 4,500 issues in sum). */
    public static AdvanceDecline of(Quote quote) {
        boolean both = quote.bid() >= 0 && quote.ask() >= 0 && quote.bid() <= MOST && quote.ask() <= MOST;
        if (!both) {
            return null;
        }
        AdvanceDecline counts = new AdvanceDecline((int) Math.round(quote.bid()), (int) Math.round(quote.ask()));
        return counts.sane() ? counts : null;
    }

    public boolean sane() {
        int sum = advances + declines;
        return sum >= LEAST && sum <= MOST;
    }

    /** NA: advances less declines. */
    public int net() {
        return advances - declines;
    }

    /** The recorded day, kept under AD-NYSE: high = advances, low = declines, close = net. */
    public DailyBars.Bar bar(LocalDate date) {
        return new DailyBars.Bar(date, net(), advances, declines, net());
    }
}
