package alvh.planner.pricing;

/**
 * The standard normal distribution to the last digits, from W. J. Cody's rational Chebyshev approximations of the error
 * function (Mathematics of Computation 23, 1969). StrictMath, so that every machine gets the same bits.
 */
public final class Normal {

    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double INV_SQRT_2PI = 0.3989422804014327;
    private static final double INV_SQRT_PI = 0.5641895835477563;
    /** Up to here Cody's first fraction serves. */
    static final double SMALL = 0.46875;
    private static final double LARGEST = 26.543;

    private Normal() {}

    /** P(Z <= x), with full relative accuracy in the lower tail. */
    public static double cdf(double x) {
        return 0.5 * erfc(-x * SQRT_HALF);
    }

    public static double density(double x) {
        return INV_SQRT_2PI * StrictMath.exp(-0.5 * x * x);
    }

    /** The complementary error function. */
    public static double erfc(double x) {
        double y = Math.abs(x);
        if (y <= SMALL) {
            return 1 - x * smallRatio(x * x);
        }
        if (y >= LARGEST) {
            return x < 0 ? 2 : 0;
        }
        double tail = expMinusSquare(y) * scaled(y);
        return x < 0 ? 2 - tail : tail;
    }

    /** exp(x*x) * erfc(x), which does not underflow for large x. */
    public static double erfcx(double x) {
        if (x > SMALL) {
            return scaled(x);
        }
        double square = StrictMath.exp(x * x);
        return x >= -SMALL ? square * (1 - x * smallRatio(x * x)) : 2 * square - scaled(-x);
    }

    /**
     * P(Z <= -|d|), given exp(-d*d/2) by a caller that has it anyway; {@code d} is not negative. Full relative accuracy.
     */
    static double tail(double d, double expMinusHalfSquare) {
        double y = d * SQRT_HALF;
        return y <= SMALL ? 0.5 - 0.5 * y * smallRatio(y * y) : 0.5 * expMinusHalfSquare * scaled(y);
    }

    /** exp(-y*y), with the square split so that its rounding error does not grow with y. */
    private static double expMinusSquare(double y) {
        double coarse = (long) (y * 16) / 16.0;
        double rest = (y - coarse) * (y + coarse);
        return StrictMath.exp(-coarse * coarse) * StrictMath.exp(-rest);
    }

    private static double smallRatio(double z) {
        double num = 1.85777706184603153e-1 * z;
        double den = z;
        num = (num + 3.16112374387056560e+0) * z;
        den = (den + 2.36012909523441209e+1) * z;
        num = (num + 1.13864154151050156e+2) * z;
        den = (den + 2.44024637934444173e+2) * z;
        num = (num + 3.77485237685302021e+2) * z;
        den = (den + 1.28261652607737228e+3) * z;
        return (num + 3.20937758913846947e+3) / (den + 2.84423683343917062e+3);
    }

    private static double scaled(double y) {
        return y <= 4 ? middleRatio(y) : largeRatio(y);
    }

    private static double middleRatio(double y) {
        double num = 2.15311535474403846e-8 * y;
        double den = y;
        num = (num + 5.64188496988670089e-1) * y;
        den = (den + 1.57449261107098347e+1) * y;
        num = (num + 8.88314979438837594e+0) * y;
        den = (den + 1.17693950891312499e+2) * y;
        num = (num + 6.61191906371416295e+1) * y;
        den = (den + 5.37181101862009858e+2) * y;
        num = (num + 2.98635138197400131e+2) * y;
        den = (den + 1.62138957456669019e+3) * y;
        num = (num + 8.81952221241769090e+2) * y;
        den = (den + 3.29079923573345963e+3) * y;
        num = (num + 1.71204761263407058e+3) * y;
        den = (den + 4.36261909014324716e+3) * y;
        num = (num + 2.05107837782607147e+3) * y;
        den = (den + 3.43936767414372164e+3) * y;
        return (num + 1.23033935479799725e+3) / (den + 1.23033935480374942e+3);
    }

    private static double largeRatio(double y) {
        double z = 1 / (y * y);
        double num = 1.63153871373020978e-2 * z;
        double den = z;
        num = (num + 3.05326634961232344e-1) * z;
        den = (den + 2.56852019228982242e+0) * z;
        num = (num + 3.60344899949804439e-1) * z;
        den = (den + 1.87295284992346047e+0) * z;
        num = (num + 1.25781726111229246e-1) * z;
        den = (den + 5.27905102951428412e-1) * z;
        num = (num + 1.60837851487422766e-2) * z;
        den = (den + 6.05183413124413191e-2) * z;
        double ratio = z * (num + 6.58749161529837803e-4) / (den + 2.33520497626869185e-3);
        return (INV_SQRT_PI - ratio) / y;
    }
}
