package alvh.planner.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import alvh.planner.market.TradingCalendar;

/** Up to which date daily bars are complete: a bar of the running session is not a close yet. */
public final class LastClose {

    private static final LocalTime COMPLETE = LocalTime.of(16, 15);

    private LastClose() {}

    /** The New York date of {@code asOf} from 16:15 on, else the day before it; perhaps not a trading day. */
    public static LocalDate at(Instant asOf) {
        ZonedDateTime there = asOf.atZone(TradingCalendar.NEW_YORK);
        return there.toLocalTime().isBefore(COMPLETE) ? there.toLocalDate().minusDays(1) : there.toLocalDate();
    }
}
