package alvh.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which settlement dates and strikes are listed in a class on a day. */
final class Expirations {

    private static final int MONTHLIES = 12;
    private static final int FUTURE_MONTHS = 9;

    private Expirations() {}

    /** Settlement dates listed on {@code today}, ascending. A contract leaves the list after its last trading day. */
    static List<LocalDate> listed(Product product, LocalDate today) {
        SortedSet<LocalDate> dates = switch (product.root()) {
            case "VIX" -> vixMonthlies(today, MONTHLIES);
            case "VX" -> vixMonthlies(today, FUTURE_MONTHS);
            case "VIXW" -> vixWeeklies(today);
            case "SPX" -> monthlies(today, MONTHLIES);
            case "SPXW", "XSP" -> pmDates(today);
            default -> nameDates(today);
        };
        dates.removeIf(date -> lastTrade(product, date).isBefore(today));
        return List.copyOf(dates);
    }

    /** The last day on which it can be traded. */
    static LocalDate lastTrade(Product product, LocalDate settlement) {
        if (product.isFuture()) {
            return settlement;
        }
        return product.amSettled() ? SessionCalendar.previous(settlement) : settlement;
    }

    private static SortedSet<LocalDate> vixMonthlies(LocalDate today, int count) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        LocalDate month = today.withDayOfMonth(1);
        while (dates.size() < count) {
            LocalDate date = SessionCalendar.vixExpiry(month.getYear(), month.getMonthValue());
            if (date.isAfter(today)) {
                dates.add(date);
            }
            month = month.plusMonths(1);
        }
        return dates;
    }

    private static SortedSet<LocalDate> vixWeeklies(LocalDate today) {
        SortedSet<LocalDate> monthly = vixMonthlies(today, 3);
        SortedSet<LocalDate> dates = new TreeSet<>();
        LocalDate wednesday = today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        for (int week = 0; week < 5; week++) {
            LocalDate date = SessionCalendar.onOrBefore(wednesday.plusWeeks(week));
            if (!monthly.contains(date)) {
                dates.add(date);
            }
        }
        return dates;
    }

    private static SortedSet<LocalDate> monthlies(LocalDate today, int count) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        LocalDate month = today.withDayOfMonth(1);
        while (dates.size() < count) {
            LocalDate date = SessionCalendar.monthlyExpiry(month.getYear(), month.getMonthValue());
            if (!date.isBefore(today)) {
                dates.add(date);
            }
            month = month.plusMonths(1);
        }
        return dates;
    }

    private static SortedSet<LocalDate> fridays(LocalDate today, int count) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        for (int week = 0; week < count; week++) {
            dates.add(SessionCalendar.onOrBefore(friday.plusWeeks(week)));
        }
        return dates;
    }

    private static SortedSet<LocalDate> pmDates(LocalDate today) {
        SortedSet<LocalDate> dates = fridays(today, 6);
        LocalDate day = SessionCalendar.isSession(today) ? today : SessionCalendar.next(today);
        for (int i = 0; i < 5; i++) {
            dates.add(day);
            day = SessionCalendar.next(day);
        }
        dates.addAll(monthlies(today, 6));
        for (int month = 0; month < 6; month++) {
            dates.add(SessionCalendar.onOrBefore(
                    today.withDayOfMonth(1).plusMonths(month).with(TemporalAdjusters.lastDayOfMonth())));
        }
        return dates;
    }

    private static SortedSet<LocalDate> nameDates(LocalDate today) {
        SortedSet<LocalDate> dates = fridays(today, 4);
        dates.addAll(monthlies(today, 5));
        return dates;
    }

    /** Strikes listed for one date, ascending, in points. */
    static List<Double> strikes(Product product, LocalDate settlement, LocalDate today, double spot) {
        long days = ChronoUnit.DAYS.between(today, settlement);
        SortedSet<Double> strikes = new TreeSet<>();
        switch (product.root()) {
            case "VIX", "VIXW" -> vixStrikes(strikes);
            case "SPX", "SPXW" -> {
                range(strikes, spot, 0.55, 1.20, 100);
                range(strikes, spot, 0.80, 1.08, 25);
                if (days <= 7) {
                    range(strikes, spot, 0.98, 1.02, 5);
                }
            }
            case "XSP" -> {
                range(strikes, spot, 0.70, 1.12, 5);
                if (days <= 30) {
                    range(strikes, spot, 0.95, 1.04, 1);
                }
            }
            default -> range(strikes, spot, 0.78, 1.22, spot < 25 ? 0.5 : spot < 200 ? 1 : spot < 500 ? 2.5 : 5);
        }
        return List.copyOf(strikes);
    }

    private static void vixStrikes(SortedSet<Double> strikes) {
        List<double[]> parts = new ArrayList<>();
        parts.add(new double[]{9, 16, 0.5});
        parts.add(new double[]{16, 30, 1});
        parts.add(new double[]{30, 50, 2.5});
        parts.add(new double[]{50, 100, 5});
        for (double[] part : parts) {
            for (double strike = part[0]; strike <= part[1]; strike += part[2]) {
                strikes.add(strike);
            }
        }
    }

    private static void range(SortedSet<Double> strikes, double spot, double from, double to, double step) {
        for (double strike = Math.ceil(spot * from / step) * step; strike <= spot * to; strike += step) {
            strikes.add(strike);
        }
    }
}
