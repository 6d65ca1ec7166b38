package alvh.planner.signal;

/** Comparison with a threshold after rounding to 1e-9, so that 0.1 - 0.3 is -2 tenths and a CPU's last bit decides nothing. */
final class Compare {

    private static final double GRAIN = 1e9;

    private Compare() {}

    static double rounded(double value) {
        return StrictMath.rint(value * GRAIN) / GRAIN;
    }

    static boolean atLeast(double value, double threshold) {
        return rounded(value) >= threshold;
    }

    static boolean atMost(double value, double threshold) {
        return rounded(value) <= threshold;
    }
}
