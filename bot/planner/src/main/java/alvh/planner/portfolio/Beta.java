package alvh.planner.portfolio;

/**
 * A name's beta to SPX (methodology F2, F3) at one close.
 *
 * @param fast EWMA, half-life 10 sessions, shrunk; {@code medium} 60 and {@code slow} 252 sessions OLS, shrunk
 * @param fastError standard error of the unshrunk fast estimate; {@code slowError} of the slow
 * @param rSquared of the slow window
 * @param observations returns in the slow window
 * @param dimson lead and lag slopes were added because the name trades thinly
 * @param missing why there is no beta, or null; then the sector's beta stands, else the conservative default 1.2; R2 is 0.30
 */
public record Beta(String symbol, double fast, double medium, double slow, double fastError, double slowError,
        double rSquared, int observations, boolean dimson, String missing) {

    public static final double DEFAULT_BETA = 1.2;
    public static final double DEFAULT_R_SQUARED = 0.30;

    /** An index structure: beta 1, nothing idiosyncratic. */
    public static Beta index(String symbol) {
        return new Beta(symbol, 1, 1, 1, 0, 0, 1, 0, false, null);
    }

    /** Without an estimate the sector's beta stands (S19), and without that the conservative default. */
    static Beta unknown(String symbol, double sector, String why) {
        double beta = Double.isNaN(sector) ? DEFAULT_BETA : sector;
        return new Beta(symbol, beta, beta, beta, Double.NaN, Double.NaN, DEFAULT_R_SQUARED, 0,
                false, why);
    }

    public boolean known() {
        return missing == null;
    }

    /** 1 - R2, between 0.20 and 0.95 (F3); 0 for an index. */
    public double idiosyncraticShare() {
        return rSquared == 1 ? 0 : Math.min(0.95, Math.max(0.20, 1 - rSquared));
    }

    /** 1 - sqrt(1 - R2): the share of its risk that an index hedge can reach (N8). */
    public double hedgeableShare() {
        return 1 - StrictMath.sqrt(1 - rSquared);
    }
}
