package alvh.planner.company;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;

/**
 * Interest rates of the user's series (methodology F13): bars of the snapshot under US10Y and US3M whose close is the rate
 * in percent a year.
 */
public final class Rates {

    public static final String TEN_YEAR = "US10Y";
    public static final String THREE_MONTH = "US3M";
    private static final int OLDEST_DAYS = 10;

    private Rates() {}

    /** The last rate published by a date as a decimal a year; NaN without one of the ten days before it. */
    public static double at(MarketSnapshot market, String series, LocalDate date) {
        DailyBars bars = market.bars().get(InstrumentKey.of(series));
        List<DailyBars.Bar> known = bars == null ? List.of() : bars.bars();
        for (int i = known.size() - 1; i >= 0; i--) {
            LocalDate published = known.get(i).date();
            if (!published.isAfter(date)) {
                return published.plusDays(OLDEST_DAYS).isBefore(date) ? Double.NaN : known.get(i).close() / 100;
            }
        }
        return Double.NaN;
    }
}
