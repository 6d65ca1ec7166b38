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
}
