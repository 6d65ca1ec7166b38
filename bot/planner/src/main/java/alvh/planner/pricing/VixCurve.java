package alvh.planner.pricing;

import java.util.Arrays;

/**
 * The curve of forward VIX by time: linear from the spot through the monthly futures, flat after the last (methodology
 * 4.3), and how it answers a move of the spot (5.5).
 */
public final class VixCurve {

    private static final double FLOOR = 9;

    private final double[] years;
    private final double[] forwards;

    /**
     * @param spot the VIX index
     * @param years times of the monthlies, ascending and positive
     * @param forwards their forwards, in points
     */
    public VixCurve(double spot, double[] years, double[] forwards) {
        if (years.length != forwards.length || !(spot > 0)) {
            throw new IllegalArgumentException("a VIX curve needs a spot and as many times as forwards: spot " + spot
                    + ", " + years.length + " times, " + forwards.length + " forwards");
        }
        this.years = new double[years.length + 1];
        this.forwards = new double[years.length + 1];
        this.forwards[0] = spot;
        System.arraycopy(years, 0, this.years, 1, years.length);
        System.arraycopy(forwards, 0, this.forwards, 1, years.length);
        for (int i = 1; i < this.years.length; i++) {
            if (!(this.years[i] > this.years[i - 1]) || !(this.forwards[i] > 0)) {
                throw new IllegalArgumentException("a VIX curve needs ascending times and positive forwards: "
                        + Arrays.toString(this.years) + " " + Arrays.toString(this.forwards));
            }
        }
    }

    public double spot() {
        return forwards[0];
    }

    public int monthlies() {
        return years.length - 1;
    }

    /** Time of the last monthly in years; 0 when there is none. */
    public double lastYears() {
        return years[years.length - 1];
    }

    /** Forward VIX in points for a time in years; the spot at 0 and before. */
    public double forward(double time) {
        int last = years.length - 1;
        if (time <= 0) {
            return forwards[0];
        }
        if (time >= years[last]) {
            return forwards[last];
        }
        int right = 1;
        while (years[right] < time) {
            right++;
        }
        double share = (time - years[right - 1]) / (years[right] - years[right - 1]);
        return forwards[right - 1] + share * (forwards[right] - forwards[right - 1]);
    }

    /** How many points the forward at this time moves per point of spot VIX: 0.80 / (1 + 8 T). */
    public static double beta(double years) {
        return 0.80 / (1 + 8 * Math.max(0, years));
    }

    /**
     * The forward of an expiry that is {@code years} away today, after {@code horizonYears} and a spot move of
     * {@code vixMove} points: max(9, curve(T - h) + beta(T - h) * move).
     */
    public double shocked(double years, double horizonYears, double vixMove) {
        double left = Math.max(0, years - horizonYears);
        return Math.max(FLOOR, forward(left) + beta(left) * vixMove);
    }
}
