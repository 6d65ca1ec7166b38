package alvh.daemon.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import alvh.daemon.audit.JournalJson;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.plan.BreakEvens;
import alvh.planner.plan.Explanation;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanDetails;
import alvh.planner.plan.PlanOutcome;

/** The long form of a plan: why each thing is as it is, section by section, as lines or as JSON of the same object. */
public final class ExplainText {

    private static final String BULLET = "   - ";

    private ExplainText() {}

    /**
     * @param made what the journal says of the plan
     * @param states what became of it, oldest first
     * @param same whether planning again from the stored input gave the same hash
     */
    public static List<String> lines(JournalRecord.Plan made, List<JournalRecord.PlanState> states,
            PlanOutcome outcome, boolean same, int width) {
        List<String> out = new ArrayList<>();
        out.addAll(Text.wrap("", "Plan " + shortHash(made.planHash()) + ", " + made.kind() + ", "
                + Text.moment(made.asOf()) + ", " + (same
                        ? "made again from its stored input: the same"
                        : "made again from its stored input by this build, which decides OTHERWISE than build "
                                + made.build()),
                width));
        states.forEach(state -> out.addAll(Text.wrap(BULLET, fate(state), width)));
        int number = 1;
        for (Explanation.Section section : outcome.report().details().explanation().sections()) {
            out.add("");
            out.add(number++ + "  " + section.title());
            section.lines().forEach(line -> out.addAll(Text.wrap(BULLET, line.text(), width)));
        }
        return out;
    }

    /** APPROVED, Tue 2026-03-10 10:16 ET: by anna. */
    private static String fate(JournalRecord.PlanState state) {
        return state.state() + ", " + Text.moment(state.at())
                + (state.because().isEmpty() ? "" : ": " + state.because());
    }

    private static String shortHash(String hash) {
        return hash.substring(0, 4) + "-" + hash.substring(4, 8) + "-" + hash.substring(8, 12);
    }

    /** @param curves with every point of the break-even map, else its crossings alone */
    public static String json(JournalRecord.Plan made, List<JournalRecord.PlanState> states, PlanOutcome outcome,
            boolean same, boolean curves) {
        PlanDetails details = outcome.report().details();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("hash", made.planHash());
        all.put("kind", made.kind());
        all.put("asOf", made.asOf());
        all.put("tradeDate", made.tradeDate());
        all.put("result", RunText.result(outcome));
        all.put("same", same);
        all.put("states", states);
        all.put("sections", details.explanation().sections());
        all.put("week", details.week());
        all.put("budget", outcome.report().budget());
        all.put("losses", outcome.report().losses().columns().stream().map(ExplainText::column).toList());
        all.put("whatIf", details.whatIf());
        all.put("names", details.names());
        all.put("market", details.market());
        all.put("conduct", details.conduct());
        all.put("breakEvens", curves ? details.breakEvens() : crossings(details.breakEvens()));
        return JournalJson.pretty(all);
    }

    private static BreakEvens crossings(BreakEvens map) {
        return new BreakEvens(map.spx(), List.of(), map.expiries().stream()
                .map(expiry -> new BreakEvens.Expiry(expiry.date(), expiry.curves().stream()
                        .map(curve -> new BreakEvens.Curve(curve.response(), List.of(), curve.crossings())).toList()))
                .toList(), map.leftOut(), map.lines());
    }

    /** A column of the loss table with what follows from it, so that no script has to read a sentence. */
    private static Map<String, Object> column(LossTable.Column column) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("spxReturn", column.spxReturn());
        figures.put("vixAfter", column.vixAfter());
        figures.put("bookAlone", column.bookAlone());
        figures.put("heldHedge", column.heldHedge());
        figures.put("plannedHedge", column.plannedHedge());
        figures.put("withPlan", column.withPlan());
        figures.put("absorbed", column.absorbed());
        return figures;
    }
}
