package alvh.planner.market;

import java.time.LocalDate;
import java.util.List;

/** Daily bars of one instrument, oldest first, one per trading day, adjusted for splits and dividends. */
public record DailyBars(InstrumentKey key, List<Bar> bars) {

    /** One trading day; prices in points. */
    public record Bar(LocalDate date, double open, double high, double low, double close) {}

    public DailyBars {
        bars = List.copyOf(bars);
        for (int i = 1; i < bars.size(); i++) {
            if (!bars.get(i).date().isAfter(bars.get(i - 1).date())) {
                throw new IllegalArgumentException(key + ": bars out of order at " + bars.get(i).date());
            }
        }
    }

    public int size() {
        return bars.size();
    }

    /** Closes, oldest first. */
    public double[] closes() {
        return bars.stream().mapToDouble(Bar::close).toArray();
    }
}
