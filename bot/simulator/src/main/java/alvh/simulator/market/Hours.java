package alvh.simulator.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sessions of a product, and the texts in which the broker tells them. New York times inside. */
final class Hours {

    private static final int DAYS = 6;
    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime GLOBAL_OPEN = LocalTime.of(20, 15);
    private static final LocalTime GLOBAL_CLOSE = LocalTime.of(9, 25);
    private static final LocalTime CURB_CLOSE = LocalTime.of(17, 0);
    private static final LocalTime FUTURES_OPEN = LocalTime.of(18, 0);
    private static final LocalTime SETTLE_AM = LocalTime.of(9, 30);
    private static final LocalTime LAST_FUTURE_TRADE = LocalTime.of(9, 0);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd:HHmm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private Hours() {}

    static Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, SessionCalendar.NEW_YORK).toInstant();
    }

    static Instant open(LocalDate day) {
        return at(day, OPEN);
    }

    /** End of the regular session of a product that settles on the given date (null: stocks and indices). */
    static LocalTime close(boolean index, boolean amSettled, LocalDate settlement, LocalDate day) {
        boolean lastDay = day.equals(settlement) && !amSettled;
        return index && !lastDay ? SessionCalendar.indexOptionClose(day) : SessionCalendar.stockClose(day);
    }

    /** The instant at which a derivative's value is fixed. */
    static Instant settles(boolean amSettled, LocalDate settlement) {
        return at(settlement, amSettled ? SETTLE_AM : SessionCalendar.stockClose(settlement));
    }

    /** True inside the regular session of the listing. */
    static boolean isOpen(Listing listing, boolean index, boolean am, Instant now) {
        ZonedDateTime here = now.atZone(SessionCalendar.NEW_YORK);
        LocalDate day = here.toLocalDate();
        boolean expired = listing.lastTradeDate() != null && day.isAfter(listing.lastTradeDate());
        if (expired || !SessionCalendar.isSession(day)) {
            return false;
        }
        LocalTime time = here.toLocalTime();
        return !time.isBefore(OPEN) && time.isBefore(close(index, am, listing.settlementDate(), day));
    }

    static String liquid(Listing listing, boolean index, boolean am, LocalDate today) {
        ZoneId zone = ZoneId.of(listing.timeZoneId());
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = today.plusDays(i);
            parts.add(trades(listing, day)
                    ? span(day, OPEN, day, close(index, am, listing.settlementDate(), day), zone)
                    : DATE.format(day) + ":CLOSED");
        }
        return String.join(";", parts);
    }

    static String trading(Listing listing, boolean index, boolean am, LocalDate today) {
        if (!index) {
            return liquid(listing, false, am, today);
        }
        ZoneId zone = ZoneId.of(listing.timeZoneId());
        boolean future = listing.secType().equals("FUT");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = today.plusDays(i);
            if (trades(listing, day)) {
                parts.addAll(sessions(listing, am, future, day, zone));
            } else {
                parts.add(DATE.format(day) + ":CLOSED");
            }
        }
        return String.join(";", parts);
    }

    private static List<String> sessions(Listing listing, boolean am, boolean future, LocalDate day, ZoneId zone) {
        LocalDate eve = day.minusDays(1);
        if (future && day.equals(listing.settlementDate())) {
            return List.of(span(eve, FUTURES_OPEN, day, LAST_FUTURE_TRADE, zone));
        }
        LocalTime close = close(true, am, listing.settlementDate(), day);
        boolean shortDay = SessionCalendar.isEarlyClose(day) || day.equals(listing.settlementDate());
        return List.of(
                span(eve, future ? FUTURES_OPEN : GLOBAL_OPEN, day, future ? OPEN : GLOBAL_CLOSE, zone),
                span(day, OPEN, day, shortDay ? close : CURB_CLOSE, zone));
    }

    private static boolean trades(Listing listing, LocalDate day) {
        return SessionCalendar.isSession(day)
                && (listing.lastTradeDate() == null || !day.isAfter(listing.lastTradeDate()));
    }

    private static String span(LocalDate fromDay, LocalTime from, LocalDate toDay, LocalTime to, ZoneId zone) {
        return STAMP.format(at(fromDay, from).atZone(zone)) + "-" + STAMP.format(at(toDay, to).atZone(zone));
    }
}
