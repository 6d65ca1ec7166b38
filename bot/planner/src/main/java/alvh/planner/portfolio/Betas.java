package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

import alvh.planner.company.Company;
import alvh.planner.company.HedgeCredit;
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
    /** b0 of F2 where the user's file gives no beta of the sector. */
    public static final double PRIOR = 1.0;
    private static final double PRIOR_SPREAD = 0.40;

    /**
     * What a fundamentals file adds to an estimate.
     *
     * @param sectorBeta the prior towards which estimates are shrunk, NaN for {@link #PRIOR}
     * @param small a market value of tier C: taken as thinly traded (Dimson)
     */
    public record Hints(double sectorBeta, boolean small) {

        public static final Hints NONE = new Hints(Double.NaN, false);

        public static Hints of(Company company) {
            return new Hints(company.sectorBeta(), company.marketCap() < HedgeCredit.SMALL);
        }
    }

    private Betas() {}

    /**
     * The beta at a close: only bars up to and with {@code asOf} are read. Bars null or too few: the conservative default
     * with the reason.
     */
    public static Beta of(String symbol, DailyBars name, DailyBars spx, LocalDate asOf) {
        return of(symbol, name, spx, asOf, Hints.NONE);
    }

    /** @param hints what the user's file adds */
    public static Beta of(String symbol, DailyBars name, DailyBars spx, LocalDate asOf, Hints hints) {
        if (name == null || spx == null) {
            return Beta.unknown(symbol, hints.sectorBeta(), "no daily bars of " + (name == null ? symbol : "SPX"));
        }
        return of(symbol, Returns.of(name, spx), asOf, hints);
    }

    /** The same from returns that were put side by side before, for many closes of one name. */
    public static Beta of(String symbol, Returns history, LocalDate asOf) {
        return of(symbol, history, asOf, Hints.NONE);
    }

    public static Beta of(String symbol, Returns history, LocalDate asOf, Hints hints) {
        double sector = hints.sectorBeta();
        double prior = Double.isNaN(sector) ? PRIOR : sector;
        Returns.Window returns = history.window(asOf, SLOW);
        int n = returns.size();
        if (n < LEAST) {
            return Beta.unknown(symbol, sector, n + " daily returns of " + symbol + ", needs " + LEAST);
        }
        if (n < (1 - MOST_MISSING) * returns.possible()) {
            return Beta.unknown(symbol, sector, String.format(Locale.ROOT, "%d of %d days of %s missing, at most 10 %%",
                    returns.possible() - n, returns.possible(), symbol));
        }
        boolean thin = hints.small() || returns.zeroShare() > THIN;
        Regression fast = fit(returns, n, thin, true);
        Regression medium = fit(returns, MEDIUM, thin, false);
        Regression slow = fit(returns, n, thin, false);
        if (Double.isNaN(fast.slope()) || Double.isNaN(medium.slope()) || Double.isNaN(slow.slope())) {
            return Beta.unknown(symbol, sector, "SPX does not vary in the bars");
        }
        return new Beta(symbol, shrunk(fast, prior), shrunk(medium, prior), shrunk(slow, prior), fast.error(),
                slow.error(),
                Math.min(1, Math.max(0, slow.rSquared())), n, thin, null);
    }

    private static double shrunk(Regression fit, double prior) {
        return vasicek(fit.slope(), fit.error(), prior);
    }

    static double vasicek(double beta, double error) {
        return vasicek(beta, error, PRIOR);
    }

    /** b_v = w b + (1 - w) b0 with w = 0.40^2 / (0.40^2 + error^2); an infinite error gives the prior b0. */
    static double vasicek(double beta, double error, double prior) {
        double w = weight(error);
        return w == 0 ? prior : w * beta + (1 - w) * prior;
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
