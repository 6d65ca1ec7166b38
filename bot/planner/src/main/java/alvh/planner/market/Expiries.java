package alvh.planner.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Settlement dates by the exchange's rules (methodology 7.2), to be compared with the broker's contract details. */
public final class Expiries {

    private static final int VIX_DAYS_BEFORE_SPX = 30;

    private final TradingCalendar calendar;

    public Expiries(TradingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The month's third Friday, or the trading day before it: standard SPX and stock options settle on it. */
    public LocalDate thirdFriday(YearMonth month) {
        return calendar.onOrBefore(month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY)));
    }

    /**
     * Settlement of the month's VIX options and VX future: 30 days before the next month's third Friday, a Wednesday. A
     * holiday on that Friday, or on the Wednesday itself, makes it the Tuesday (2025-03-18, 2024-06-18).
     */
    public LocalDate vixMonthly(YearMonth month) {
        return calendar.onOrBefore(thirdFriday(month.plusMonths(1)).minusDays(VIX_DAYS_BEFORE_SPX));
    }

    /** The next {@code count} monthly VIX settlements on or after {@code from}. */
    public List<LocalDate> vixMonthlies(LocalDate from, int count) {
        List<LocalDate> dates = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); dates.size() < count; month = month.plusMonths(1)) {
            LocalDate date = vixMonthly(month);
            if (!date.isBefore(from)) {
                dates.add(date);
            }
        }
        return List.copyOf(dates);
    }

    public boolean isVixMonthly(LocalDate date) {
        return date.equals(vixMonthly(YearMonth.from(date)));
    }

    /** Settlement of a weekly VIX option in the week of {@code day}: 30 days before a Friday, with the same logic. */
    public LocalDate vixWeekly(LocalDate day) {
        LocalDate friday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(2)
                .plusDays(VIX_DAYS_BEFORE_SPX);
        return calendar.onOrBefore(calendar.onOrBefore(friday).minusDays(VIX_DAYS_BEFORE_SPX));
    }

    /** The last day on which an option or future trades: the day before settlement where the value is set at the open. */
    public LocalDate lastTradeDate(InstrumentKey key) {
        LocalDate settlement = key.settlementDate();
        boolean option = key.isOption();
        return option && ContractRules.settlement(key.root()) == SettlementStyle.AM
                ? calendar.previous(settlement)
                : settlement;
    }
}
