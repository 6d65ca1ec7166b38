package alvh.planner.pricing;

/**
 * Volatility by strike of one expiry (methodology 5.4): s(k) = atm + slope k + curvature k^2 in k = ln(K/F) / scale, flat
 * beyond the strikes that were good, never below a floor. All volatilities as decimals.
 *
 * @param scale divides ln(K/F): sqrt(T / (30/365)) for fitted smiles, 1 for defaults
 * @param atm volatility at K = F
 * @param slopeDown slope for k below 0, {@code slopeUp} for k of 0 and more
 * @param lowest least k with its own value, {@code highest} the greatest
 * @param floor least volatility
 * @param points quotes that it was fitted to, 0 for a default
 */
public record Smile(double scale, double atm, double slopeDown, double slopeUp, double curvature, double lowest,
        double highest, double floor, Shape shape, int points) {

    /** How many quotes stand behind it. */
    public enum Shape {
        QUADRATIC, LINEAR, FLAT, SLOPED, DEFAULT
    }

    static final double MONTH = 30.0 / 365;
    private static final double NAME_SLOPE = -0.35;
    private static final double LEAST = 0.01;

    public double vol(double forward, double strike) {
        return vol(StrictMath.log(strike / forward));
    }

    /** Volatility at a log-moneyness ln(K/F). */
    public double vol(double logMoneyness) {
        double k = Math.min(highest, Math.max(lowest, logMoneyness / scale));
        return Math.max(floor, atm + (k < 0 ? slopeDown : slopeUp) * k + curvature * k * k);
    }

    /** Slope per unit of ln(K/F)/sqrt(T/30 days) on the side of the calls, whatever this smile's own scale is. */
    public double slopePerMonth(double years) {
        return slopeUp * StrictMath.sqrt(years / MONTH) / scale;
    }

    /** Curvature per square unit of ln(K/F)/sqrt(T/30 days). */
    public double curvaturePerMonth(double years) {
        return curvature * years / MONTH / (scale * scale);
    }

    static Smile fitted(double years, double atm, double slope, double curvature, double lowest, double highest,
            Shape shape, int points) {
        return new Smile(StrictMath.sqrt(years / MONTH), atm, slope, slope, curvature, lowest, highest, LEAST, shape,
                points);
    }

    public static Smile flat(double vol) {
        return new Smile(1, vol, 0, 0, 0, 0, 0, LEAST, Shape.FLAT, 0);
    }

    /** This level, known at one strike only, with the slope of a name: 0.35 per unit of ln(K/F) (methodology 4.3). */
    public Smile slopedLikeAName() {
        return name(atm, lowest * scale, Shape.SLOPED, points);
    }

    /** A name's smile from its volatility at the money. */
    public static Smile nameDefault(double vol) {
        return name(vol, 0, Shape.DEFAULT, 0);
    }

    private static Smile name(double vol, double logMoneyness, Shape shape, int points) {
        double floor = Math.max(LEAST, 0.30 * vol);
        double atm = Math.max(floor, vol - NAME_SLOPE * logMoneyness);
        return new Smile(1, atm, NAME_SLOPE, NAME_SLOPE, 0, -1, 1, floor, shape, points);
    }

    /**
     * VIX options without quotes: 0.85 VVIX/100 (30/DTE)^0.20 at the money; 0.55 of it per unit of ln(K/F) above the
     * forward and 0.90 below, both damped by min(1, sqrt(30/DTE)); never below 0.30 of it.
     */
    public static Smile vixDefault(double dte, double vvix) {
        double days = Math.max(1, dte);
        double atm = 0.85 * vvix / 100 * StrictMath.pow(30 / days, 0.20);
        double damped = Math.min(1, StrictMath.sqrt(30 / days)) * atm;
        return new Smile(1, atm, 0.90 * damped, 0.55 * damped, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                0.30 * atm, Shape.DEFAULT, 0);
    }

    /**
     * SPX without quotes: VIX/100 - 0.42 ln(K/S)/sqrt(T) sqrt(60/365), never below 0.30 of VIX/100; read at ln(K/F) by
     * moving S to F.
     */
    public static Smile spxDefault(double years, double vix, double spot, double forward) {
        double slope = -0.42 / StrictMath.sqrt(Math.max(years, 1.0 / 365)) * StrictMath.sqrt(60.0 / 365);
        double atm = vix / 100 + slope * StrictMath.log(forward / spot);
        return new Smile(1, atm, slope, slope, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                0.30 * vix / 100, Shape.DEFAULT, 0);
    }
}
