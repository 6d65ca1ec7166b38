package alvh.planner.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;

/**
 * New supply of shares (methodology S43): five sessions before to ten after an IPO or the end of a lock-up, of a name
 * itself or of another company of its sector.
 */
public final class SupplyWindows {

    private static final int BEFORE = 5;
    private static final int AFTER = 10;
    /** Longer than ten sessions ever took; spares counting the sessions to every event of the file. */
    private static final int NEAR_DAYS = 30;

    private SupplyWindows() {}

    /**
     * The windows in which a name stands.
     *
     * @param sectors the user's sector of a symbol, null when unknown: then only the name's own events count
     * @return sentences, in order of the events
     */
    public static List<String> of(String symbol, LocalDate date, EventCalendar events, UnaryOperator<String> sectors,
            TradingCalendar calendar) {
        String sector = sectors.apply(symbol);
        List<String> windows = new ArrayList<>();
        for (ScheduledEvent event : events.events()) {
            boolean supply = (event.type() == Type.IPO || event.type() == Type.LOCKUP) && event.symbol() != null;
            boolean own = supply && event.symbol().equals(symbol);
            boolean near = supply && sector != null && sector.equals(sectors.apply(event.symbol()));
            LocalDate day = event.at().atZone(TradingCalendar.NEW_YORK).toLocalDate();
            boolean soon = Math.abs(ChronoUnit.DAYS.between(day, date)) <= NEAR_DAYS;
            if ((own || near) && soon && inside(calendar.sessionsBetween(day, date))) {
                windows.add(event.symbol() + " " + event.type() + " of " + day
                        + (own ? "" : " (" + sector + ", as " + symbol + ")"));
            }
        }
        return windows;
    }

    private static boolean inside(int passed) {
        return passed >= -BEFORE && passed <= AFTER;
    }
}
