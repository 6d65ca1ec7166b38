package alvh.planner.pricing;

import java.util.List;

/**
 * The cash dividends that a share is expected to go without, by ex-date (methodology 5.3). Years ACT/365 from the moment of
 * valuation, cash in points per share.
 */
public final class Dividends {

    public static final Dividends NONE = new Dividends(List.of());

    final double[] years;
    final double[] cash;

    /** @param years from now to the ex-date's opening */
    public record One(double years, double cash) {}

    public Dividends(List<One> dividends) {
        List<One> usable = dividends.stream().filter(d -> d.years() > 0 && d.cash() > 0).toList();
        years = usable.stream().mapToDouble(One::years).toArray();
        cash = usable.stream().mapToDouble(One::cash).toArray();
    }

    /** Whether an ex-date lies after {@code from} and not after {@code to}. */
    public boolean between(double from, double to) {
        for (double year : years) {
            if (year > from && year <= to) {
                return true;
            }
        }
        return false;
    }

    /** Value at time {@code from} of the dividends after it and not after {@code to}. */
    public double presentValue(double from, double to, double rate) {
        double value = 0;
        for (int i = 0; i < years.length; i++) {
            if (years[i] > from && years[i] <= to) {
                value += cash[i] * StrictMath.exp(-rate * (years[i] - from));
            }
        }
        return value;
    }

    public int size() {
        return years.length;
    }
}
