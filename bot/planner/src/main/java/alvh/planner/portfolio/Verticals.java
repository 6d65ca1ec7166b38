package alvh.planner.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;

/**
 * Pairs of a short and a long option of one right, and the pairs of such pairs: equal quantities first, then what matches
 * of unequal ones. Among several candidates: opened together, then the nearest strike.
 */
final class Verticals {

    private static final int TOGETHER_SESSIONS = 2;

    private final String underlying;
    private final List<Holding> holdings;
    private final TradingCalendar calendar;

    Verticals(String underlying, List<Holding> holdings, TradingCalendar calendar) {
        this.underlying = underlying;
        this.holdings = holdings;
        this.calendar = calendar;
    }

    /** Short nearer the money, long further out, same class and expiry. */
    List<Found> credit(Right right) {
        StructureType type = right == Right.PUT ? StructureType.PUT_SPREAD : StructureType.CALL_SPREAD;
        return pair(type, right, (sold, bought) -> sameSeries(sold, bought) && protects(sold, bought),
                "ratio: the paired part only");
    }

    /** Short further out than the long: a debit trade, so its short leg is no income. */
    List<Found> debit(Right right) {
        return pair(StructureType.LOOSE, right, Verticals::sameSeries, null).stream()
                .map(found -> found.with("debit spread")).toList();
    }

    List<Found> calendars(Right right) {
        return pair(StructureType.CALENDAR, right,
                (sold, bought) -> !sold.settlementDate().equals(bought.settlementDate()), null);
    }

    private static boolean sameSeries(InstrumentKey one, InstrumentKey other) {
        return one.root().equals(other.root()) && one.settlementDate().equals(other.settlementDate());
    }

    private static boolean protects(InstrumentKey sold, InstrumentKey bought) {
        return sold.right() == Right.PUT
                ? bought.strikeMilli() < sold.strikeMilli()
                : bought.strikeMilli() > sold.strikeMilli();
    }

    private List<Found> pair(StructureType type, Right right, BiPredicate<InstrumentKey, InstrumentKey> fits,
            String unequalRemark) {
        List<Found> found = new ArrayList<>();
        for (boolean equalOnly : new boolean[]{true, false}) {
            for (Holding sold : holdings) {
                Holding bought = sold.isShort(right) ? best(sold, right, fits, equalOnly) : null;
                while (bought != null) {
                    boolean unequal = sold.units() != bought.units();
                    Found pair = take(type, sold, bought);
                    found.add(unequal && unequalRemark != null ? pair.with(unequalRemark) : pair);
                    bought = best(sold, right, fits, equalOnly);
                }
            }
        }
        return found;
    }

    private Holding best(Holding sold, Right right, BiPredicate<InstrumentKey, InstrumentKey> fits,
            boolean equalOnly) {
        if (sold.units() == 0) {
            return null;
        }
        return holdings.stream().filter(h -> h.isLong(right) && h.units() > 0 && fits.test(sold.key(), h.key()))
                .filter(h -> !equalOnly || h.units() == sold.units())
                .min(Comparator.comparing((Holding h) -> together(Found.dates(sold, h)) ? 0 : 1)
                        .thenComparing(h -> Math.abs(h.key().strikeMilli() - sold.key().strikeMilli()))
                        .thenComparing(Holding::key))
                .orElse(null);
    }

    private Found take(StructureType type, Holding sold, Holding bought) {
        long units = Math.min(sold.units(), bought.units());
        return new Found(type, underlying, units, List.of(Found.leg(sold, units, 1), Found.leg(bought, units, 1)),
                Found.dates(sold, bought), List.of());
    }

    /** Known dates lie within two sessions; an unknown one is taken as satisfied. */
    private boolean together(List<LocalDate> dates) {
        LocalDate first = null;
        LocalDate last = null;
        for (LocalDate date : dates) {
            if (date != null) {
                first = first == null || date.isBefore(first) ? date : first;
                last = last == null || date.isAfter(last) ? date : last;
            }
        }
        return first == null || calendar.sessionsBetween(first, last) <= TOGETHER_SESSIONS;
    }

    /** Put and call spreads of equal quantity, opened together, become condors and flies; the rest stays as it is. */
    List<Found> irons(List<Found> puts, List<Found> calls) {
        List<Found> result = new ArrayList<>();
        List<Found> left = new ArrayList<>(calls);
        for (Found put : puts) {
            Found call = left.stream().filter(c -> iron(put, c)).findFirst().orElse(null);
            left.remove(call);
            result.add(call == null ? put : join(put, call));
        }
        result.addAll(left);
        return result;
    }

    private boolean iron(Found put, Found call) {
        InstrumentKey putKey = put.first(Side.SELL).key();
        InstrumentKey callKey = call.first(Side.SELL).key();
        List<LocalDate> dates = new ArrayList<>(put.opened());
        dates.addAll(call.opened());
        return sameSeries(putKey, callKey) && put.units() == call.units()
                && putKey.strikeMilli() <= callKey.strikeMilli() && together(dates);
    }

    private static Found join(Found put, Found call) {
        boolean fly = put.first(Side.SELL).key().strikeMilli() == call.first(Side.SELL).key().strikeMilli();
        List<Found.FoundLeg> legs = new ArrayList<>(put.legs());
        legs.addAll(call.legs());
        List<LocalDate> opened = new ArrayList<>(put.opened());
        opened.addAll(call.opened());
        List<String> remarks = new ArrayList<>(put.remarks());
        remarks.addAll(call.remarks());
        Found joined = new Found(fly ? StructureType.IRON_FLY : StructureType.IRON_CONDOR, put.underlying(),
                put.units(), legs, opened, remarks.stream().distinct().toList());
        return joined.openedUnknown() ? joined.with("opened=UNKNOWN") : joined;
    }
}
