package alvh.planner.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.Dividends;

/** The dividends of the user's file as the pricing wants them: time to the opening of each ex-date, cash a share. */
public final class ExpectedDividends {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final double SECONDS_PER_YEAR = 365.0 * 86_400;

    private ExpectedDividends() {}

    /** By symbol; only names that have a dividend ahead of {@code asOf}. */
    public static SortedMap<String, Dividends> of(Companies companies, Instant asOf) {
        SortedMap<String, Dividends> bySymbol = new TreeMap<>();
        companies.bySymbol().forEach((symbol, company) -> {
            var ahead = new Dividends(company.dividends().stream().map(d -> one(d, asOf)).toList());
            if (ahead.size() > 0) {
                bySymbol.put(symbol, ahead);
            }
        });
        return bySymbol;
    }

    private static Dividends.One one(Company.Dated dividend, Instant asOf) {
        Instant open = dividend.date().atTime(OPEN).atZone(TradingCalendar.NEW_YORK).toInstant();
        return new Dividends.One(Duration.between(asOf, open).toSeconds() / SECONDS_PER_YEAR, dividend.dollars());
    }
}
