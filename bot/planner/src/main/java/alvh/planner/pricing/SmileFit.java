package alvh.planner.pricing;

import alvh.planner.market.Right;

/**
 * From the quotes of one expiry to its smile (methodology 5.4): out-of-the-money mids, each weighted by 1/spread^2 with
 * the spread expressed in volatility, which is the error that the fit sees; five points carry a parabola, two a line, one
 * a level.
 */
public final class SmileFit {

    private static final int FOR_PARABOLA = 5;
    private static final double LEAST_VEGA = 1e-6;

    private final double forward;
    private final double years;
    private final double rate;
    private final double tick;
    private final double[] k;
    private final double[] vols;
    private final double[] weights;
    private int points;

    private SmileFit(double forward, double years, double rate, double tick, int room) {
        this.forward = forward;
        this.years = years;
        this.rate = rate;
        this.tick = tick;
        k = new double[room];
        vols = new double[room];
        weights = new double[room];
    }

    /**
     * The smile of an expiry, or null when no quote carries a volatility. In-the-money quotes are used only where not one
     * out-of-the-money quote does: a held leg may be all that is quoted.
     */
    public static Smile fit(OptionQuotes quotes, double forward, double years, double rate, double tick) {
        if (!(years > 0) || !(forward > 0)) {
            return null;
        }
        SmileFit fit = new SmileFit(forward, years, rate, tick, quotes.size());
        fit.collect(quotes, true);
        if (fit.points == 0) {
            fit.collect(quotes, false);
        }
        return fit.smile();
    }

    /** Least squares through given volatilities, for callers that have them already; null when there is none. */
    public static Smile fit(double forward, double years, double[] strikes, double[] vols, double[] spreads) {
        SmileFit fit = new SmileFit(forward, years, 0, 0, strikes.length);
        for (int i = 0; i < strikes.length; i++) {
            fit.add(strikes[i], vols[i], spreads[i]);
        }
        return fit.smile();
    }

    private void collect(OptionQuotes quotes, boolean outOfTheMoney) {
        for (int i = 0; i < quotes.size(); i++) {
            double strike = quotes.strikes()[i];
            boolean call = strike >= forward == outOfTheMoney;
            double mid = quotes.mid(i, call);
            Right right = call ? Right.CALL : Right.PUT;
            if (mid == mid && ImpliedVol.of(mid, forward, strike, years, rate, tick,
                    right) instanceof Implied.Vol(double vol)) {
                double vega = 100 * Black76.vegaPerPoint(forward, strike, years, vol, rate);
                add(strike, vol, Math.max(quotes.spread(i, call), tick) / Math.max(vega, LEAST_VEGA));
            }
        }
    }

    private void add(double strike, double vol, double volSpread) {
        double weight = 1 / (volSpread * volSpread);
        if (vol > 0 && vol < Double.POSITIVE_INFINITY && weight > 0 && weight < Double.POSITIVE_INFINITY) {
            k[points] = StrictMath.log(strike / forward) / StrictMath.sqrt(years / Smile.MONTH);
            vols[points] = vol;
            weights[points++] = weight;
        }
    }

    private Smile smile() {
        if (points == 0) {
            return null;
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points; i++) {
            lowest = Math.min(lowest, k[i]);
            highest = Math.max(highest, k[i]);
        }
        int terms = points >= FOR_PARABOLA ? 3 : Math.min(points, 2);
        double[] abc = solve(terms);
        Smile.Shape shape = switch (terms) {
            case 3 -> Smile.Shape.QUADRATIC;
            case 2 -> Smile.Shape.LINEAR;
            default -> Smile.Shape.FLAT;
        };
        return Smile.fitted(years, abc[0], abc[1], abc[2], lowest, highest, shape, points);
    }

    /** Weighted normal equations of 1, 2 or 3 terms, by elimination with the largest pivot. */
    private double[] solve(int terms) {
        double[][] system = new double[terms][terms + 1];
        double total = 0;
        for (int i = 0; i < points; i++) {
            total += weights[i];
        }
        for (int i = 0; i < points; i++) {
            double[] powers = {1, k[i], k[i] * k[i]};
            for (int row = 0; row < terms; row++) {
                for (int column = 0; column < terms; column++) {
                    system[row][column] += weights[i] / total * powers[row] * powers[column];
                }
                system[row][terms] += weights[i] / total * powers[row] * vols[i];
            }
        }
        return eliminate(system);
    }

    private static double[] eliminate(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] swap = system[column];
            system[column] = system[pivot];
            system[pivot] = swap;
            for (int row = column + 1; row < n; row++) {
                double factor = system[row][column] / system[column][column];
                for (int c = column; c <= n; c++) {
                    system[row][c] -= factor * system[column][c];
                }
            }
        }
        double[] solution = new double[3];
        for (int row = n - 1; row >= 0; row--) {
            double rest = system[row][n];
            for (int c = row + 1; c < n; c++) {
                rest -= system[row][c] * solution[c];
            }
            solution[row] = rest / system[row][row];
        }
        return solution;
    }
}
