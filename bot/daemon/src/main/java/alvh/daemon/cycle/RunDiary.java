package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.market.TradingCalendar;

/** Which daily windows have had their one outcome; read from the journal, never from the scheduler. */
final class RunDiary {

    private static final LocalTime WINDOW_END = LocalTime.of(11, 0);
    private static final Set<String> DAILY = Set.of("DAILY", "WEEKLY");

    private final Set<LocalDate> daily = new HashSet<>();
    private final Set<String> weeks = new HashSet<>();
    private Instant waiting;

    private RunDiary() {}

    static RunDiary of(List<JournalRecord> past) {
        RunDiary diary = new RunDiary();
        past.forEach(diary::take);
        return diary;
    }

    void take(JournalRecord entry) {
        if (entry instanceof JournalRecord.Outcome o && DAILY.contains(o.job())) {
            daily.add(o.tradeDate());
            if (o.job().equals("WEEKLY")) {
                weeks.add(week(o.tradeDate()));
            }
        }
    }

    boolean dailyDone(LocalDate date) {
        return daily.contains(date);
    }

    boolean firstOfWeek(LocalDate date) {
        return !weeks.contains(week(date));
    }

    private static String week(LocalDate date) {
        return date.get(IsoFields.WEEK_BASED_YEAR) + "-" + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** Whether the window that began at {@code scheduled} is over. */
    static boolean missed(Instant scheduled, Instant now) {
        LocalDate day = scheduled.atZone(TradingCalendar.NEW_YORK).toLocalDate();
        return now.isAfter(day.atTime(WINDOW_END).atZone(TradingCalendar.NEW_YORK).toInstant());
    }

    /** A run is due and cannot begin yet. */
    void waiting(Instant scheduled) {
        waiting = scheduled;
    }

    Instant takeWaiting() {
        Instant due = waiting;
        waiting = null;
        return due;
    }
}
