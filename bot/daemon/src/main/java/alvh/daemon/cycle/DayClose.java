package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.Level;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.LayerId;
import alvh.planner.plan.PlanOutcome;

/**
 * The end of a trading day: the levels of the close are stored (the only place where a level steps back), what is not
 * settled is asked, then checkpoint and backup. The desk's thread.
 */
final class DayClose {

    private final PlanRuns runs;
    private final SettlementRoom settlements;
    private final Consumer<LocalDate> safekeeping;
    private final Consumer<List<Command>> carryOut;
    private final Consumer<RunEvent> feed;
    private LayerLevels levels;

    /**
     * @param levels as stored at the last close, or the fold's beginning
     * @param safekeeping writes checkpoint and backup of a day, after all that was appended before
     */
    DayClose(PlanRuns runs, SettlementRoom settlements, LayerLevels levels, Consumer<LocalDate> safekeeping,
            Consumer<List<Command>> carryOut, Consumer<RunEvent> feed) {
        this.runs = runs;
        this.settlements = settlements;
        this.levels = levels;
        this.safekeeping = safekeeping;
        this.carryOut = carryOut;
        this.feed = feed;
    }

    LayerLevels levels() {
        return levels;
    }

    /** With the picture of the close. */
    void end(Wanted wanted, PlanOutcome outcome, Instant now) {
        List<String> told = new ArrayList<>();
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
        finish(wanted, "SKIPPED", told, now);
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
