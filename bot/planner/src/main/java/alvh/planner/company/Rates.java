package alvh.planner.company;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;

/**
 * Interest rates of the user's series (methodology F13): bars of the snapshot under {@code OwnSeries.TEN_YEAR} and
 * {@code THREE_MONTH}, decimals a year.
 */
public final class Rates {

    private static final int OLDEST_DAYS = 10;

    private Rates() {}

    /** The last rate published by a date as a decimal a year; NaN without one of the ten days before it. */
    public static double at(MarketSnapshot market, InstrumentKey series, LocalDate date) {
        DailyBars bars = market.bars().get(series);
        List<DailyBars.Bar> known = bars == null ? List.of() : bars.bars();
        for (int i = known.size() - 1; i >= 0; i--) {
            LocalDate published = known.get(i).date();
            if (!published.isAfter(date)) {
                return published.plusDays(OLDEST_DAYS).isBefore(date) ? Double.NaN : known.get(i).close();
            }
        }
        return Double.NaN;
    }
}
