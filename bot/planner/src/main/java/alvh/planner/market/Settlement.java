package alvh.planner.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** The instant at which an option or future ends, and how far away that is (methodology 5.1, 5.2, 7.2). */
public final class Settlement {

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final double MINUTES_PER_YEAR = 365.0 * 24 * 60;

    private final TradingCalendar calendar;

    public Settlement(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** 09:30 New York for VIX, VIXW, SPX and futures; 16:00, or 13:00 on an early day, for SPXW, XSP and stocks. */
    public Instant settlesAt(InstrumentKey key) {
        return settlesAt(key.root(), key.settlementDate());
    }

    public Instant settlesAt(String tradingClass, LocalDate settlement) {
        LocalTime time = switch (ContractRules.settlement(tradingClass)) {
            case AM -> OPEN;
            case PM -> calendar.isEarlyClose(settlement) ? TradingCalendar.EARLY_CLOSE : CLOSE;
        };
        return settlement.atTime(time).atZone(TradingCalendar.NEW_YORK).toInstant();
    }

    /** Calendar days from {@code asOf}'s New York date to the settlement date; negative when it has passed. */
    public static int dte(Instant asOf, InstrumentKey key) {
        return dte(asOf, key.settlementDate());
    }

    public static int dte(Instant asOf, LocalDate settlement) {
        LocalDate today = asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate();
        return Math.toIntExact(ChronoUnit.DAYS.between(today, settlement));
    }

    /** Time to the settlement instant in years, ACT/365 counted in whole minutes; 0 or negative when it has passed. */
    public double expiryYears(Instant asOf, InstrumentKey key) {
        return expiryYears(asOf, key.root(), key.settlementDate());
    }

    public double expiryYears(Instant asOf, String tradingClass, LocalDate settlement) {
        return Duration.between(asOf, settlesAt(tradingClass, settlement)).toMinutes() / MINUTES_PER_YEAR;
    }
}
