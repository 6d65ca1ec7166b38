package alvh.planner.pricing;

/**
 * Total volatility s = vol sqrt(T) of a normalised out-of-the-money price: b(x, s) = e^{x/2} N(x/s + s/2) - e^{-x/2}
 * N(x/s - s/2) with x = -|ln(F/K)|, b = price / (discount sqrt(F K)).
 * <p>
 * The seed comes from the Bachelier model, whose implied volatility is a function of one variable and so fits in a small
 * table; Hagan's expansion turns it into a lognormal one. From there fourth-order Householder steps on ln b, which is
 * concave in s and keeps full relative accuracy for the smallest prices.
 */
final class TotalVol {

    private static final double INV_SQRT_2PI = 0.3989422804014327;
    private static final int MOST_STEPS = 50;
    /** A step this small is the last: the next error is of its fourth power. ln b bends more where b nears its bound. */
    private static final double CLOSE = 1e-4;
    private static final double CLOSER = 1e-8;
    private static final double LARGEST = 40;

    private TotalVol() {}

    /** @param x at most 0; NaN when the price is outside (0, e^{x/2}) or the steps do not settle */
    static double solve(double x, double price) {
        return solve(x, StrictMath.exp(0.5 * x), price);
    }

    /** @param bound e^{x/2}, for callers that have it */
    static double solve(double x, double bound, double price) {
        if (!(x <= 0) || !(price > 0) || !(price < bound)) {
            return Double.NaN;
        }
        double s = BachelierSeed.totalVol(-x, price);
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < MOST_STEPS; i++) {
            double h = x / s;
            double common = StrictMath.exp(-0.5 * (h * h + 0.25 * s * s));
            double b = price(h, 0.5 * s, bound, common);
            double gap = b > 0 ? StrictMath.log(b / price) : Double.NEGATIVE_INFINITY;
            if (gap < 0) {
                low = s;
            } else {
                high = s;
            }
            double step = step(s, h, b, common, gap);
            double next = s + step;
            if (Math.abs(step) <= (s < 1 ? CLOSE : CLOSER) * s && next > 0) {
                return next;
            }
            s = next > low && next < high ? next : 0.5 * (low + high);
        }
        return Double.NaN;
    }

    /** Householder's step of order four on f = ln b - ln target; NaN where b is lost to underflow. */
    private static double step(double s, double h, double b, double common, double gap) {
        double p = INV_SQRT_2PI * common / b;
        double square = h * h / s;
        double q = square - 0.25 * s;
        double newton = -gap / p;
        double second = q - p;
        double third = q * q - 3 * square / s - 0.25 - 3 * p * q + 2 * p * p;
        return newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6));
    }

    static double price(double x, double s) {
        double h = x / s;
        double t = 0.5 * s;
        return price(h, t, StrictMath.exp(0.5 * x), StrictMath.exp(-0.5 * (h * h + t * t)));
    }

    /** e^{x/2} N(h + t) - e^{-x/2} N(h - t); the densities of both are {@code common} times e^{-x/2} and e^{x/2}. */
    private static double price(double h, double t, double bound, double common) {
        double d1 = h + t;
        double tail1 = Normal.tail(Math.abs(d1), common / bound);
        double tail2 = Normal.tail(t - h, common * bound);
        return bound * (d1 > 0 ? 1 - tail1 : tail1) - tail2 / bound;
    }
}
