package alvh.simulator.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import alvh.planner.market.DailyBars;
import alvh.simulator.market.Chance;
import alvh.simulator.market.Intraday;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.SessionCalendar;

/** Bars of any size from the market's daily ones: joined to weeks and months, or cut within their sessions. */
final class BarMaker {

    /** @param time as it travels */
    record Made(String time, double open, double high, double low, double close) {}

    private final Market market;
    private final Chance chance;

    BarMaker(Market market) {
        this.market = market;
        this.chance = new Chance(market.spec().seed());
    }

    /** Sessions of an instrument from one date to another, the running one at the end; empty without a history. */
    List<DailyBars.Bar> days(Listing listing, LocalDate first, LocalDate last) {
        List<DailyBars.Bar> bars = new ArrayList<>(market.dailyBars(listing.key()).bars());
        market.todayBar(listing.key()).filter(bar -> bars.isEmpty() || bar.date().isAfter(bars.getLast().date()))
                .ifPresent(bars::add);
        bars.removeIf(bar -> bar.date().isBefore(first) || bar.date().isAfter(last));
        return bars;
    }

    /** The path of a session; of the running one as far as it has come. */
    Intraday path(Listing listing, DailyBars.Bar day) {
        return new Intraday(chance, listing.localSymbol(), day, market.now());
    }

    /** @param size in seconds, a day or more */
    static List<Made> joined(List<DailyBars.Bar> days, int size) {
        List<Made> made = new ArrayList<>();
        String open = "";
        for (DailyBars.Bar day : days) {
            String group = switch (size) {
                case BarSizes.WEEK -> day.date().get(IsoFields.WEEK_BASED_YEAR) + "w"
                        + day.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                case BarSizes.MONTH -> day.date().getYear() + "m" + day.date().getMonthValue();
                default -> day.date().toString();
            };
            if (group.equals(open)) {
                Made so = made.removeLast();
                made.add(new Made(Stamp.day(day.date()), so.open(), Math.max(so.high(), day.high()),
                        Math.min(so.low(), day.low()), day.close()));
            } else {
                made.add(new Made(Stamp.day(day.date()), day.open(), day.high(), day.low(), day.close()));
            }
            open = group;
        }
        return made;
    }

    /**
     * Bars within sessions; each begins at a whole multiple of its size by the clock, the first of a day at its open.
     *
     * @param size in seconds, less than a day
     */
    List<Made> cut(Listing listing, List<DailyBars.Bar> days, int size, Instant from, Instant to, boolean epoch) {
        List<Made> made = new ArrayList<>();
        for (DailyBars.Bar day : days) {
            Intraday path = path(listing, day);
            Instant begin = Intraday.open(day.date());
            while (begin.isBefore(path.end()) && begin.isBefore(to)) {
                Instant next = boundary(begin, size);
                Instant end = next.isBefore(path.end()) ? next : path.end();
                if (!begin.isBefore(from)) {
                    Intraday.Stretch s = path.between(begin, end.isBefore(to) ? end : to);
                    made.add(new Made(time(begin, epoch), s.open(), s.high(), s.low(), s.close()));
                }
                begin = next;
            }
        }
        return made;
    }

    static String time(Instant at, boolean epoch) {
        return epoch ? Long.toString(at.getEpochSecond()) : Stamp.eastern(at);
    }

    /** The next whole multiple of the size since midnight in New York. */
    static Instant boundary(Instant after, int size) {
        ZonedDateTime here = after.atZone(SessionCalendar.NEW_YORK);
        long since = here.toLocalTime().toSecondOfDay();
        long next = (since / size + 1) * size;
        return next >= BarSizes.DAY
                ? here.toLocalDate().plusDays(1).atStartOfDay(SessionCalendar.NEW_YORK).toInstant()
                : here.with(LocalTime.ofSecondOfDay(next)).toInstant();
    }

    Optional<LocalDate> first(Listing listing) {
        List<DailyBars.Bar> bars = market.dailyBars(listing.key()).bars();
        return bars.isEmpty() ? Optional.empty() : Optional.of(bars.getFirst().date());
    }
}
