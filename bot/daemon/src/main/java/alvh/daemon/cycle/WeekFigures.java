package alvh.daemon.cycle;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import alvh.daemon.audit.JournalJson;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;

/**
 * What one week's first run is compared by with the last one's (methodology 3.7 step 8).
 *
 * @param week ISO week, like 2026-W11
 * @param spent charged to the budget; {@code ceiling} the flow test's
 * @param absorbedPercent of the book's loss when SPX falls 10 %; -1 when unknown
 */
record WeekFigures(String week, Usd spent, Usd ceiling, double votes, SortedMap<LayerId, Level> levels,
        long absorbedPercent) {

    /** Subject of the line that carries the figures for the next week's comparison. */
    static final String FIGURES = "week-figures";
    private static final long UNKNOWN = -1;

    static String week(LocalDate date) {
        return String.format(Locale.ROOT, "%d-W%02d", date.get(IsoFields.WEEK_BASED_YEAR),
                date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    static WeekFigures of(PlanReport report, LocalDate date) {
        SortedMap<LayerId, Level> levels = new TreeMap<>();
        report.layers().forEach((LayerDecision d) -> levels.put(d.layer(), d.now()));
        Usd spent = report.budget() == null ? Usd.ZERO : report.budget().cumHedge();
        Usd ceiling = report.budget() == null ? Usd.ZERO : report.budget().flowCap();
        return new WeekFigures(week(date), spent, ceiling, report.votes(), levels, absorbed(report.losses()));
    }

    private static long absorbed(LossTable losses) {
        return losses == null
                ? UNKNOWN
                : losses.columns().stream().filter(c -> Math.abs(c.spxReturn() + 0.10) < 1e-9)
                        .mapToDouble(LossTable.Column::absorbed).filter(Double::isFinite)
                        .mapToLong(a -> Math.round(a * 100)).findFirst().orElse(UNKNOWN);
    }

    static WeekFigures read(JournalRecord.JournalLine line) {
        return JournalJson.read(line.text(), WeekFigures.class);
    }

    /** Both lines of a week: the sentence with its choice, and the figures. */
    List<JournalRecord> lines(WeekFigures before, PlanOutcome outcome) {
        return List.of(new JournalRecord.JournalLine("week " + week, sentence(before, outcome), choice(outcome)),
                new JournalRecord.JournalLine(FIGURES, JournalJson.write(this), ""));
    }

    private String sentence(WeekFigures before, PlanOutcome outcome) {
        List<String> parts = new ArrayList<>();
        parts.add("budget used " + used() + was(before == null ? null : before.used()));
        parts.add("votes " + number(votes) + was(before == null ? null : number(before.votes())));
        levels.forEach((layer, level) -> parts.add(layer.word() + " " + level
                + was(before == null ? null : String.valueOf(before.levels().get(layer)))));
        parts.add("absorbs " + share() + " of a 10 % fall" + was(before == null ? null : before.share()));
        return String.join(" · ", parts) + ": " + verdict(outcome);
    }

    private static String was(String before) {
        return before == null ? "" : " (was " + before + ")";
    }

    private String used() {
        return spent.text() + " of " + ceiling.text();
    }

    private String share() {
        return absorbedPercent == UNKNOWN ? "an unknown share" : absorbedPercent + " %";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String verdict(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Planned p -> "adapt, because " + p.plan().orders().stream()
                    .map(o -> o.layer().word() + ": " + o.because()).distinct().collect(Collectors.joining("; "));
            case PlanOutcome.NothingToDo n -> "stay, because " + reasons(n.reasons().stream()
                    .map(r -> r.because()).distinct().toList());
            case PlanOutcome.Impossible i -> "stay, because no decision is possible: " + reasons(i.reasons().stream()
                    .map(r -> r.because()).distinct().toList());
        };
    }

    private static String reasons(List<String> reasons) {
        return reasons.isEmpty()
                ? "everything is held as the rules want it"
                : reasons.stream().limit(3).collect(Collectors.joining("; "));
    }

    /** LOYALTY holds, MOTION sells or rolls, THIRD adds protection beside what is held (methodology 1.3). */
    static String choice(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Planned p -> choice(p.plan());
            case PlanOutcome.NothingToDo n -> "LOYALTY";
            case PlanOutcome.Impossible i -> "LOYALTY";
        };
    }

    private static String choice(HedgePlan plan) {
        return plan.orders().stream().anyMatch(o -> o.effect() == BookedEvent.Effect.OPEN) ? "THIRD" : "MOTION";
    }
}
