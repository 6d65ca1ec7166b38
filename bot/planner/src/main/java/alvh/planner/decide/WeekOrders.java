package alvh.planner.decide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.TradingCalendar;

/** What the week has sent already: a layer may send so many buy orders a week and no more (S35). */
public final class WeekOrders {
    private WeekOrders() {}

    /** Monday of the trade date's week. */
    private static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * Buy orders by layer since Monday (S35): those at work and those that bought something. A roll in one order changes
     * the date of what is held and is no add; an order that ended without a fill added nothing.
     */
    public static SortedMap<LayerId, Integer> buys(Ledger ledger, LocalDate today) {
        SortedMap<LayerId, Integer> buys = new TreeMap<>();
        for (LayerId layer : LayerId.values()) {
            buys.put(layer, 0);
        }
        for (Ledger.Intent intent : ledger.memory().intents().values()) {
            BookedEvent.IntentReserved reserved = intent.reserved();
            boolean bought = !intent.closed() || ledger.lots().containsKey("H." + reserved.intentId());
            if (reserved.effect() == BookedEvent.Effect.OPEN && bought && thisWeek(reserved, today)) {
                buys.merge(reserved.layer(), 1, Integer::sum);
            }
        }
        return buys;
    }

    /** Whether a thing was booked since Monday, by New York's date. */
    public static boolean thisWeek(BookedEvent event, LocalDate today) {
        return !TradingCalendar.newYork(event.at()).isBefore(monday(today));
    }
}
