package alvh.planner.plan;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.measure.Session;

/** The remembered closes as sessions: each pair of neighbours gives one result. */
public final class PastSessions {
    private PastSessions() {}

    /**
     * Hedge: change in marks less what was paid in. Book: what was received less the change in what closing it costs.
     * Idiosyncratic: the book's result less its beta-weighted delta of the close before times SPX's return.
     *
     * @param days oldest first
     */
    public static List<Session> of(List<Past.DayEntry> days) {
        List<Session> sessions = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            Past.DayEntry before = days.get(i - 1);
            Past.DayEntry day = days.get(i);
            double hedge = day.hedgeValue().minus(before.hedgeValue()).minus(day.hedgeFlow()).toDouble();
            double book = day.bookFlow().minus(day.bookValue().minus(before.bookValue())).toDouble();
            double market = before.bookDelta() * (day.spx() / before.spx() - 1);
            sessions.add(new Session(day.date(), before.netLiquidation().toDouble(), hedge, book, book - market));
        }
        return List.copyOf(sessions);
    }
}
