package alvh.planner.pricing;

/**
 * Black-76 price and sensitivities of all options of one expiry, arrays in and arrays out; the units are those of
 * {@link Greeks}. Filled anew by {@link #compute}, which allocates nothing; one instance per thread.
 */
public final class ChainGreeks {

    private static final double INV_SQRT_2PI = 0.3989422804014327;

    public final double[] price;
    public final double[] deltaForward;
    public final double[] gamma;
    public final double[] vegaPerPoint;
    public final double[] thetaPerDay;

    /** @param capacity most options that one call will hold */
    public ChainGreeks(int capacity) {
        price = new double[capacity];
        deltaForward = new double[capacity];
        gamma = new double[capacity];
        vegaPerPoint = new double[capacity];
        thetaPerDay = new double[capacity];
    }

    /**
     * Entries 0 to {@code strikes.length - 1}; time must be ahead and volatilities positive, else entries are NaN. Call
     * and put of one strike and volatility that stand side by side share their distribution values.
     */
    public void compute(double forward, double years, double rate, double[] strikes, double[] vols, boolean[] calls) {
        double root = StrictMath.sqrt(years);
        double discount = StrictMath.exp(-rate * years);
        double weight = discount * INV_SQRT_2PI;
        double perYear = 0.5 / root;
        double perSquare = 1 / (forward * forward);
        double strike = Double.NaN;
        double vol = Double.NaN;
        double upper1 = 0;
        double lower1 = 0;
        double upper2 = 0;
        double lower2 = 0;
        double density = 0;
        double total = 0;
        for (int i = 0; i < strikes.length; i++) {
            if (strikes[i] != strike || vols[i] != vol) {
                strike = strikes[i];
                vol = vols[i];
                double ratio = forward / strike;
                double half = StrictMath.sqrt(ratio);
                total = vol * root;
                double h = StrictMath.log(ratio) / total;
                double t = 0.5 * total;
                double common = StrictMath.exp(-0.5 * (h * h + t * t));
                double d1 = h + t;
                double d2 = h - t;
                double tail1 = Normal.tail(Math.abs(d1), common / half);
                double tail2 = Normal.tail(Math.abs(d2), common * half);
                upper1 = d1 > 0 ? 1 - tail1 : tail1;
                lower1 = d1 > 0 ? tail1 : 1 - tail1;
                upper2 = d2 > 0 ? 1 - tail2 : tail2;
                lower2 = d2 > 0 ? tail2 : 1 - tail2;
                density = weight * strike * half * common;
            }
            double value = calls[i] ? forward * upper1 - strike * upper2 : strike * lower2 - forward * lower1;
            value = total > 0 ? discount * Math.max(0, value) : Double.NaN;
            price[i] = value;
            deltaForward[i] = calls[i] ? upper1 : -lower1;
            gamma[i] = density * perSquare / total;
            vegaPerPoint[i] = density * root * 0.01;
            thetaPerDay[i] = (rate * value - density * vol * perYear) / 365;
        }
    }
}
