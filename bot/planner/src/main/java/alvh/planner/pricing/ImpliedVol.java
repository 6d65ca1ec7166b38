package alvh.planner.pricing;

import alvh.planner.market.Right;

/**
 * The volatility that Black's formula needs for a price (methodology 5.4). In-the-money prices are first turned into
 * their out-of-the-money twin by parity, since only that part carries volatility; then total volatility is found on the
 * logarithm of the normalised price. Prices in points, time in years, rates continuous.
 */
public final class ImpliedVol {

    private static final double LEAST = 0.01;
    private static final double MOST = 5.0;

    private ImpliedVol() {}

    /** @param tick price increment, of which half is the least time value that counts */
    public static Implied of(double price, double forward, double strike, double years, double rate, double tick,
            Right right) {
        double[] vol = {0};
        Implied.Reason[] reason = {null};
        solve(forward, years, rate, tick, new double[]{strike}, new boolean[]{right == Right.CALL},
                new double[]{price}, vol, reason);
        return reason[0] == null ? new Implied.Vol(vol[0]) : new Implied.None(reason[0]);
    }

    /**
     * A whole expiry at once: {@code vols[i]} gets the volatility and {@code reasons[i]} null, or NaN and the reason.
     */
    public static void solve(double forward, double years, double rate, double tick, double[] strikes, boolean[] calls,
            double[] prices, double[] vols, Implied.Reason[] reasons) {
        double growth = StrictMath.exp(rate * years);
        double root = StrictMath.sqrt(years);
        boolean sane = forward > 0 && forward < Double.POSITIVE_INFINITY && growth < Double.POSITIVE_INFINITY
                && tick >= 0;
        for (int i = 0; i < strikes.length; i++) {
            Implied.Reason reason = !sane
                    ? years <= 0 ? Implied.Reason.EXPIRED : Implied.Reason.BAD_INPUT
                    : refusal(forward, years, growth, tick, strikes[i], calls[i], prices[i]);
            double vol = Double.NaN;
            if (reason == null) {
                double otm = prices[i] * growth - Black76.intrinsic(forward, strikes[i], calls[i]);
                double ratio = forward > strikes[i] ? strikes[i] / forward : forward / strikes[i];
                double bound = StrictMath.sqrt(ratio);
                double scale = bound * Math.max(forward, strikes[i]);
                vol = TotalVol.solve(StrictMath.log(ratio), bound, otm / scale) / root;
                reason = judge(vol);
            }
            reasons[i] = reason;
            vols[i] = reason == null ? vol : Double.NaN;
        }
    }

    private static Implied.Reason refusal(double forward, double years, double growth, double tick, double strike,
            boolean call, double price) {
        if (!(strike > 0) || !(price > 0) || strike == Double.POSITIVE_INFINITY || years != years) {
            return Implied.Reason.BAD_INPUT;
        }
        if (years <= 0) {
            return Implied.Reason.EXPIRED;
        }
        double forwardPrice = price * growth;
        if (forwardPrice >= (call ? forward : strike)) {
            return Implied.Reason.ABOVE_BOUND;
        }
        double timeValue = forwardPrice - Black76.intrinsic(forward, strike, call);
        return timeValue <= 0.5 * tick * growth ? Implied.Reason.AT_INTRINSIC : null;
    }

    private static Implied.Reason judge(double vol) {
        if (vol != vol) {
            return Implied.Reason.NO_CONVERGENCE;
        }
        return vol < LEAST || vol > MOST ? Implied.Reason.OUT_OF_RANGE : null;
    }
}
