package alvh.planner.signal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Daily values up to the moment that is looked at, oldest first.
 *
 * @param missing why there are none, or why they cannot stand for this moment; null when they can
 */
record Series(String name, List<LocalDate> dates, double[] values, String missing) {

    int size() {
        return values.length;
    }

    double last() {
        return values[values.length - 1];
    }

    /** The value {@code n} days before the last. */
    double back(int n) {
        return values[values.length - 1 - n];
    }

    LocalDate lastDate() {
        return dates.get(dates.size() - 1);
    }

    /** Without the last {@code n} days. */
    Series before(int n) {
        return new Series(name, dates.subList(0, size() - n), Arrays.copyOf(values, size() - n), missing);
    }

    /** Why this series is not enough: what {@link #missing} says, or fewer days than needed; null when it is. */
    String shortOf(int needed) {
        if (missing != null) {
            return missing;
        }
        return size() < needed ? size() + " daily bars of " + name + ", needs " + needed : null;
    }
}
