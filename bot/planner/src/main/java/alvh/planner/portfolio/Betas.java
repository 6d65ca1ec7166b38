package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

import alvh.planner.market.DailyBars;

/** Betas of names to SPX from daily bars (methodology F1-F3). */
public final class Betas {

    private static final int MEDIUM = 60;
    private static final int SLOW = 252;
    private static final int LEAST = 60;
    private static final double MOST_MISSING = 0.10;
    private static final double HALF_LIFE = 10;
    private static final double FADE = StrictMath.pow(0.5, 1 / HALF_LIFE);
    private static final double THIN = 0.05;
    private static final double PRIOR = 1.0;
    private static final double PRIOR_SPREAD = 0.40;

    private Betas() {}

    /**
     * The beta at a close: only bars up to and with {@code asOf} are read. Bars null or too few: the conservative default
     * with the reason.
     */
    public static Beta of(String symbol, DailyBars name, DailyBars spx, LocalDate asOf) {
        if (name == null || spx == null) {
            return Beta.unknown(symbol, "no daily bars of " + (name == null ? symbol : "SPX"));
        }
        return of(symbol, Returns.of(name, spx), asOf);
    }

    /** The same from returns that were put side by side before, for many closes of one name. */
    public static Beta of(String symbol, Returns history, LocalDate asOf) {
        Returns.Window returns = history.window(asOf, SLOW);
        int n = returns.size();
        if (n < LEAST) {
            return Beta.unknown(symbol, n + " daily returns of " + symbol + ", needs " + LEAST);
        }
        if (n < (1 - MOST_MISSING) * returns.possible()) {
            return Beta.unknown(symbol, String.format(Locale.ROOT, "%d of %d days of %s missing, at most 10 %%",
                    returns.possible() - n, returns.possible(), symbol));
        }
        boolean thin = returns.zeroShare() > THIN;
        Regression fast = fit(returns, n, thin, true);
        Regression medium = fit(returns, MEDIUM, thin, false);
        Regression slow = fit(returns, n, thin, false);
        if (Double.isNaN(fast.slope()) || Double.isNaN(medium.slope()) || Double.isNaN(slow.slope())) {
            return Beta.unknown(symbol, "SPX does not vary in the bars");
        }
        return new Beta(symbol, shrunk(fast), shrunk(medium), shrunk(slow), fast.error(), slow.error(),
                Math.min(1, Math.max(0, slow.rSquared())), n, thin, null);
    }

    private static double shrunk(Regression fit) {
        return vasicek(fit.slope(), fit.error());
    }

    /** b_v = w b + (1 - w) 1.0 with w = 0.40^2 / (0.40^2 + error^2); an infinite error gives the prior. */
    static double vasicek(double beta, double error) {
        double w = weight(error);
        return w == 0 ? PRIOR : w * beta + (1 - w) * PRIOR;
    }

    /** How much of a raw estimate survives shrinkage; its error shrinks by the same factor. */
    public static double weight(double error) {
        double prior = PRIOR_SPREAD * PRIOR_SPREAD;
        return prior / (prior + error * error);
    }

    /** The last {@code count} returns; Dimson's leads and lags are added up where the name trades thinly. */
    private static Regression fit(Returns.Window r, int count, boolean thin, boolean fading) {
        int n = r.size();
        int from = Math.max(0, n - count);
        int to = n;
        if (thin) {
            while (from < to && Double.isNaN(r.before()[from])) {
                from++;
            }
            while (to > from && Double.isNaN(r.after()[to - 1])) {
                to--;
            }
        }
        double[] weights = new double[to - from];
        double weight = StrictMath.pow(0.5, (n - to) / HALF_LIFE);
        for (int i = to - 1; i >= from; i--) {
            weights[i - from] = fading ? weight : 1;
            weight *= FADE;
        }
        double[] now = Arrays.copyOfRange(r.market(), from, to);
        double[][] x = thin
                ? new double[][]{Arrays.copyOfRange(r.before(), from, to), now,
                        Arrays.copyOfRange(r.after(), from, to)}
                : new double[][]{now};
        return Regression.of(Arrays.copyOfRange(r.name(), from, to), x, weights);
    }
}
