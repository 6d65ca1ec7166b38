package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import alvh.planner.company.Companies;
import alvh.planner.company.Company;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Right;
import alvh.planner.market.SecType;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;

/**
 * Short calls that may be assigned early for a dividend (methodology S47, 3.8, 5.3): within ten sessions of an ex-date
 * that comes before expiry, a call in the money whose time value is worth less than the dividend is worth exercising.
 */
public final class AssignmentWatch {

    private static final int SESSIONS = 10;

    private AssignmentWatch() {}

    /**
     * @param spots dollars by symbol, NaN where unknown
     * @return sentences, in order of the structures
     */
    public static List<String> of(List<Structure> structures, MarketSnapshot market,
            java.util.function.ToDoubleFunction<String> spots, Companies companies, LocalDate today,
            TradingCalendar calendar) {
        List<String> warnings = new ArrayList<>();
        for (Structure structure : structures) {
            for (Structure.Leg leg : structure.legs()) {
                InstrumentKey key = leg.key();
                boolean call = leg.side() == Side.SELL && key.isOption() && key.right() == Right.CALL
                        && InstrumentKey.of(key.underlying()).secType() == SecType.STOCK;
                String warning = call
                        ? warning(key, market, spots.applyAsDouble(key.underlying()), companies, today, calendar)
                        : null;
                if (warning != null && !warnings.contains(warning)) {
                    warnings.add(warning);
                }
            }
        }
        return List.copyOf(warnings);
    }

    private static String warning(InstrumentKey key, MarketSnapshot market, double spot, Companies companies,
            LocalDate today, TradingCalendar calendar) {
        List<Company.Dated> dividends = companies.of(key.underlying()).dividends();
        if (dividends.isEmpty()) {
            return key.underlying()
                    + ": no ex-dates in the file, so its short calls are not watched for early assignment";
        }
        for (Company.Dated dividend : dividends) {
            boolean ahead = dividend.date().isAfter(today) && !dividend.date().isAfter(key.settlementDate())
                    && calendar.sessionsBetween(today, dividend.date()) <= SESSIONS;
            String warning = ahead ? near(key, market, spot, dividend) : null;
            if (warning != null) {
                return warning;
            }
        }
        return null;
    }

    private static String near(InstrumentKey key, MarketSnapshot market, double spot, Company.Dated dividend) {
        String head = String.format(Locale.ROOT, "%s short call %s: ex-date %s, %.2f a share", key.underlying(),
                Strikes.text(key), dividend.date(), dividend.dollars());
        double inTheMoney = spot - key.strike();
        if (Double.isNaN(inTheMoney)) {
            return head + "; no price, so early assignment is not ruled out";
        }
        if (inTheMoney <= 0) {
            return null;
        }
        double left = Math.max(0, market.quote(key).mid() - inTheMoney);
        if (Double.isNaN(left)) {
            return head + "; in the money without a quote, so early assignment is not ruled out";
        }
        return left < dividend.dollars()
                ? head + String.format(Locale.ROOT,
                        "; time value %.2f is less: assignment the evening before is likely",
                        left)
                : null;
    }
}
