package alvh.daemon.cycle;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.CashTotals;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanReport;

/**
 * What earlier closes and weeks left for the next plan, as the journal tells it: the last {@value #DAYS} closes, the last
 * surface of each expiry that is still to come, the newest weekly figures. The desk's thread.
 */
final class Memory {

    static final int DAYS = 400;
    /** Entries in one record, so that its payload stays below 4 KiB. */
    private static final int SURFACES_A_RECORD = 12;
    private static final int FIGURES_A_RECORD = 60;

    private final Deque<Past.DayEntry> days = new ArrayDeque<>();
    private final SortedMap<String, Past.SurfaceEntry> surfaces = new TreeMap<>();
    private Past.WeekEntry week;
    private LocalDate since;
    private CashTotals counted;

    static Memory of(List<JournalRecord> past) {
        Memory memory = new Memory();
        past.forEach(memory::take);
        return memory;
    }

    void take(JournalRecord entry) {
        switch (entry) {
            case JournalRecord.Memory.Day d -> day(d);
            case JournalRecord.Memory.Surfaces s -> s.entries().forEach(e -> surfaces.put(e.root() + e.expiry(), e));
            case JournalRecord.Memory.Week w -> week(w);
            default -> {
                // Other folds' business.
            }
        }
    }

    private void day(JournalRecord.Memory.Day day) {
        since = since == null ? day.totals().since() : since;
        if (day.entry() == null) {
            return;
        }
        counted = day.totals();
        days.addLast(day.entry());
        if (days.size() > DAYS) {
            days.removeFirst();
        }
    }

    private void week(JournalRecord.Memory.Week part) {
        SortedMap<String, Double> figures = new TreeMap<>();
        if (week != null && week.date().equals(part.date())) {
            figures.putAll(week.figures());
        }
        figures.putAll(part.figures());
        week = new Past.WeekEntry(part.date(), figures);
    }

    /** For a plan of this day. */
    Past past(LocalDate today) {
        List<Past.SurfaceEntry> alive = surfaces.values().stream().filter(s -> !s.expiry().isBefore(today))
                .sorted(Comparator.comparing(Past.SurfaceEntry::at).thenComparing(Past.SurfaceEntry::root)
                        .thenComparing(Past.SurfaceEntry::expiry))
                .toList();
        return new Past(week, alive, List.copyOf(days));
    }

    /** The first day whose money counts as flow, or null before the first close. */
    LocalDate since() {
        return since;
    }

    /** The totals of the last entry, or null before the first. */
    CashTotals counted() {
        return counted;
    }

    /** The figures that a week's first run leaves for the next one. */
    static List<JournalRecord> week(LocalDate date, PlanReport report) {
        SortedMap<String, Double> figures = report.details().week().figures();
        List<JournalRecord> records = new ArrayList<>();
        SortedMap<String, Double> part = new TreeMap<>();
        for (var figure : figures.entrySet()) {
            part.put(figure.getKey(), figure.getValue());
            if (part.size() == FIGURES_A_RECORD) {
                records.add(new JournalRecord.Memory.Week(date, new TreeMap<>(part)));
                part.clear();
            }
        }
        if (!part.isEmpty() || records.isEmpty()) {
            records.add(new JournalRecord.Memory.Week(date, new TreeMap<>(part)));
        }
        return records;
    }

    /** The surfaces of a close's plan. */
    static List<JournalRecord> surfaces(LocalDate date, List<Past.SurfaceEntry> fitted) {
        List<JournalRecord> records = new ArrayList<>();
        for (int from = 0; from < fitted.size(); from += SURFACES_A_RECORD) {
            records.add(new JournalRecord.Memory.Surfaces(date,
                    List.copyOf(fitted.subList(from, Math.min(fitted.size(), from + SURFACES_A_RECORD)))));
        }
        return records;
    }
}
