package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.market.TradingCalendar;

/**
 * Which daily windows have had their one outcome, and what earlier closes left; read from the journal, never from the
 * scheduler.
 */
final class RunDiary {

    private static final LocalTime WINDOW_END = LocalTime.of(11, 0);
    private static final Set<String> DAILY = Set.of("DAILY", "WEEKLY");

    private final Set<LocalDate> daily = new HashSet<>();
    private final Set<String> weeks = new HashSet<>();
    private final Set<String> released = new HashSet<>();
    private final Memory memory = Memory.of(List.of());
    private JournalRecord.Plan lastPlan;
    private Instant waiting;

    private RunDiary() {}

    static RunDiary of(List<JournalRecord> past) {
        RunDiary diary = new RunDiary();
        past.forEach(diary::take);
        return diary;
    }

    void take(JournalRecord entry) {
        memory.take(entry);
        if (entry instanceof JournalRecord.Outcome o && DAILY.contains(o.job())) {
            daily.add(o.tradeDate());
            if (o.job().equals("WEEKLY")) {
                weeks.add(week(o.tradeDate()));
            }
        } else if (entry instanceof JournalRecord.Plan p && DAILY.contains(p.kind())) {
            lastPlan = p;
        } else if (entry instanceof JournalRecord.PlanState s && s.state().equals("RELEASED")) {
            released.add(s.planHash());
        }
    }

    /** What earlier closes and weeks left for the next plan. */
    Memory memory() {
        return memory;
    }

    boolean dailyDone(LocalDate date) {
        return daily.contains(date);
    }

    /** Whether a job's record is the daily run's. */
    static boolean isDaily(String job) {
        return DAILY.contains(job);
    }

    /** ISO week, like 2026-W11. */
    static String week(LocalDate date) {
        return String.format(Locale.ROOT, "%d-W%02d", date.get(IsoFields.WEEK_BASED_YEAR),
                date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    boolean firstOfWeek(LocalDate date) {
        return !weeks.contains(week(date));
    }

    /**
     * A daily plan that has no outcome, because a restart broke it off: it is never continued (reliability 5.5), and its
     * day's one outcome is still due. A plan of today that was offered and not released is made anew instead. Null when
     * there is none.
     */
    JournalRecord.Plan brokenOff(LocalDate today) {
        boolean open = lastPlan != null && !dailyDone(lastPlan.tradeDate())
                && (released.contains(lastPlan.planHash()) || lastPlan.orders() == 0
                        || lastPlan.tradeDate().isBefore(today));
        return open ? lastPlan : null;
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

    boolean due() {
        return waiting != null;
    }

    Instant takeWaiting() {
        Instant due = waiting;
        waiting = null;
        return due;
    }
}
