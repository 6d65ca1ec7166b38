package alvh.planner.signal;

import java.util.List;

/** Average pairwise correlation of daily returns. */
final class Correlations {

    private static final double LEAST_SHARE = 0.9;

    private Correlations() {}

    /**
     * @param series returns of equal length, NaN where missing; pairs with more than 10 % missing days are left out
     * @param days the last so many of them
     * @return NaN when there is no pair
     */
    static double average(List<double[]> series, int days) {
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < series.size(); a++) {
            for (int b = a + 1; b < series.size(); b++) {
                double correlation = of(series.get(a), series.get(b), days);
                if (!Double.isNaN(correlation)) {
                    sum += correlation;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    private static double of(double[] x, double[] y, int days) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int i = x.length - days; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n++;
                sx += x[i];
                sy += y[i];
                sxx += x[i] * x[i];
                syy += y[i] * y[i];
                sxy += x[i] * y[i];
            }
        }
        double spread = (sxx - sx * sx / n) * (syy - sy * sy / n);
        return n < LEAST_SHARE * days || !(spread > 0) ? Double.NaN : (sxy - sx * sy / n) / StrictMath.sqrt(spread);
    }
}
