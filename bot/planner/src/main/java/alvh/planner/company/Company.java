package alvh.planner.company;

import java.time.LocalDate;
import java.util.List;

/**
 * What the user's file says of one company; NaN, null or empty where it says nothing. Money in US dollars, shares of one
 * as decimals.
 *
 * @param sector the user's name for it, or null
 * @param marketCap dollars, of the day the file was written
 * @param shares outstanding; where given, shares x price replaces {@code marketCap}
 * @param debt dollars of interest-bearing debt; {@code creditSpread} over the risk-free rate, {@code taxRate} as decimals
 * @param quickRatio (cash + short-term investments + receivables) / current liabilities
 * @param operatingCashFlow CFO of twelve months, dollars
 * @param dividend D0: dollars a share and year; {@code growthShort} and {@code growthLong} as decimals, {@code fadeYears}
 *        over which the one becomes the other
 * @param borrowFee dollars a year per dollar sold short
 * @param sectorBeta prior for the beta of F2, or NaN
 * @param earnings per share of twelve months, by the date they were published, oldest first
 * @param dividends expected cash dividends, by ex-date
 */
public record Company(String symbol, String sector, double marketCap, double shares, double debt, double creditSpread,
        double taxRate,
        double quickRatio, double operatingCashFlow, double dividend, double growthShort, double growthLong,
        double fadeYears, double borrowFee, double sectorBeta, List<Dated> earnings, List<Dated> dividends) {

    /** One number of one day, dollars a share. */
    public record Dated(LocalDate date, double dollars) {}

    public Company {
        earnings = earnings == null ? List.of() : List.copyOf(earnings);
        dividends = dividends == null ? List.of() : List.copyOf(dividends);
    }

    /** Dollars: shares x price where the shares are known, else the file's own figure; NaN when neither is. */
    public double capAt(double price) {
        double now = shares * price;
        return now > 0 ? now : marketCap;
    }

    public static Company unknown(String symbol) {
        double no = Double.NaN;
        return new Company(symbol, null, no, no, no, no, no, no, no, no, no, no, no, no, no, List.of(), List.of());
    }
}
