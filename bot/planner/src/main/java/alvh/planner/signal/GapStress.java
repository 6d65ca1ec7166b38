package alvh.planner.signal;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.DailyBars;

/**
 * How far a name may open away from its close (methodology F18): six EWMA standard deviations (half-life 63) of its
 * overnight log gaps, or its worst gap of three years where that was larger.
 *
 * @param deviation EWMA standard deviation of the log gaps, about zero
 * @param worst the largest of them, either way, in three years
 * @param stress the larger of 6 x deviation and worst, a positive log move
 */
public record GapStress(double deviation, double worst, double stress) {

    private static final double DEVIATIONS = 6;
    private static final double FADE = StrictMath.pow(0.5, 1.0 / 63);
    /** Ten half-lives: what is older weighs less than a thousandth. */
    private static final int MOST_GAPS = 630;
    private static final int LEAST_GAPS = 60;
    private static final int WORST_YEARS = 3;

    /**
     * From bars up to and with a day.
     *
     * @return null with fewer than 60 gaps, or when it never gapped
     */
    public static GapStress of(DailyBars bars, LocalDate last) {
        if (bars == null) {
            return null;
        }
        int n = bars.size();
        while (n > 0 && bars.bars().get(n - 1).date().isAfter(last)) {
            n--;
        }
        List<DailyBars.Bar> past = bars.bars().subList(0, n);
        double deviation = deviation(past, n);
        if (!(deviation > 0)) {
            return null;
        }
        double worst = 0;
        LocalDate from = last.minusYears(WORST_YEARS);
        for (int i = n - 1; i > 0 && past.get(i).date().isAfter(from); i--) {
            worst = Math.max(worst, Math.abs(gap(past, i)));
        }
        return new GapStress(deviation, worst, Math.max(DEVIATIONS * deviation, worst));
    }

    /** The log move from the close before to the open of bar i. */
    static double gap(List<DailyBars.Bar> bars, int i) {
        return StrictMath.log(bars.get(i).open() / bars.get(i - 1).close());
    }

    /** Of the gaps before bar {@code end}; NaN with fewer than 60. */
    static double deviation(List<DailyBars.Bar> bars, int end) {
        if (end < LEAST_GAPS + 1) {
            return Double.NaN;
        }
        double weights = 0;
        double sum = 0;
        double weight = 1;
        for (int i = end - 1; i >= Math.max(1, end - 1 - MOST_GAPS); i--) {
            double gap = gap(bars, i);
            weights += weight;
            sum += weight * gap * gap;
            weight *= FADE;
        }
        return StrictMath.sqrt(sum / weights);
    }

    /** The simple return of a gap down of that size. */
    public double down() {
        return StrictMath.exp(-stress) - 1;
    }
}
