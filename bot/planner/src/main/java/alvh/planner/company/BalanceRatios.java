package alvh.planner.company;

import java.util.ArrayList;
import java.util.List;

/** Two ratios that make a name fragile (methodology S33, S34, F10). */
public final class BalanceRatios {

    public static final String CASH_FLOW = "P/CF";
    public static final String QUICK = "quick ratio";
    private static final double DEAR = 25;
    private static final double THIN = 1;

    private BalanceRatios() {}

    /**
     * Price over operating cash flow a share; flag above 25, or when the cash flow is not positive (then the multiple has
     * no meaning and the value is NaN). Without the number of shares the file's market value stands for price x shares.
     *
     * @param price dollars now
     */
    public static Figure priceToCashFlow(Company company, double price) {
        double cash = company.operatingCashFlow();
        double cap = company.capAt(price);
        if (Double.isNaN(cash)) {
            return Figure.missing(CASH_FLOW, "x", "no operating cash flow in the fundamentals file");
        }
        List<Figure.Input> inputs = new ArrayList<>(List.of(new Figure.Input("operating cash flow", cash, "USD")));
        if (cash <= 0) {
            return new Figure(CASH_FLOW, Double.NaN, "x", true, inputs, null);
        }
        if (!(cap > 0)) {
            return Figure.missing(CASH_FLOW, "x", inputs, "no shares and no market value in the fundamentals file");
        }
        inputs.add(new Figure.Input("market value", cap, "USD"));
        double multiple = cap / cash;
        return new Figure(CASH_FLOW, multiple, "x", multiple > DEAR, inputs, null);
    }

    /** (cash + short-term investments + receivables) / current liabilities; flag below 1. */
    public static Figure quick(Company company) {
        double ratio = company.quickRatio();
        return Double.isNaN(ratio)
                ? Figure.missing(QUICK, "x", "no quick ratio in the fundamentals file")
                : new Figure(QUICK, ratio, "x", ratio < THIN, List.of(), null);
    }
}
