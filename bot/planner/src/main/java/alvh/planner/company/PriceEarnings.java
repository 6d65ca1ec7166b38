package alvh.planner.company;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

import alvh.planner.market.DailyBars;

/**
 * Whether a price is low against what the company earns, by its own history (methodology F7): pe = P / EPS of twelve
 * months, z = (ln pe - median) / (1.4826 MAD) of ln pe at the month ends of five years.
 */
public final class PriceEarnings {

    public static final String NAME = "P/E compression";
    private static final String UNIT = "deviations";
    private static final int MONTHS = 60;
    private static final int LEAST = 36;
    private static final double COMPRESSED = -1.0;
    private static final double NORMAL_CONSISTENT = 1.4826;
    /** Below this the history does not vary: a deviation of it would be rounding. */
    private static final double LEAST_MAD = 1e-9;

    private PriceEarnings() {}

    /**
     * @param bars daily closes, dollars, adjusted; null when there are none
     * @param price dollars now
     * @param earnings by date of publication: none is used before it was known
     * @param today months before its own count as complete
     * @return z with the flag z <= -1.0, and among its inputs the percentile of today's ratio (0 to 100, ties count half)
     */
    public static Figure compression(DailyBars bars, double price, List<Company.Dated> earnings, LocalDate today) {
        double eps = earningsAt(earnings, today);
        if (Double.isNaN(eps)) {
            return Figure.missing(NAME, UNIT, "no earnings in the fundamentals file");
        }
        Figure.Input perShare = new Figure.Input("EPS of 12 months", eps, "USD");
        if (!(eps > 0)) {
            return Figure.missing(NAME, UNIT, List.of(perShare), "earnings are not positive: no P/E");
        }
        if (!(price > 0)) {
            return Figure.missing(NAME, UNIT, List.of(perShare), "no price");
        }
        double[] history = bars == null ? new double[0] : history(bars, earnings, today);
        if (history.length < LEAST) {
            return Figure.missing(NAME, UNIT, List.of(perShare), history.length
                    + " months with price and positive earnings, needs " + LEAST);
        }
        return compare(StrictMath.log(price / eps), history, perShare, price / eps);
    }

    private static Figure compare(double now, double[] history, Figure.Input perShare, double ratio) {
        double middle = median(history);
        double mad = median(Arrays.stream(history).map(x -> Math.abs(x - middle)).toArray());
        double below = Arrays.stream(history).map(x -> x < now ? 1 : x == now ? 0.5 : 0).sum();
        List<Figure.Input> inputs = List.of(perShare, new Figure.Input("P/E", ratio, ""),
                new Figure.Input("median P/E", StrictMath.exp(middle), ""),
                new Figure.Input("MAD of ln P/E", mad, ""),
                new Figure.Input("percentile", 100 * below / history.length, "%"),
                new Figure.Input("months", history.length, ""));
        if (mad < LEAST_MAD) {
            return Figure.missing(NAME, UNIT, inputs, "the P/E of five years does not vary");
        }
        double z = (now - middle) / (NORMAL_CONSISTENT * mad);
        return new Figure(NAME, z, UNIT, z <= COMPRESSED + 1e-9, inputs, null);
    }

    /** ln pe at the last close of each of the 60 months before today's. */
    private static double[] history(DailyBars bars, List<Company.Dated> earnings, LocalDate today) {
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS);
        YearMonth present = YearMonth.from(today);
        double[] samples = new double[MONTHS];
        int n = 0;
        for (int i = 0; i < bars.size(); i++) {
            DailyBars.Bar bar = bars.bars().get(i);
            YearMonth month = YearMonth.from(bar.date());
            boolean last = i + 1 == bars.size() || !YearMonth.from(bars.bars().get(i + 1).date()).equals(month);
            double eps = earningsAt(earnings, bar.date());
            if (last && !month.isBefore(first) && month.isBefore(present) && eps > 0 && bar.close() > 0) {
                samples[n++] = StrictMath.log(bar.close() / eps);
            }
        }
        return Arrays.copyOf(samples, n);
    }

    /** The last word published by a date, NaN before the first. */
    static double earningsAt(List<Company.Dated> earnings, LocalDate date) {
        double eps = Double.NaN;
        LocalDate published = null;
        for (Company.Dated dated : earnings) {
            boolean later = !dated.date().isAfter(date) && (published == null || !dated.date().isBefore(published));
            if (later) {
                eps = dated.dollars();
                published = dated.date();
            }
        }
        return eps;
    }

    /** Of at least one value; the mean of the two in the middle of an even number. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
