package alvh.planner.scenario;

import java.time.LocalDate;
import java.util.Comparator;

import alvh.planner.market.InstrumentKey;

/** One expiry of one trading class; SPX and SPXW of one date are two, because they settle at different hours. */
public record ExpiryId(String tradingClass, LocalDate settlement) implements Comparable<ExpiryId> {

    private static final Comparator<ExpiryId> ORDER = Comparator.comparing(ExpiryId::tradingClass)
            .thenComparing(ExpiryId::settlement);

    public static ExpiryId of(InstrumentKey option) {
        return new ExpiryId(option.root(), option.settlementDate());
    }

    @Override
    public int compareTo(ExpiryId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return tradingClass + " " + settlement;
    }
}
