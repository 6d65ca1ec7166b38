package alvh.planner.pricing;

import alvh.planner.market.Right;

/**
 * American options on a 101-step tree of Leisen and Reimer (methodology 5.3), with continuous dividendYield, or with cash
 * dividends escrowed: the tree carries the spot less their present value, and adds back at each step what is still to
 * come. One instance per thread: it keeps its arrays.
 */
public final class Binomial {

    private static final int STEPS = 101;

    private final double[] values = new double[STEPS + 1];
    private final double[] spots = new double[STEPS + 1];
    private static final double[] NONE = {};

    public double price(double spot, double strike, double years, double vol, double rate, double dividendYield,
            Right right) {
        return price(spot, strike, years, vol, rate, dividendYield, NONE, NONE, right == Right.CALL);
    }

    /** @param dividendYears times of the ex-dates in years; {@code dividendCash} dollars per share */
    public double price(double spot, double strike, double years, double vol, double rate, double dividendYield,
            double[] dividendYears, double[] dividendCash, boolean call) {
        return price(spot, strike, years, vol, rate, dividendYield, dividendYears, dividendCash, 0, call);
    }

    /**
     * With the dividends that come after {@code from}, the moment of this valuation.
     *
     * @param from years between the moment for which {@code dividends} were listed and this one
     */
    public double price(double spot, double strike, double years, double vol, double rate, double dividendYield,
            Dividends dividends, double from, boolean call) {
        return price(spot, strike, years, vol, rate, dividendYield, dividends.years, dividends.cash, from, call);
    }

    private double price(double spot, double strike, double years, double vol, double rate, double dividendYield,
            double[] dividendYears, double[] dividendCash, double from, boolean call) {
        if (years <= 0 || vol <= 0) {
            return Black76.intrinsic(spot, strike, call);
        }
        double escrowed = spot - toCome(dividendYears, dividendCash, from, from + years, rate);
        if (escrowed <= 0) {
            return Double.NaN;
        }
        double step = years / STEPS;
        double total = vol * StrictMath.sqrt(years);
        double d1 = (StrictMath.log(escrowed / strike) + (rate - dividendYield) * years) / total + 0.5 * total;
        double p = peizerPratt(d1 - total);
        double growth = StrictMath.exp((rate - dividendYield) * step);
        double up = growth * peizerPratt(d1) / p;
        double down = (growth - p * up) / (1 - p);
        leaves(escrowed, strike, up, down, call);
        return rollBack(strike, rate, step, p, up, dividendYears, dividendCash, from, from + years, call);
    }

    private void leaves(double spot, double strike, double up, double down, boolean call) {
        double ratio = up / down;
        double node = spot * StrictMath.pow(down, STEPS);
        for (int i = 0; i <= STEPS; i++) {
            spots[i] = node;
            values[i] = Black76.intrinsic(node, strike, call);
            node *= ratio;
        }
    }

    private double rollBack(double strike, double rate, double step, double p, double up, double[] dividendYears,
            double[] dividendCash, double from, double until, boolean call) {
        double discount = StrictMath.exp(-rate * step);
        double upWeight = discount * p;
        double downWeight = discount * (1 - p);
        double upInverse = 1 / up;
        for (int level = STEPS - 1; level >= 0; level--) {
            double toCome = toCome(dividendYears, dividendCash, from + level * step, until, rate);
            for (int i = 0; i <= level; i++) {
                double hold = upWeight * values[i + 1] + downWeight * values[i];
                spots[i] = spots[i + 1] * upInverse;
                values[i] = Math.max(hold, Black76.intrinsic(spots[i] + toCome, strike, call));
            }
        }
        return values[0];
    }

    /** Value at time {@code now} of the dividends between then and expiry. */
    private static double toCome(double[] dividendYears, double[] dividendCash, double now, double years, double rate) {
        double value = 0;
        for (int i = 0; i < dividendYears.length; i++) {
            if (dividendYears[i] > now && dividendYears[i] <= years) {
                value += dividendCash[i] * StrictMath.exp(-rate * (dividendYears[i] - now));
            }
        }
        return value;
    }

    /** The second Peizer-Pratt inversion: the binomial probability whose tail matches the normal one. */
    private static double peizerPratt(double z) {
        double n = STEPS;
        double ratio = z / (n + 1.0 / 3 + 0.1 / (n + 1));
        return 0.5 + StrictMath.copySign(0.5, z)
                * StrictMath.sqrt(1 - StrictMath.exp(-ratio * ratio * (n + 1.0 / 6)));
    }
}
