package alvh.planner.pricing;

/**
 * A first guess of total volatility. In Bachelier's model price/moneyness v is a function of d = moneyness/deviation
 * alone, v = n(d)/d - N(-d). Two tables invert it: deviation/price by 1/v near the money, d by ln v far from it.
 */
final class BachelierSeed {

    private static final double SQRT_2PI = 2.5066282746310002;
    private static final double NEAR_END = 4;
    private static final int NEAR_CELLS = 128;
    private static final double NEAR_STEP = NEAR_END / NEAR_CELLS;
    private static final double FAR_START = -StrictMath.log(NEAR_END);
    private static final int FAR_CELLS = 1024;
    private static final double FAR_STEP = 0.05;
    private static final double[] NEAR = new double[2 * (NEAR_CELLS + 1)];
    private static final double[] FAR = new double[2 * (FAR_CELLS + 1)];

    static {
        fillNear();
        fillFar();
    }

    private BachelierSeed() {}

    /** @param x |ln(F/K)|; {@code price} normalised by sqrt(F K) */
    static double totalVol(double x, double price) {
        double moneyness = x < 0.5 ? x * (1 + x * x / 24 * (1 + x * x / 80)) : 2 * StrictMath.sinh(0.5 * x);
        double ratio = moneyness / price;
        double deviation;
        if (ratio < NEAR_END) {
            deviation = SQRT_2PI * price * hermite(NEAR, ratio / NEAR_STEP, NEAR_CELLS, NEAR_STEP);
        } else {
            deviation = moneyness / far(FAR_START + StrictMath.log(ratio));
        }
        double z = moneyness == 0 ? deviation : deviation * x / moneyness;
        double z2 = z * z;
        return z * (1 + z2 / 24 * (1 - x * x / 120 + z2 * 0.094));
    }

    private static double far(double depth) {
        double cell = depth / FAR_STEP;
        // Beyond the table, about 1e-22 of the moneyness: d ~ sqrt(2 depth).
        return cell < FAR_CELLS ? hermite(FAR, cell, FAR_CELLS, FAR_STEP) : StrictMath.sqrt(2 * depth);
    }

    private static double hermite(double[] table, double at, int cells, double step) {
        int i = Math.min(cells - 1, Math.max(0, (int) at));
        double u = at - i;
        double y0 = table[2 * i];
        double y1 = table[2 * i + 2];
        double m0 = table[2 * i + 1] * step;
        double m1 = table[2 * i + 3] * step;
        double rise = y1 - y0;
        return y0 + u * (m0 + u * (3 * rise - 2 * m0 - m1 + u * (m0 + m1 - 2 * rise)));
    }

    /** 1/(sqrt(2 pi) c) and its slope by w = d/c, where c = n(d) - d N(-d). */
    private static void fillNear() {
        double d = 0;
        for (int i = 0; i <= NEAR_CELLS; i++) {
            double w = i * NEAR_STEP;
            for (int k = 0; k < 30; k++) {
                double c = Normal.density(d) - d * Normal.cdf(-d);
                d -= (d / c - w) * c * c / Normal.density(d);
            }
            double c = Normal.density(d) - d * Normal.cdf(-d);
            NEAR[2 * i] = 1 / (SQRT_2PI * c);
            NEAR[2 * i + 1] = Normal.cdf(-d) / (SQRT_2PI * Normal.density(d));
        }
    }

    /** d and its slope by depth = FAR_START - ln v, growing. */
    private static void fillFar() {
        double d = 0.5;
        for (int i = 0; i <= FAR_CELLS; i++) {
            double logV = FAR_START - i * FAR_STEP;
            double slope = 0;
            for (int k = 0; k < 30; k++) {
                double mills = 1 / d - Normal.cdf(-d) / Normal.density(d);
                slope = 1 / (mills * d * d);
                double gap = StrictMath.log(Normal.density(d)) + StrictMath.log(mills) - logV;
                d += gap / slope;
            }
            FAR[2 * i] = d;
            FAR[2 * i + 1] = 1 / slope;
        }
    }
}
