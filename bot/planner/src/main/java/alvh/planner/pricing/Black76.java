package alvh.planner.pricing;

import alvh.planner.market.Right;

/**
 * European options on a forward (methodology 5.1): VIX options on the future of the same date, SPX and XSP options on
 * the parity forward. Forward and strike in points, time in years ACT/365, volatility as a decimal per square root of a
 * year, rate continuous. At or after expiry an option is worth its intrinsic value.
 */
public final class Black76 {

    private static final double DAYS = 365;

    private Black76() {}

    /** Discounted price in points. */
    public static double price(double forward, double strike, double years, double vol, double rate, Right right) {
        return price(forward, strike, years, vol, rate, right == Right.CALL);
    }

    public static double price(double forward, double strike, double years, double vol, double rate, boolean call) {
        if (years <= 0) {
            return intrinsic(forward, strike, call);
        }
        return StrictMath.exp(-rate * years)
                * undiscounted(forward, strike, StrictMath.log(forward / strike), vol * StrictMath.sqrt(years), call);
    }

    /**
     * The price before discounting, from log(forward/strike) and total volatility s. One exponential serves both
     * distribution values: n(d1) F = n(d2) K = sqrt(F K) exp(-(x^2/s^2 + s^2/4)/2) / sqrt(2 pi).
     */
    public static double undiscounted(double forward, double strike, double logRatio, double total, boolean call) {
        if (!(total > 0)) {
            return total == 0 ? intrinsic(forward, strike, call) : Double.NaN;
        }
        double h = logRatio / total;
        double t = 0.5 * total;
        double common = StrictMath.exp(-0.5 * (h * h + t * t));
        double half = StrictMath.sqrt(forward / strike);
        double d1 = h + t;
        double d2 = h - t;
        double tail1 = Normal.tail(Math.abs(d1), common / half);
        double tail2 = Normal.tail(Math.abs(d2), common * half);
        double value = call
                ? forward * (d1 > 0 ? 1 - tail1 : tail1) - strike * (d2 > 0 ? 1 - tail2 : tail2)
                : strike * (d2 > 0 ? tail2 : 1 - tail2) - forward * (d1 > 0 ? tail1 : 1 - tail1);
        return Math.max(0, value);
    }

    public static double intrinsic(double forward, double strike, boolean call) {
        return Math.max(0, call ? forward - strike : strike - forward);
    }

    /** N(d1) for a call, N(d1) - 1 for a put: the change per point of the future, before discounting. */
    public static double deltaForward(double forward, double strike, double years, double vol, Right right) {
        boolean call = right == Right.CALL;
        if (years <= 0 || vol <= 0) {
            return intrinsic(forward, strike, call) > 0 ? call ? 1 : -1 : 0;
        }
        double total = vol * StrictMath.sqrt(years);
        double d1 = StrictMath.log(forward / strike) / total + 0.5 * total;
        return call ? Normal.cdf(d1) : -Normal.cdf(-d1);
    }

    /** Price and all sensitivities; time must be ahead and volatility positive, else only price and delta are not 0. */
    public static Greeks greeks(double forward, double strike, double years, double vol, double rate, Right right) {
        boolean call = right == Right.CALL;
        if (years <= 0 || vol <= 0) {
            double delta = deltaForward(forward, strike, years, vol, right);
            double discount = StrictMath.exp(-rate * Math.max(0, years));
            return new Greeks(discount * intrinsic(forward, strike, call), delta, discount * delta, 0, 0, 0);
        }
        double root = StrictMath.sqrt(years);
        double total = vol * root;
        double d1 = StrictMath.log(forward / strike) / total + 0.5 * total;
        double discount = StrictMath.exp(-rate * years);
        double price = price(forward, strike, years, vol, rate, call);
        double deltaForward = call ? Normal.cdf(d1) : -Normal.cdf(-d1);
        double weight = discount * Normal.density(d1);
        double theta = -forward * weight * vol / (2 * root) + rate * price;
        return new Greeks(price, deltaForward, discount * deltaForward, weight / (forward * total),
                weight * forward * root / 100, theta / DAYS);
    }

    public static double vegaPerPoint(double forward, double strike, double years, double vol, double rate) {
        if (years <= 0 || vol <= 0) {
            return 0;
        }
        double root = StrictMath.sqrt(years);
        double d1 = StrictMath.log(forward / strike) / (vol * root) + 0.5 * vol * root;
        return StrictMath.exp(-rate * years) * Normal.density(d1) * forward * root / 100;
    }
}
