package alvh.daemon.cycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.decide.Closing;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.Level;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.MarketReport;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlanningInput;

/**
 * The end of a trading day: the levels of the close are stored (the only place where a level steps back), what is not
 * settled is asked, then checkpoint and backup. The desk's thread.
 */
final class DayClose {

    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final Duration LAST_LOOK = Duration.ofMinutes(30);
    /** Quotes from which a surface is one: below, slope and curvature are defaults and no memory. */
    private static final int FITTED = 2;
    private static final Duration VERY_LAST = Duration.ofMinutes(5);

    private final PlanRuns runs;
    private final SettlementRoom settlements;
    private final Consumer<LocalDate> safekeeping;
    private final Consumer<List<Command>> carryOut;
    private final Consumer<RunEvent> feed;
    private final Remembering memory;
    private LayerLevels levels;
    private final SortedMap<String, Past.SurfaceEntry> surfaces = new TreeMap<>();
    private Closing seen;

    /** What a close writes for later days; {@code days} hears of it through the runs. */
    record Remembering(Memory days, DecisionJournal decisions) {}

    /**
     * @param levels as stored at the last close, or the fold's beginning
     * @param safekeeping writes checkpoint and backup of a day, after all that was appended before
     */
    DayClose(PlanRuns runs, SettlementRoom settlements, Remembering memory, LayerLevels levels,
            Consumer<LocalDate> safekeeping,
            Consumer<List<Command>> carryOut, Consumer<RunEvent> feed) {
        this.runs = runs;
        this.settlements = settlements;
        this.memory = memory;
        this.levels = levels;
        this.safekeeping = safekeeping;
        this.carryOut = carryOut;
        this.feed = feed;
    }

    LayerLevels levels() {
        return levels;
    }

    /**
     * Sees each picture from half an hour before the close on: where the picture of the close lacks a mark, since not every
     * option is quoted until then, the last whole one of the day stands for it.
     */
    void look(PlanningInput input, PlanReport report) {
        ZonedDateTime at = input.market().asOf().atZone(TradingCalendar.NEW_YORK);
        LocalTime last = close(at.toLocalDate());
        if (at.toLocalTime().isBefore(last.minus(LAST_LOOK))) {
            return;
        }
        Closing now = Closing.of(input, memory.days().since(), memory.days().counted());
        memory.decisions().look(input);
        report.details().market().surfaces().stream().filter(s -> s.points() >= FITTED)
                .map(MarketReport.SurfaceLine::entry).forEach(s -> surfaces.put(s.root() + s.expiry(), s));
        boolean whole = seen != null && seen.date().equals(now.date()) && seen.entry() != null;
        seen = now.entry() == null && whole ? seen : now;
    }

    /** Whether a picture of the marks' rhythm is the last one before the close. */
    static boolean lastLook(Instant scheduled) {
        ZonedDateTime at = scheduled.atZone(TradingCalendar.NEW_YORK);
        return !at.toLocalTime().isBefore(close(at.toLocalDate()).minus(VERY_LAST));
    }

    private static LocalTime close(LocalDate date) {
        return TradingCalendar.nyse().isEarlyClose(date) ? TradingCalendar.EARLY_CLOSE : CLOSE;
    }

    /** With the picture of the close. */
    void end(Wanted wanted, PlanOutcome outcome, Instant now) {
        List<String> told = new ArrayList<>();
        remember(wanted, told);
        LayerLevels folded = outcome.report().levelsNow();
        boolean blind = outcome instanceof PlanOutcome.Impossible;
        boolean done = !blind && folded != null && wanted.date().equals(folded.asOf());
        if (done) {
            told.add("levels of the close are stored: " + words(folded));
            store(folded, outcome.report().votes());
        } else {
            told.add("the levels of this close could not be folded; the next plan makes up for it from daily bars");
        }
        finish(wanted, done ? "DONE" : "PARTIAL", told, now);
    }

    /** Without one. */
    void end(Wanted wanted, String because, Instant now) {
        List<String> told = new ArrayList<>();
        told.add(because);
        remember(wanted, told);
        finish(wanted, "SKIPPED", told, now);
    }

    private void remember(Wanted wanted, List<String> told) {
        boolean today = seen != null && seen.date().equals(wanted.date());
        if (today) {
            runs.book(new JournalRecord.Memory.Day(seen.date(), seen.totals(), seen.entry(), seen.missing()));
        }
        if (!today || seen.entry() == null) {
            told.add("the day is not remembered in figures: " + (today ? seen.missing() : "no picture near its close"));
        }
        seen = null;
        Memory.surfaces(wanted.date(), List.copyOf(surfaces.values())).forEach(runs::book);
        surfaces.clear();
        memory.decisions().close(wanted.date());
    }

    private void finish(Wanted wanted, String result, List<String> told, Instant now) {
        told.addAll(settlements.close(wanted.date(), now));
        String because = String.join("; ", told);
        runs.outcome(wanted, result, null, because);
        feed.accept(new RunEvent.Noted("End of " + wanted.date() + ", " + result + ": " + because));
        safekeeping.accept(wanted.date());
    }

    private void store(LayerLevels folded, double votes) {
        LayerLevels before = levels;
        levels = folded;
        List<JournalRecord> records = new ArrayList<>();
        records.add(new JournalRecord.Levels(levels, votes, "CLOSE"));
        for (LayerId layer : LayerId.values()) {
            Level was = LevelFold.stored(before, layer);
            Level is = LevelFold.stored(levels, layer);
            if (was != is) {
                records.add(new JournalRecord.JournalLine("level " + layer.word(),
                        was + " to " + is + " at the close of " + levels.asOf() + ", votes " + votes,
                        is.compareTo(was) > 0 ? "THIRD" : "MOTION"));
            }
        }
        carryOut.accept(List.of(new Command.Append(records)));
    }

    private static String words(LayerLevels levels) {
        List<String> words = new ArrayList<>();
        for (LayerId layer : LayerId.values()) {
            words.add(layer.word() + " " + LevelFold.stored(levels, layer));
        }
        return String.join(", ", words);
    }
}
