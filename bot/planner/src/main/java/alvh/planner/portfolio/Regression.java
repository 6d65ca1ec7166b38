package alvh.planner.portfolio;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Weighted least squares of y on some columns and an intercept; only the sum of the slopes is asked for. With weights of
 * one it is ordinary least squares. Errors are taken as equally spread, so the standard error of a weighted fit is
 * sigma^2 A^-1 (X'W^2X) A^-1 with sigma^2 = sum(w e^2)/sum(w) n/(n - p), n = sum(w)^2 / sum(w^2).
 *
 * @param slope sum of the slopes
 * @param error standard error of it
 * @param rSquared share of the weighted variance of y explained
 */
record Regression(double slope, double error, double rSquared) {

    private static final double LEAST_VARIANCE = 1e-14;
    static final Regression NONE = new Regression(Double.NaN, Double.NaN, Double.NaN);

    /**
     * @param x columns by observation: x[column][i]
     * @return {@link #NONE} when x does not vary or observations are too few
     */
    static Regression of(double[] y, double[][] x, double[] weights) {
        if (x.length == 1) {
            return of(y, x[0], weights);
        }
        int k = x.length;
        double sum = 0;
        double squares = 0;
        for (double w : weights) {
            sum += w;
            squares += w * w;
        }
        double effective = sum * sum / squares;
        double[] yc = centred(y, weights, sum);
        double[][] xc = new double[k][];
        for (int c = 0; c < k; c++) {
            xc[c] = centred(x[c], weights, sum);
        }
        RealMatrix a = MatrixUtils.createRealMatrix(k, k);
        RealMatrix a2 = MatrixUtils.createRealMatrix(k, k);
        RealMatrix xy = MatrixUtils.createRealMatrix(k, 1);
        for (int i = 0; i < y.length; i++) {
            accumulate(a, a2, xy, xc, yc[i], weights[i], i);
        }
        LUDecomposition lu = new LUDecomposition(a, LEAST_VARIANCE);
        if (!lu.getSolver().isNonSingular() || effective <= k + 1) {
            return NONE;
        }
        RealMatrix inverse = lu.getSolver().getInverse();
        RealMatrix slopes = inverse.multiply(xy);
        double residual = 0;
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            double e = yc[i];
            for (int c = 0; c < k; c++) {
                e -= slopes.getEntry(c, 0) * xc[c][i];
            }
            residual += weights[i] * e * e;
            total += weights[i] * yc[i] * yc[i];
        }
        double variance = residual / sum * effective / (effective - k - 1);
        RealMatrix covariance = inverse.multiply(a2).multiply(inverse).scalarMultiply(variance);
        return new Regression(entries(slopes), StrictMath.sqrt(Math.max(0, entries(covariance))),
                total > 0 ? 1 - residual / total : 0);
    }

    /** The same for one column, in closed form. */
    private static Regression of(double[] y, double[] x, double[] weights) {
        double sum = 0;
        double squares = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < y.length; i++) {
            double w = weights[i];
            sum += w;
            squares += w * w;
            meanX += w * x[i];
            meanY += w * y[i];
        }
        meanX /= sum;
        meanY /= sum;
        double xx = 0;
        double xxTwice = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < y.length; i++) {
            double w = weights[i];
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += w * dx * dx;
            xxTwice += w * w * dx * dx;
            xy += w * dx * dy;
            yy += w * dy * dy;
        }
        double effective = sum * sum / squares;
        if (!(xx > LEAST_VARIANCE) || effective <= 2) {
            return NONE;
        }
        double slope = xy / xx;
        double residual = Math.max(0, yy - slope * xy);
        double variance = residual / sum * effective / (effective - 2);
        return new Regression(slope, StrictMath.sqrt(variance * xxTwice) / xx, yy > 0 ? 1 - residual / yy : 0);
    }

    private static void accumulate(RealMatrix a, RealMatrix a2, RealMatrix xy, double[][] xc, double y, double w,
            int i) {
        for (int r = 0; r < xc.length; r++) {
            xy.addToEntry(r, 0, w * xc[r][i] * y);
            for (int c = 0; c < xc.length; c++) {
                a.addToEntry(r, c, w * xc[r][i] * xc[c][i]);
                a2.addToEntry(r, c, w * w * xc[r][i] * xc[c][i]);
            }
        }
    }

    private static double entries(RealMatrix matrix) {
        double sum = 0;
        for (double[] row : matrix.getData()) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum;
    }

    private static double[] centred(double[] values, double[] weights, double sum) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] * values[i];
        }
        mean /= sum;
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }
}
