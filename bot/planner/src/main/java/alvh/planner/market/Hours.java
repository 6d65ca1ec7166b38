package alvh.planner.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Regular sessions and the bot's own order windows (methodology 7.3), to be met with the broker's trading hours of the
 * day. No session on a closed day.
 */
public final class Hours {

    /** From open (inclusive) to close (exclusive). */
    public record Session(Instant open, Instant close) {

        public boolean contains(Instant instant) {
            return !instant.isBefore(open) && instant.isBefore(close);
        }
    }

    private static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime STOCK_CLOSE = LocalTime.of(16, 0);
    private static final LocalTime INDEX_CLOSE = LocalTime.of(16, 15);
    private static final int INDEX_MINUTES_LONGER = 15;
    private static final LocalTime FIRST_BUY = LocalTime.of(9, 45);
    private static final LocalTime FIRST_SALE = LocalTime.of(9, 31);
    private static final int NO_BUYS_LAST_MINUTES = 15;
    private static final int NO_SALES_LAST_MINUTES = 5;

    private final TradingCalendar calendar;

    public Hours(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The regular session of an instrument on a date: empty when closed, or past its last trading day. */
    public Optional<Session> regular(InstrumentKey key, LocalDate date) {
        boolean dated = switch (key.secType()) {
            case OPTION, FUTURE -> true;
            case STOCK, INDEX -> false;
        };
        if (!dated) {
            return session(date, OPEN, key.secType() == SecType.INDEX ? indexClose(date) : stockClose(date));
        }
        LocalDate last = new Expiries(calendar).lastTradeDate(key);
        if (date.isAfter(last) || date.equals(last) && key.secType() == SecType.FUTURE) {
            return Optional.empty();
        }
        boolean expiring = date.equals(key.settlementDate());
        return session(date, OPEN, expiring ? stockClose(date) : classClose(key.root(), date));
    }

    /** The regular session of a trading class on a date, for contracts that do not expire on it. */
    public Optional<Session> regular(String tradingClass, LocalDate date) {
        return session(date, OPEN, classClose(tradingClass, date));
    }

    /** 09:45 to 15:45 (12:45 on an early day): when anything may be bought. */
    public Optional<Session> buyWindow(LocalDate date) {
        return session(date, FIRST_BUY, stockClose(date).minusMinutes(NO_BUYS_LAST_MINUTES));
    }

    /** 09:31 to 16:10 (13:10 on an early day): when owned index options may be sold. */
    public Optional<Session> saleWindow(LocalDate date) {
        return session(date, FIRST_SALE, indexClose(date).minusMinutes(NO_SALES_LAST_MINUTES));
    }

    private LocalTime classClose(String tradingClass, LocalDate date) {
        boolean longer = ContractRules.isIndexOption(tradingClass)
                || ContractRules.settlement(tradingClass) == SettlementStyle.AM;
        return longer ? indexClose(date) : stockClose(date);
    }

    private LocalTime stockClose(LocalDate date) {
        return calendar.isEarlyClose(date) ? TradingCalendar.EARLY_CLOSE : STOCK_CLOSE;
    }

    private LocalTime indexClose(LocalDate date) {
        return calendar.isEarlyClose(date)
                ? TradingCalendar.EARLY_CLOSE.plusMinutes(INDEX_MINUTES_LONGER)
                : INDEX_CLOSE;
    }

    private Optional<Session> session(LocalDate date, LocalTime open, LocalTime close) {
        return calendar.isTradingDay(date)
                ? Optional.of(new Session(at(date, open), at(date, close)))
                : Optional.empty();
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(TradingCalendar.NEW_YORK).toInstant();
    }
}
