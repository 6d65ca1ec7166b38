package alvh.planner.sizing;

/**
 * A linear function of the units that lies nowhere above the objective without its line charges: the tail weights of any
 * plan, held fixed.
 */
record Plane(double constant, double[] slopes) {

    /** The plane that touches the objective at {@code units}. */
    static Plane at(SizingProblem problem, double[][] gain, double[] linear, int[] units) {
        int scenarios = problem.scenarios();
        double[] dual = new double[scenarios];
        Tail.cvar(problem.losses(units), problem.weights(), SizingProblem.ALPHA, dual, new int[scenarios]);
        double constant = 0;
        for (int s = 0; s < scenarios; s++) {
            constant += dual[s] * problem.baseLoss()[s];
        }
        double[] slopes = linear.clone();
        for (int j = 0; j < slopes.length; j++) {
            for (int s = 0; s < scenarios; s++) {
                slopes[j] -= dual[s] * gain[j][s];
            }
        }
        return new Plane(constant, slopes);
    }

    double value(int[] units) {
        double value = constant;
        for (int j = 0; j < units.length; j++) {
            value += slopes[j] * units[j];
        }
        return value;
    }

    /**
     * The most negative change that lines from {@code j} on could bring: at most {@code free} of them, each as far as the
     * budget goes, and all together not beyond the budget at the best rate of any. Never positive, never too small in
     * size.
     */
    static double bestGain(SizingProblem problem, double[] slopes, int j, int free, long budgetLeftE4) {
        double[] tops = new double[free];
        double bestRate = 0;
        boolean byRate = true;
        for (int k = j; k < slopes.length; k++) {
            if (slopes[k] >= 0) {
                continue;
            }
            SizingLine line = problem.lines().get(k);
            long charge = Math.max(line.flowCharge().e4(), line.stockCharge().e4());
            long least = Math.min(line.flowCharge().e4(), line.stockCharge().e4());
            double most = line.line().upper();
            if (least > 0 && !line.isRoll()) {
                most = Math.min(most, Math.max(0, budgetLeftE4) / charge);
                bestRate = Math.max(bestRate, -slopes[k] / charge);
            } else {
                byRate = false;
            }
            insert(tops, slopes[k] * most + SizingProblem.RHO);
        }
        double sum = 0;
        for (double top : tops) {
            sum += top;
        }
        return byRate ? Math.max(sum, -bestRate * Math.max(0, budgetLeftE4)) : sum;
    }

    /** Keeps the smallest of the values, all below zero. */
    private static void insert(double[] tops, double value) {
        double carry = Math.min(0, value);
        for (int i = 0; i < tops.length; i++) {
            if (carry < tops[i]) {
                double swap = tops[i];
                tops[i] = carry;
                carry = swap;
            }
        }
    }

}
