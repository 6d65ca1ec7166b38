package alvh.planner.company;

import java.util.List;

/**
 * The weighted average cost of capital and its change over 63 sessions (methodology F13): E/(D+E) (rf + b ERP) +
 * D/(D+E) (rf + spread)(1 - tax). Rates are decimals a year.
 */
public final class CapitalCost {

    public static final String NAME = "WACC";
    public static final String CHANGE = "WACC change over 63 sessions";
    /** ERP: what shares earn above the risk-free rate. */
    public static final double RISK_PREMIUM = 0.05;
    /** Where the file gives none. */
    public static final double TAX = 0.21;
    /** Sessions over which the change is taken. */
    public static final int SESSIONS = 63;
    private static final double RISING_BP = 100;

    private CapitalCost() {}

    /**
     * What changes from day to day.
     *
     * @param price dollars a share
     * @param beta to SPX
     * @param riskFree 10-year rate; {@code shortRate} 3-month, NaN when unknown
     */
    public record Day(double price, double beta, double riskFree, double shortRate) {}

    /** Return that shareholders ask: rf + b x 5 %. */
    public static double ofEquity(double riskFree, double beta) {
        return riskFree + beta * RISK_PREMIUM;
    }

    /** WACC as a decimal a year. */
    public static Figure of(Company company, Day day) {
        return of(company, day, company.capAt(day.price()));
    }

    private static Figure of(Company company, Day day, double equity) {
        String why = missing(company, day, equity);
        if (why != null) {
            return Figure.missing(NAME, "a year", why);
        }
        double debt = company.debt();
        double tax = Double.isNaN(company.taxRate()) ? TAX : company.taxRate();
        double share = equity / (debt + equity);
        double ofDebt = debt > 0 ? (day.riskFree() + company.creditSpread()) * (1 - tax) : 0;
        double value = share * ofEquity(day.riskFree(), day.beta()) + (1 - share) * ofDebt;
        return new Figure(NAME, value, "a year", false,
                List.of(new Figure.Input("equity share", share, ""), new Figure.Input("beta", day.beta(), ""),
                        new Figure.Input("risk-free rate", day.riskFree(), "a year"),
                        new Figure.Input("cost of equity", ofEquity(day.riskFree(), day.beta()), "a year"),
                        new Figure.Input("cost of debt after tax", ofDebt, "a year")),
                null);
    }

    private static String missing(Company company, Day day, double equity) {
        if (Double.isNaN(company.debt()) || !(equity > 0)) {
            return "no debt, or no market value, in the fundamentals file";
        }
        if (company.debt() > 0 && Double.isNaN(company.creditSpread())) {
            return "no credit spread in the fundamentals file";
        }
        if (Double.isNaN(day.riskFree())) {
            return "no 10-year rate of the ten days before";
        }
        return Double.isNaN(day.beta()) ? "no beta" : null;
    }

    /**
     * WACC now less WACC then, in basis points, flag from +100; debt and spread are the file's, so that beta, price and
     * rates move it. Beside it the change of the differential of 10-year and 3-month rates.
     */
    public static Figure change(Company company, Day now, Day then) {
        Figure today = of(company, now);
        double equityThen = company.capAt(now.price()) * then.price() / now.price();
        Figure before = of(company, then, equityThen);
        if (!today.known() || !before.known()) {
            return Figure.missing(CHANGE, "bp", today.known()
                    ? "63 sessions ago: " + before.missing()
                    : today.missing());
        }
        double moved = 1e4 * (today.value() - before.value());
        double differential = 1e4 * (now.riskFree() - now.shortRate() - (then.riskFree() - then.shortRate()));
        return new Figure(CHANGE, moved, "bp", moved >= RISING_BP - 1e-9,
                List.of(new Figure.Input("WACC now", today.value(), "a year"),
                        new Figure.Input("WACC then", before.value(), "a year"),
                        new Figure.Input("change of 10-year less 3-month", differential, "bp")),
                null);
    }
}
