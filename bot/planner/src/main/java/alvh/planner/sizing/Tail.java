package alvh.planner.sizing;

/** Conditional value at risk of a finite distribution, in the form of Rockafellar and Uryasev. */
final class Tail {
    private Tail() {}

    /** The mean of the worst {@code 1 - alpha} of the distribution of losses. */
    static double cvar(double[] losses, double[] weights, double alpha) {
        return cvar(losses, weights, alpha, new double[losses.length], new int[losses.length]);
    }

    /**
     * As above; {@code dual} receives the tail's weights q_s (adding up to 1, each at most pi_s/(1-alpha)), which are a
     * subgradient: cvar(L') >= sum q_s L'_s for every other L'.
     */
    static double cvar(double[] losses, double[] weights, double alpha, double[] dual, int[] order) {
        int n = losses.length;
        for (int i = 0; i < n; i++) {
            int at = i;
            while (at > 0 && losses[order[at - 1]] < losses[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
            dual[i] = 0;
        }
        double left = 1;
        double value = 0;
        for (int i = 0; i < n && left > 0; i++) {
            int s = order[i];
            double take = Math.min(left, weights[s] / (1 - alpha));
            dual[s] = take;
            value += take * losses[s];
            left -= take;
        }
        return value;
    }
}
