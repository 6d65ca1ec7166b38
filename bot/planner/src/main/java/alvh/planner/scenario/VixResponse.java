package alvh.planner.scenario;

/**
 * How VIX and VVIX answer, by the level from which they start (methodology 4.3, 5.5, 5.6). Levels in index points.
 */
public final class VixResponse {

    /** The start level for which shocks are stated. */
    public static final double START = 17;
    /** No scenario takes VIX above this. */
    public static final double CAP = 85;

    private static final double[] BIN_MIDDLES = {11, 14.5, 18, 22.5, 30, 42};
    private static final double[] ELASTICITIES = {12, 11.5, 8.5, 5.7, 3.8, 2.1};
    private static final double VVIX_CAP = 210;

    private VixResponse() {}

    /** E(VIX): d ln VIX per unit of SPX fall, linear between the middles of the bins of 5.6, flat outside. */
    public static double elasticity(double vix) {
        int last = BIN_MIDDLES.length - 1;
        if (vix <= BIN_MIDDLES[0]) {
            return ELASTICITIES[0];
        }
        for (int i = 1; i <= last; i++) {
            if (vix < BIN_MIDDLES[i]) {
                double share = (vix - BIN_MIDDLES[i - 1]) / (BIN_MIDDLES[i] - BIN_MIDDLES[i - 1]);
                return ELASTICITIES[i - 1] + share * (ELASTICITIES[i] - ELASTICITIES[i - 1]);
            }
        }
        return ELASTICITIES[last];
    }

    /** VIX after a shock of {@code pointsAt17}: min(85, VIX0 exp(ln((17 + d)/17) E(VIX0)/E(17))); at 17 it is 17 + d. */
    public static double shockedVix(double vix, double pointsAt17) {
        if (vix == START) {
            return Math.min(CAP, START + pointsAt17);
        }
        double logMove = StrictMath.log((START + pointsAt17) / START);
        return replayedVix(vix, logMove, START);
    }

    /**
     * VIX after a log move that history saw from another start level: min(85, VIX0 exp(move E(VIX0)/E(start))). Above the
     * cap already, VIX does not fall for it.
     */
    public static double replayedVix(double vix, double logMove, double startLevel) {
        double shocked = vix * StrictMath.exp(logMove * elasticity(vix) / elasticity(startLevel));
        return Math.min(Math.max(CAP, vix), shocked);
    }

    /** VIX after a move of SPX by the table of 5.6: VIX0 exp(-E(VIX0) x return), at most 85, or where it stands above. */
    public static double mapped(double vix, double spxReturn) {
        return Math.min(Math.max(CAP, vix), vix * StrictMath.exp(-elasticity(vix) * spxReturn));
    }

    /** VVIX after a move of spot VIX: min(210, VVIX + 2.5 min(d, 20) + max(0, d - 20)) for d > 0, else unchanged. */
    public static double shockedVvix(double vvix, double vixMove) {
        if (vixMove <= 0) {
            return vvix;
        }
        double shocked = vvix + 2.5 * Math.min(vixMove, 20) + Math.max(0, vixMove - 20);
        return Math.min(Math.max(VVIX_CAP, vvix), shocked);
    }

    /** Power of VVIX'/VVIX on the volatility of a VIX option: min(1, sqrt(30/DTE)). */
    static double vixPower(int dte) {
        return Math.min(1, indexPower(dte));
    }

    /** Power of VIX'/VIX on SPX volatility: (30/DTE)^0.5. */
    static double indexPower(int dte) {
        return StrictMath.sqrt(30.0 / Math.max(1, dte));
    }

    /** Power of VIX'/VIX on a name's volatility: 0.55 (45/DTE)^0.35. */
    static double namePower(int dte) {
        return 0.55 * StrictMath.pow(45.0 / Math.max(1, dte), 0.35);
    }

    /** Volatility added to all strikes by a fall beyond 3 %: half a point for each further percent. */
    public static double skewAdd(double simpleReturn) {
        return 0.5 * Math.max(0, -simpleReturn - 0.03);
    }
}
