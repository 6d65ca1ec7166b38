package alvh.planner.layer;

/** The volatility regime of one moment (methodology 2.1); two closes confirm it. */
public final class Regimes {
    private static final double PANIC_VIX = 35;
    private static final double PANIC_RATIO = 1.10;
    private static final double STRESSED_VIX = 22;
    private static final double STRESSED_RATIO = 0.98;
    private static final double CALM_VIX = 16;
    private static final double CALM_RATIO = 0.92;

    private Regimes() {}

    /**
     * @param vix spot VIX in points, {@code ratio} VIX/VIX3M; NaN compares with nothing
     * @return NORMAL when nothing is known
     */
    public static Regime of(double vix, double ratio) {
        if (vix >= PANIC_VIX || ratio >= PANIC_RATIO) {
            return Regime.PANIC;
        }
        if (vix >= STRESSED_VIX || ratio >= STRESSED_RATIO) {
            return Regime.STRESSED;
        }
        return vix < CALM_VIX && ratio < CALM_RATIO ? Regime.CALM : Regime.NORMAL;
    }
}
